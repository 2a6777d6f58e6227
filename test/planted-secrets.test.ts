import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/app.ts';
import { openMailer } from '../src/integrations/mail/index.ts';
import { createLog } from '../src/kernel/log.ts';
import { mailWorker, sendMail } from '../src/kernel/mail/index.ts';
import { chargeClock } from '../src/modules/checkout/gateway/work-charges.ts';
import { withdrawalClock } from '../src/modules/orderpay/withdrawals/work-withdrawals.ts';
import { credit, debit, transfer } from '../src/modules/ledger/index.ts';
import { runDeliveries } from '../src/modules/webhooks/deliver/run-deliveries.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { openXenditVendor, XENDIT_TEST_KEY, type XenditLoopback } from './integrations/xendit-vendor.ts';
import { mailTexts } from './mail-texts.ts';
import { openStore } from './store-scene.ts';
import { addBuyer } from './visitors.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What nobody reads but whom it is told. */
const PLANTED = {
  // The vendor does not take it: what it says, and what is logged of that, is looked through too.
  platform_key: 'xnd_production_kunci-platform-tertanam',
  platform_token: 'token-platform-tertanam-4711',
  smtp_password: 'sandi-smtp-tertanam',
  shop_key: XENDIT_TEST_KEY,
  shop_token: 'token-toko-tertanam-0815',
  hook_secret: 'rahasia-webhook-tertanam',
  courier_key: 'kunci-kurir-tertanam-1234',
  message_key: 'kunci-pesan-tertanam-5678',
  app_secret: 'rahasia-aplikasi-tertanam',
  new_password: 'sandi-baru-tertanam-88',
  wrong_password: 'sandi-salah-tertanam-99',
};

let test_app: TestApp;
let app: FastifyInstance;
let vendor: XenditLoopback;
const logged: string[] = [];
const answers: string[] = [];
/** What the vendor was asked with. */
const used_keys = new Set<unknown>();

beforeAll(async () => {
  vendor = await openXenditVendor();
  vendor.behave(({ headers }) => {
    used_keys.add(headers.authorization);
    return undefined;
  });
  test_app = await startTestApp({
    environment: {
      GATEWAY: 'xendit',
      XENDIT_URL: vendor.url,
      XENDIT_KEY: PLANTED.platform_key,
      XENDIT_CALLBACK_TOKEN: PLANTED.platform_token,
      SMTP_URL: `smtp://juragan:${PLANTED.smtp_password}@127.0.0.1:9`,
      MAIL_FROM: 'Ngorder <no-reply@toko.example>',
      WEBHOOK_NETWORKS: '127.0.0.1',
    },
  });
  const { services } = test_app;
  services.log = createLog('trace', { write: (line) => void logged.push(line) });
  app = await buildApp(services, () => Promise.resolve(true));
});
afterAll(async () => {
  await app.close();
  await test_app.close();
  vendor.close();
});

/** @param token of a session or a key */
async function send(method: string, url: string, input: object = {}, token = '', headers = {}) {
  const payload = method === 'GET' ? {} : { payload: input };
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await app.inject({
    method: method as 'POST',
    url,
    ...payload,
    headers: { host: 'ngorder.test', ...authorization, ...headers },
  });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
}

/** The same, of which the answer must have no secret. */
async function request(...given: Parameters<typeof send>): Promise<any> {
  const { status, body, text } = await send(...given);
  answers.push(text);
  return { ...body.data, status };
}

/** Every row of every table, and of those of the queue. */
async function dump(): Promise<{ table: string; row: string }[]> {
  const { pool } = test_app.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')
       -- Their numbers are known to all, and have six digits too.
       and tablename not in ('provinces', 'cities', 'districts')`,
  );
  const found: { table: string; row: string }[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} as t`);
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}

/** A secret as it may be written: as it is, and as bytes. */
const writings = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(secret),
];
const hasAny = (text: string, secret: string) => writings(secret).some((written) => text.includes(written));

/** The code that is mailed to somebody; it leaves after the answer. */
async function codeFor(email: string, run: () => Promise<unknown>): Promise<string> {
  await run();
  return vi.waitFor(async () => {
    const [newest = ''] = await mailTexts(test_app, email);
    const code = /: (\d{6})\n/.exec(newest)?.[1];
    if (code === undefined) throw new Error('no code yet');
    return code;
  });
}

/** A code is as short as other numbers are: it stands for itself. */
const hasCode = (text: string, code: string) => new RegExp(`(?<![\\d.])${code}(?!\\d)`).test(text);

/** Uses all that is secret, well and wrongly. @returns what was told to somebody, each once */
async function useAll(): Promise<{ code: string; told: Record<string, string> }> {
  const store = await openStore(test_app);
  const { shop, stall } = store;
  const { token } = shop;
  const at = (path: string) => `/api/store/${store.subdomain}${path}`;
  const setting = '/api/open/setting/payment/xendit';
  const password = { current_password: shop.password };
  await send('POST', '/api/account/login', { email: shop.email, password: PLANTED.wrong_password });
  const key = (await send('POST', '/api/account/api-key', { name: 'Kunci', ...password }, token)).body.data;

  // Buyers pay through the installation's account, whose key is not taken; withdrawals too.
  const payment = { method: 'GATEWAY', channel: 'VA_BNI' };
  const first = (await send('POST', at('/checkout'), store.checkout({ payment }))).body.data;
  await chargeClock(test_app.services).run();
  const legs = [debit('ORDERPAY_AVAILABLE', 500_000), credit('ORDERS', 500_000)];
  await transfer(shop.context(), { cause: 'test', kind: 'CHARGE_PAID', legs });
  const account = { xendit_bank_id: 19, nominal: 60_000, holder_name: 'Budi', account_number: '1234567890' };
  await request('POST', '/api/open/payment/withdraw', { ...account, ...password }, token);
  await withdrawalClock(test_app.services).run();

  // Then through the shop's own.
  const own = { xendit_key: PLANTED.shop_key, callback_token: PLANTED.shop_token, ...password };
  const saved = await request('PATCH', setting, own, token);
  await request('GET', setting, {}, token);
  await request('PATCH', setting, { ...own, xendit_key: `${PLANTED.platform_key}x` }, token);
  const second = (await send('POST', at('/checkout'), store.checkout({ payment }))).body.data;
  await chargeClock(test_app.services).run();
  const charge = vendor.charges.at(-1);
  if (charge !== undefined) vendor.pay(charge.key);
  const path = new URL(saved.callback_url ?? 'http://x/').pathname;
  for (const body of vendor.callbacks)
    for (const callback_token of [PLANTED.shop_token, PLANTED.platform_token])
      for (const url of [path, '/api/hooks/gateway'])
        await request('POST', url, body, '', { 'x-callback-token': callback_token });

  const hook = { bank_id: stall.bank_id, provider: 'moota', secret: PLANTED.hook_secret, ...password };
  await request('PUT', '/api/open/bank/mutation/connection', hook, token);
  await request('GET', '/api/open/bank/mutation/connection', {}, token);
  const courier = { vendor: 'shipper', api_key: PLANTED.courier_key, ...password };
  await request('PUT', '/api/open/setting/courier/connection', courier, token);
  await request('GET', '/api/open/setting/courier/connection', {}, token);

  const messages = {
    vendor: 'whatsapp',
    api_key: PLANTED.message_key,
    sender: '1065',
    app_secret: PLANTED.app_secret,
  };
  const connected = await request('PUT', '/api/open/message/connection', { ...messages, ...password }, token);
  await request('GET', '/api/open/message/setting', {}, token);
  await request('PUT', '/api/open/message/setting', { vendor: 'whatsapp' }, token);
  await request('POST', new URL(connected.callback_url ?? 'http://x/').pathname, { object: 'x' });
  // A webhook, whose secrets sign what is sent.
  const webhook = { url: 'http://127.0.0.1:9/', ...password };
  const hooked = (await send('POST', '/api/open/webhook', webhook, token)).body.data;
  const rotated = await send('POST', `/api/open/webhook/${hooked.id}/rotate`, password, token);
  await request('POST', `/api/open/webhook/${hooked.id}/test`, {}, token);
  const deliveries = runDeliveries(test_app.services, { look_ms: 20 });
  await vi.waitFor(async () => {
    const log = await request('GET', `/api/open/webhook/delivery?webhook_id=${hooked.id}`, {}, token);
    if (log[0].attempts === 0) throw new Error('not tried yet');
    // What is loaded for the first one takes a while.
  }, 10_000);
  await deliveries.close();
  await request('GET', '/api/open/webhook', {}, token);

  // A buyer signs in by a code, and sets a password.
  const buyer = await addBuyer(test_app, shop);
  const { rows: people } = await test_app.database.pool.query(
    'select email from customers where shop_id = $1 and id = $2',
    [shop.shop_id, buyer.customer_id],
  );
  const code = await codeFor(people[0].email, () =>
    request('POST', at('/account/code'), { account: people[0].email }),
  );
  const new_password = { account: people[0].email, code, password: PLANTED.new_password };
  await request('POST', at('/account/password'), new_password);
  const sign_in = { account: people[0].email };
  const entered = await send('POST', at('/account/sign-in'), { ...sign_in, password: PLANTED.new_password });
  await request('POST', at('/account/sign-in'), { ...sign_in, password: PLANTED.wrong_password });
  await request('GET', at('/account'), {}, buyer.token);
  await request('GET', at('/account/session'), {}, buyer.token);

  await sendMail(shop.context(), { recipient: 'a@example.com', subject: 'Halo', body: 'Halo' });
  const { rows: mails } = await test_app.database.pool.query('select shop_id, id from mails order by id');
  const mailer = openMailer(test_app.services.config);
  for (const mail of mails)
    await mailWorker(test_app.services, mailer)
      .run(mail, new AbortController().signal)
      .catch((error: unknown) => answers.push(inspect(error)));
  mailer?.close();
  await test_app.runJobs();
  await test_app.readEvents();
  for (const list of ['jobs', 'outbox', 'audit', 'api-keys', 'sessions'])
    await request('GET', `/api/account/${list}`, {}, token);
  await request('GET', `/api/store/${store.subdomain}/order/${second.token}`);
  const told = {
    owner_password: shop.password,
    owner_session: token,
    api_key: key.key ?? key.token,
    buyer_session: buyer.token,
    second_session: entered.body.data.token,
    first_order: first.token,
    second_order: second.token,
    webhook_secret: hooked.secret,
    rotated_secret: rotated.body.data.secret,
  };
  return { code, told };
}

test('planted keys, tokens and passwords stand nowhere in clear: not in the database, logs, errors or answers', async () => {
  const { code, told } = await useAll();
  const { config, ports } = test_app.services;
  const shown = [
    inspect(config.XENDIT_KEY),
    JSON.stringify(config.XENDIT_KEY),
    inspect(ports.gateways, { depth: 9 }),
  ];
  const rows = await dump();
  expect(rows.length).toBeGreaterThan(100);
  expect(logged.length).toBeGreaterThan(20);
  for (const table of [
    'gateway_connections',
    'mutation_connections',
    'courier_connections',
    'message_connections',
    'withdrawals',
    'api_keys',
    'webhook_attempts',
  ])
    expect([...new Set(rows.map((row) => row.table))]).toContain(`public.${table}`);
  // All are stored or were used: the vendor was asked with both keys.
  const keys = [PLANTED.platform_key, PLANTED.shop_key].map((key) =>
    Buffer.from(`${key}:`).toString('base64'),
  );
  for (const key of keys) expect([...used_keys]).toContain(`Basic ${key}`);

  const found: string[] = [];
  for (const [name, secret] of Object.entries({ ...PLANTED, ...told })) {
    expect(secret, name).toEqual(expect.any(String));
    for (const { table, row } of rows) if (hasAny(row, secret)) found.push(`${name} in ${table}`);
    for (const line of logged)
      if (hasAny(line, secret)) found.push(`${name} in the log: ${line.slice(0, 300)}`);
    for (const text of [...answers, ...shown])
      if (hasAny(text, secret)) found.push(`${name} in an answer: ${text.slice(0, 300)}`);
  }
  for (const { table, row } of rows) if (hasCode(row, code)) found.push(`a code in ${table}`);
  for (const line of logged) if (hasCode(line, code)) found.push('a code in the log');
  expect([...new Set(found)]).toEqual([]);
});
