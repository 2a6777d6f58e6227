import { beforeEach, describe, expect, test } from 'vitest';
import { messageScene } from '../../../../test/integrations/message-scene.ts';
import { statusOf, whatsappCall } from '../../../../test/integrations/message-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';

const at = messageScene();
const PHONE = '6281234567890';
let path: string;
let second = 1_770_000_000;

beforeEach(async () => {
  await at.openShop();
  path = (await at.choose('whatsapp')) ?? '';
});

const hear = (body: string, from = PHONE, seconds = (second += 1)) =>
  at.callBack(path, {
    messages: [{ from, id: `wamid.in${seconds}`, timestamp: String(seconds), type: 'text', text: { body } }],
  });
const write = (message = 'Halo') =>
  at.order().then((id) => at.shop.call('POST', '/api/open/woowa/order/message', { id, message }));
const tell = (status: string) =>
  at.callBack(path, { statuses: at.vendors.whatsapp.told.map((told) => statusOf(told, status)) });
const state = async () => (await at.messages()).at(-1);
const optOuts = async () => expectOk(await at.shop.call('GET', '/api/open/message/opt-out')).body.data;
const heardNow = () => hear('Halo kak', PHONE, Math.floor(Date.now() / 1_000));

describe('what became of a message', () => {
  test('is told by the vendor, and nothing that comes late takes it back', async () => {
    await heardNow();
    expectOk(await write());
    await at.app.runJobs();
    expect((await state()).state).toBe('SENT');
    for (const [said, is] of [
      ['delivered', 'DELIVERED'],
      ['sent', 'DELIVERED'],
      ['read', 'READ'],
      ['delivered', 'READ'],
      ['failed', 'READ'],
    ] as const) {
      expect(await tell(said)).toBe(200);
      expect([said, (await state()).state]).toEqual([said, is]);
    }
    const [row] = expectOk(await at.shop.call('GET', '/api/open/message')).body.data;
    expect(row).toMatchObject({
      sent_at: expect.any(String),
      delivered_at: expect.any(String),
      read_at: expect.any(String),
    });
  });

  test('is told of a thousand at once', async () => {
    await heardNow();
    expectOk(await write());
    await at.app.runJobs();
    const [told] = at.vendors.whatsapp.told;
    const conversation = {
      id: 'c'.repeat(32),
      origin: { type: 'utility' },
      expiration_timestamp: '1770086400',
    };
    const statuses = Array.from({ length: 1_000 }, (_, n) => ({
      ...statusOf(
        { ...told!, id: n === 999 ? told!.id : `wamid.lain${n}`, key: n === 999 ? told!.key : null },
        'read',
      ),
      conversation,
      pricing: { billable: true, pricing_model: 'CBP', category: 'utility' },
    }));
    expect(JSON.stringify(statuses).length).toBeGreaterThan(300_000);
    expect(await at.callBack(path, { statuses })).toBe(200);
    expect((await state()).state).toBe('READ');
  });

  test('is told that it failed, with the reason in words, and it can be sent again', async () => {
    await heardNow();
    expectOk(await write());
    await at.app.runJobs();
    await at.callBack(path, {
      statuses: at.vendors.whatsapp.told.map((told) => ({
        ...statusOf(told, 'failed'),
        errors: [{ code: 131_026 }],
      })),
    });
    const [row] = expectOk(await at.shop.call('GET', '/api/open/message', { state: 'FAILED' })).body.data;
    expect(row).toMatchObject({
      reason: 'PHONE_REFUSED',
      reason_text: 'The number cannot be reached by WhatsApp',
    });
    expectOk(
      await at.shop.call('POST', '/api/open/message/decide', { ids: [row.id], decision: 'SEND_AGAIN' }),
    );
    await at.app.runJobs();
    expect([await at.states(), at.vendors.whatsapp.told.length]).toEqual([{ SENT: 1 }, 2]);
  });
});

describe('a free text', () => {
  test('is sent within a day after the customer has written, else an approved template, else nothing', async () => {
    expectOk(await write());
    await at.app.runJobs();
    expect(await state()).toMatchObject({ state: 'FAILED', reason: 'WINDOW_CLOSED' });
    expect(at.vendors.whatsapp.told).toEqual([]);
    const text = 'Halo {%buyer%}, total {%total%}';
    const approved = {
      approved_name: 'total',
      approved_language: 'id',
      approved_placeholders: ['buyer', 'products'],
    };
    expectOk(
      await at.shop.call('POST', '/api/open/message/template', {
        type: 'CUSTOM_NOTIFICATION',
        template: 'Halo {%buyer%}',
      }),
    );
    expectOk(
      await at.shop.call('PATCH', '/api/open/message/template', {
        id: await at
          .query(
            `select id from message_templates where shop_id = $1 and kind = 'REMINDER' and language = 'id'`,
          )
          .then(([row]) => row.id),
        template: text,
        ...approved,
      }),
    );
    expectOk(await write(text));
    await at.app.runJobs();
    expect(at.vendors.whatsapp.told.at(-1)?.template).toEqual({
      name: 'total',
      values: ['Siti', expect.stringMatching(/^1 x Sepatu \d+ \(merah, 36\), 1 x /)],
    });
    await heardNow();
    expectOk(await write(text));
    await at.app.runJobs();
    expect(at.vendors.whatsapp.told.at(-1)).toMatchObject({
      template: null,
      text: 'Halo Siti, total Rp210.000',
    });
  });
});

describe('a customer who writes', () => {
  test.each(['STOP', ' berhenti. ', 'Berhenti promo', 'unsubscribe'])(
    '%s wants no promos, until START',
    async (word) => {
      await hear(word);
      expect(await optOuts()).toMatchObject([{ customer_id: at.stall.customer_id, source: 'CUSTOMER' }]);
      const customers = [at.stall.customer_id];
      const refused = await at.shop.call('POST', '/api/open/message/broadcast', {
        customers,
        template: 'Promo',
      });
      expect(refused.body.code).toBe('message_nobody');
      // Another customer with the same number is the same person.
      const twin = await at.addCustomer('Siti lagi', `0${PHONE.slice(2)}`);
      const twins = await at.shop.call('POST', '/api/open/message/broadcast', {
        customers: [twin],
        template: 'Promo',
      });
      expect(twins.body.code).toBe('message_nobody');
      await hear('Mulai');
      expect(await optOuts()).toEqual([]);
      expectOk(await at.shop.call('POST', '/api/open/message/broadcast', { customers, template: 'Promo' }));
    },
  );

  test('STOP has no promo left that waits, nor a link to the number, also of a customer who has another one now', async () => {
    await at.setting({ vendor: 'link' });
    const moved = await at.addCustomer('Siti pindah', `0${PHONE.slice(2)}`);
    const send = async (customers: number[]) =>
      expectOk(await at.shop.call('POST', '/api/open/message/broadcast', { customers, template: 'Promo' }));
    await send([moved]);
    await at.app.runJobs();
    await at.query(`update customers set phone = '6285799998888' where shop_id = $1 and id = $2`, [
      at.shop.shop_id,
      moved,
    ]);
    await at.setting({ vendor: 'whatsapp' });
    await at.hold();
    await send([at.stall.customer_id]);
    await at.app.runJobs();
    expect(await at.states()).toEqual({ LINK: 1, WAITING: 1 });
    await hear('STOP');
    expect(await at.states()).toEqual({ SKIPPED: 2 });
  });

  test.each(['Jangan stop dulu', 'stopwatch masih ada?', 'kapan mulai', ''])(
    '%j says nothing about promos',
    async (text) => {
      await hear(text);
      expect(await optOuts()).toEqual([]);
    },
  );

  test('STOP that is sent again after START changes nothing', async () => {
    await hear('STOP', PHONE, 1_770_500_000);
    await hear('START', PHONE, 1_770_500_100);
    const { body, headers } = whatsappCall({
      messages: [
        {
          from: PHONE,
          id: 'wamid.in',
          timestamp: '1770500000',
          type: 'text',
          text: { body: 'STOP' },
          again: true,
        },
      ],
    });
    expectOk(await at.app.call('POST', path, body, headers));
    await at.app.runJobs();
    expect(await optOuts()).toEqual([]);
  });
});

describe('a call', () => {
  const statuses = [{ id: 'wamid.1', status: 'read', timestamp: '1770000000' }];

  test('with another signature, none, or of another shop’s secret is refused', async () => {
    const { body, headers } = whatsappCall({ statuses });
    const signature = headers['x-hub-signature-256'] ?? '';
    for (const wrong of [
      '',
      'sha256=',
      signature.slice(7),
      `sha1=${signature.slice(7)}`,
      `${signature.slice(0, -1)}0x`,
      `sha256=${'0'.repeat(64)}`,
    ])
      expect((await at.app.call('POST', path, body, { 'x-hub-signature-256': wrong })).status).toBe(401);
    const other = whatsappCall({ statuses }, { secret: 'rahasia-lain' });
    expect((await at.app.call('POST', path, other.body, other.headers)).status).toBe(401);
    expect((await at.app.call('POST', path, { ...body, x: 1 }, headers)).status).toBe(401);
    expect((await at.app.call('POST', path.replace(/_\d+$/, '_999999'), body, headers)).status).toBe(401);
  });

  test('that comes again is one job; of another number of the same app it changes nothing', async () => {
    await heardNow();
    expectOk(await write());
    await at.app.runJobs();
    const news = { statuses: at.vendors.whatsapp.told.map((told) => statusOf(told, 'read')) };
    const other = whatsappCall(news, { sender: '999' });
    expectOk(await at.app.call('POST', path, other.body, other.headers));
    await at.app.runJobs();
    expect((await state()).state).toBe('SENT');
    const { body, headers } = whatsappCall(news);
    for (let n = 0; n < 3; n += 1) expectOk(await at.app.call('POST', path, body, headers));
    await at.app.runJobs();
    const [{ jobs }] = await at.query(
      `select count(*)::int as jobs from shop_jobs where shop_id = $1 and name = 'message-news'`,
    );
    expect([jobs, (await state()).state]).toEqual([3, 'READ']);
  });

  test('of one shop changes nothing of another, whatever key and ID it names', async () => {
    await heardNow();
    expectOk(await write());
    await at.app.runJobs();
    const [mine] = at.vendors.whatsapp.told;
    const [first] = [at.shop];
    await at.openShop();
    const other_path = (await at.choose('whatsapp')) ?? '';
    expect(await at.callBack(other_path, { statuses: [statusOf(mine as never, 'read')] })).toBe(200);
    at.shop = first;
    expect((await state()).state).toBe('SENT');
  });

  test('that is signed and no news at all is refused, and entries that cannot be read keep no others from being read', async () => {
    for (const body of [{}, { object: 'page', entry: [] }, { object: 'whatsapp_business_account' }]) {
      const signed = whatsappCall({});
      const { createHmac } = await import('node:crypto');
      const signature = createHmac('sha256', 'rahasia-aplikasi-meta')
        .update(JSON.stringify(body))
        .digest('hex');
      const headers = { ...signed.headers, 'x-hub-signature-256': `sha256=${signature}` };
      expect((await at.app.call('POST', path, body, headers)).status).toBe(401);
    }
    const odd = [null, 5, { from: 'x' }, { from: PHONE, timestamp: 'kapan' }] as object[];
    await at.callBack(path, {
      statuses: odd,
      messages: [
        ...odd,
        { from: PHONE, id: 'w', timestamp: '1770900000', type: 'button', button: { text: 'STOP' } },
      ],
    });
    expect(await optOuts()).toHaveLength(1);
  });
});

test('the address is confirmed to whoever knows its token, with the very challenge', async () => {
  const token = path.split('/').at(-1) ?? '';
  const ask = (change: object = {}) =>
    at.app.call('GET', path, {
      'hub.mode': 'subscribe',
      'hub.verify_token': token,
      'hub.challenge': '0123456789',
      ...change,
    });
  const answer = await ask();
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([
    200,
    '0123456789',
    expect.stringContaining('text/plain'),
  ]);
  for (const wrong of [{ 'hub.verify_token': 'lain' }, { 'hub.mode': 'unsubscribe' }])
    expect((await ask(wrong)).status).toBe(404);
  expect(
    (
      await at.app.call('GET', `${path}9`, {
        'hub.mode': 'subscribe',
        'hub.verify_token': `${token}9`,
        'hub.challenge': '1',
      })
    ).status,
  ).toBe(404);
});
