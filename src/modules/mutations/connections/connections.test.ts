import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectHook, HOOK_SECRET } from '../../../../test/mutation-hook.ts';
import { mutationScene } from '../../../../test/mutation-scene.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';

const CONNECTION = '/api/open/bank/mutation/connection';
const scene = mutationScene();

const list = async () => expectOk(await scene.shop.call('GET', CONNECTION)).body.data;
const events = async () =>
  (
    await scene.app.database.pool.query<{ name: string; payload: object }>(
      `select name, payload from outbox_events where shop_id = $1 and name like 'mutation_connection.%' order by id`,
      [scene.shop.shop_id],
    )
  ).rows;
const jobs = async () =>
  (
    await scene.app.database.pool.query<{ status: string; result: unknown; input: unknown }>(
      `select status, result, input from shop_jobs where shop_id = $1 and name = 'receive-mutations' order by id`,
      [scene.shop.shop_id],
    )
  ).rows;
const ONE = {
  mutation_id: 'm1',
  date: '2026-01-05 13:14:15',
  amount: '150123',
  description: 'TRSF BUDI',
  balance: 900_000,
};
const addAccount = async (account_number: string) =>
  expectOk(
    await scene.shop.call('POST', '/api/open/bank/create', {
      bank_type: 'bni',
      account_number,
      holder_name: 'Budi',
      branch: 'Batu',
    }),
  ).body.data.bank_id as number;

describe('a connection', () => {
  test('is listed without its secret, which stands nowhere in clear', async () => {
    const { account_number } = await connectHook(scene);
    expect(await list()).toEqual([
      {
        bank_id: scene.stall.bank_id,
        bank_name: 'BCA',
        account_number,
        provider: 'moota',
        name: 'Moota',
        created_at: expect.stringMatching(/\+0[789]:00$/),
        received_at: null,
      },
    ]);
    for (const table of ['mutation_connections', 'outbox_events', 'shop_jobs']) {
      const { rows } = await scene.app.database.pool.query<{ text: string }>(
        `select row_to_json(t)::text as text from ${table} t`,
      );
      for (const { text } of rows) {
        expect(text).not.toContain(HOOK_SECRET);
        expect(text).not.toContain(Buffer.from(HOOK_SECRET).toString('hex'));
      }
    }
    expect(await events()).toEqual([{ name: 'mutation_connection.saved', payload: { provider: 'moota' } }]);
  });

  test('of an account that is saved again has another address, and the old one opens nothing', async () => {
    const old = await connectHook(scene);
    const fresh = await connectHook(scene);
    expect(fresh.path).not.toBe(old.path);
    expect(await old.call([ONE])).toEqual({ status: 401, code: 'callback_unverified' });
    expect((await fresh.call([ONE])).status).toBe(200);
    expect(await list()).toHaveLength(1);
  });

  test('that is removed takes nothing more, and what it has reported stays', async () => {
    const hook = await connectHook(scene);
    await hook.report(ONE);
    const path = `/api/open/bank/delete-mutation/${scene.stall.bank_id}`;
    expect(expectOk(await scene.shop.call('DELETE', path)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: { bank_id: scene.stall.bank_id, name: 'bca' },
    });
    expect((await hook.call([{ ...ONE, mutation_id: 'm2' }])).status).toBe(401);
    expect(await list()).toEqual([]);
    expect(await scene.recorded()).toHaveLength(1);
    expectOk(await scene.shop.call('DELETE', path));
    expect((await events()).map(({ name }) => name)).toEqual([
      'mutation_connection.saved',
      'mutation_connection.removed',
    ]);
  });

  test('ends with its bank account, at once and for good', async () => {
    const hook = await connectHook(scene);
    expectOk(await scene.shop.call('DELETE', `/api/open/bank/delete/${scene.stall.bank_id}`));
    expect((await hook.call([ONE])).status).toBe(401);
    expect(await list()).toEqual([]);
    await scene.app.readEvents();
    const { rows } = await scene.app.database.pool.query(
      'select from mutation_connections where shop_id = $1',
      [scene.shop.shop_id],
    );
    expect(rows).toEqual([]);
  });

  test('is made with accounts of the shop alone, and ended for those alone', async () => {
    const other = await scene.app.openShop();
    const theirs = expectOk(
      await other.call('POST', '/api/open/bank/create', {
        bank_type: 'bca',
        account_number: '77665544',
        holder_name: 'X',
        branch: 'Y',
      }),
    ).body.data.bank_id;
    for (const bank_id of [theirs, 999_999_999]) {
      const saved = await scene.shop.call('PUT', CONNECTION, {
        bank_id,
        provider: 'moota',
        secret: HOOK_SECRET,
      });
      expect([saved.status, Object.keys(saved.body.message)]).toEqual([422, ['bank_id']]);
      expect((await scene.shop.call('DELETE', `/api/open/bank/delete-mutation/${bank_id}`)).status).toBe(404);
    }
  });
});

describe('a call', () => {
  test('is answered at once, worked by a job, and done once however often it comes', async () => {
    const hook = await connectHook(scene);
    const body = [{ ...ONE, account_number: hook.account_number, type: 'CR' }];
    const answers = await Promise.all(Array.from({ length: 5 }, () => hook.call(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await scene.recorded()).toEqual([]);
    await scene.app.runJobs();
    expect(await jobs()).toMatchObject([{ status: 'SUCCESS', result: { recorded: 1, known: 0, unread: 0 } }]);
    expect(await scene.recorded()).toMatchObject([
      {
        day: '2026-01-05',
        direction: 'CREDIT',
        amount_idr: 150_123,
        description: 'TRSF BUDI',
        provider: 'moota',
        provider_ref: 'm1',
        bank_account_id: scene.stall.bank_id,
        state: 'QUEUED',
      },
    ]);
    await hook.report({ ...ONE, description: 'TRSF BUDI lagi' });
    expect(await scene.recorded()).toHaveLength(1);
    expect((await list())[0].received_at).toEqual(expect.any(String));
  });

  test.each([
    ['another signature', [ONE], { signature: 'a'.repeat(64) }],
    ['no signature', [ONE], {}],
    ['a signature of another service', [ONE], { 'x-mutasibank-signature': 'a'.repeat(64) }],
  ])('with %s is refused and does nothing', async (_title, body, headers) => {
    const hook = await connectHook(scene);
    expect(await hook.call(body, headers)).toEqual({ status: 401, code: 'callback_unverified' });
    expect(await jobs()).toEqual([]);
  });

  test('to the address of another service, of no shop, or of none is refused', async () => {
    const hook = await connectHook(scene);
    for (const path of [
      hook.path.replace('moota', 'mutasibank'),
      hook.path.replace('moota', 'lain'),
      '/api/hooks/mutation/moota/abc',
      `/api/hooks/mutation/moota/abc_${scene.shop.shop_id}`,
      hook.path.replace(/_\d+$/, '_999999999'),
    ])
      expect((await hook.call([ONE], undefined, path)).status, path).toBe(401);
    expect(await jobs()).toEqual([]);
  });

  test('that is signed and no list of mutations is refused; an empty one is taken', async () => {
    const hook = await connectHook(scene);
    for (const body of ['bukan json', '5', '['.repeat(50_000)])
      expect((await hook.call(body)).status).toBe(401);
    expect((await hook.call([])).status).toBe(200);
  });

  test('counts what cannot be read, and records the rest', async () => {
    const hook = await connectHook(scene);
    await hook.report(ONE, { ...ONE, mutation_id: 'm2', date: 'kemarin' });
    expect((await jobs())[0]?.result).toEqual({
      recorded: 1,
      known: 0,
      unread: 1,
      unread_because: { DATE: 1 },
    });
  });

  test('of Mutasibank is signed and read in its way, and its API key is stored nowhere', async () => {
    const hook = await connectHook(scene, { provider: 'mutasibank' });
    const body = {
      api_key: 'kunci-api-rahasia',
      account_number: hook.account_number,
      data_mutasi: [
        { id: 'u1', transaction_date: '2026-01-05 13:14:15', description: 'X', type: 'CR', amount: 5_000 },
      ],
    };
    const signature = createHmac('sha256', HOOK_SECRET).update(JSON.stringify(body)).digest('hex');
    expect((await hook.call(body, { signature })).status).toBe(401);
    expect((await hook.call(body, { 'x-mutasibank-signature': signature })).status).toBe(200);
    await scene.app.runJobs();
    expect(await scene.recorded()).toMatchObject([
      { provider: 'mutasibank', provider_ref: 'u1', amount_idr: 5_000 },
    ]);
    expect(JSON.stringify(await jobs())).not.toContain('kunci-api-rahasia');
  });

  test('is taken whatever has become of who connected the service', async () => {
    const hook = await connectHook(scene);
    const left = await hire(scene.app, scene.shop, 'admin');
    await scene.app.database.pool.query('update mutation_connections set user_id = $1 where shop_id = $2', [
      left.user_id,
      scene.shop.shop_id,
    ]);
    expectOk(await scene.shop.call('DELETE', `/api/account/user/${left.user_id}`));
    await hook.report(ONE);
    expect(await scene.recorded()).toHaveLength(1);
  });
});

describe('a mutation of', () => {
  test('another account of the shop is of that account; of a number that nobody knows it waits in the queue', async () => {
    const hook = await connectHook(scene);
    const bni = await addAccount('99887766');
    await hook.report(
      { ...ONE, account_number: '0099887766' },
      { ...ONE, mutation_id: 'm2', account_number: '55555555', amount: 7_000 },
      { ...ONE, mutation_id: 'm3', amount: 8_000 },
    );
    expect(await scene.recorded()).toMatchObject([
      { amount_idr: 150_123, bank_account_id: bni, account_key: String(bni) },
      {
        amount_idr: 7_000,
        bank_account_id: null,
        account_key: '#55555555',
        state: 'QUEUED',
        fault: 'UNKNOWN_ACCOUNT',
      },
      { amount_idr: 8_000, bank_account_id: scene.stall.bank_id },
    ]);
    await hook.report({ ...ONE, mutation_id: 'm2', account_number: '55555555', amount: 7_000 });
    expect(await scene.recorded()).toHaveLength(3);
  });

  test('a service and a statement is one, whichever comes first; two equal ones stay two', async () => {
    const hook = await connectHook(scene);
    const row = () => ['2026-01-05', 'TRSF E-BANKING CR BUDI', 50_000] as const;
    const report = (mutation_id: string, more: object = {}) =>
      hook.report({ mutation_id, date: '2026-01-05 10:00:00', amount: 50_000, description: 'BUDI', ...more });
    await report('a');
    expect(await scene.imported([row(), row()])).toMatchObject({ counts: { recorded: 1, known: 1 } });
    await report('b');
    await report('a');
    expect(await scene.recorded()).toHaveLength(2);
    await report('c');
    expect(await scene.recorded()).toHaveLength(3);
    expect((await scene.uploaded([row(), row(), row(), row()])).counts).toMatchObject({ known: 3, new: 1 });
  });

  test('a service is told from one in a statement by the balance', async () => {
    const hook = await connectHook(scene);
    await scene.imported([['2026-01-05', 'TRSF BUDI', 50_000, 700_000]]);
    const report = (mutation_id: string, balance: number) =>
      hook.report({
        mutation_id,
        date: '2026-01-05 10:00:00',
        amount: 50_000,
        description: 'TRSF BUDI',
        balance,
      });
    await report('a', 750_000);
    expect(await scene.recorded()).toHaveLength(2);
    await report('b', 700_000);
    expect(await scene.recorded()).toMatchObject([
      { balance_idr: 700_000, provider_ref: 'b' },
      { balance_idr: 750_000, provider_ref: 'a' },
    ]);
  });

  test('a service and a statement at once is one', async () => {
    const hook = await connectHook(scene);
    for (let round = 0; round < 5; round += 1) {
      const amount = 60_000 + round;
      const { id } = await scene.uploaded([['2026-01-06', 'TRSF SITI', amount]]);
      expect(
        (
          await hook.call([
            {
              mutation_id: `s${round}`,
              date: '2026-01-06 10:00:00',
              amount,
              description: 'SITI',
              type: 'CR',
              account_number: hook.account_number,
            },
          ])
        ).status,
      ).toBe(200);
      await Promise.all([scene.app.runJobs(), scene.act(id, 'apply')]);
      expect((await scene.recorded()).filter(({ amount_idr }) => amount_idr === amount)).toMatchObject([
        { provider_ref: `s${round}` },
      ]);
    }
  });
});
