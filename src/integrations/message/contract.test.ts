import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FAULTS, HTTP, openFaultProxy, type FaultProxy } from '../../../test/integrations/fault-proxy.ts';
import {
  MESSAGE_KEY,
  openWhatsappVendor,
  openWoowaVendor,
  SENDER,
  UNREACHABLE,
  type MessageLoopback,
} from '../../../test/integrations/message-vendors.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { createLog } from '../../kernel/log.ts';
import { Secret } from '../../kernel/sealed/index.ts';
import { openMessageAccounts } from './index.ts';
import { MESSAGE_VENDORS, MessageError, type MessageAccount, type OutgoingMessage } from './port.ts';

const TRY_MS = 500;
const logged: string[] = [];
const log = createLog('trace', { write: (line) => void logged.push(line) });

const message = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key: `k${Math.random().toString(36).slice(2)}`,
  phone: '6281234567890',
  email: 'rina@example.com',
  subject: 'Kabar',
  text: 'Halo kak Rina 👋\nApa kabar & terima kasih? 100%',
  ...change,
});

/** Why a message was not sent, or how it was. */
const outcome = (work: Promise<{ state: string }>): Promise<string> =>
  work.then(
    ({ state }) => state,
    (error: unknown) => {
      if (error instanceof MessageError) return error.problem;
      throw error;
    },
  );

let test_app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

test('every vendor of the folder is held to the contract', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  const vendors = files.filter((name) => !/^(index|port)\.ts$|-/.test(name)).map((name) => name.slice(0, -3));
  expect(vendors.sort()).toEqual([...MESSAGE_VENDORS].sort());
});

test('link makes a link with the whole text, which a person opens', async () => {
  const account = openMessageAccounts({ WHATSAPP_URL: '' }, log)('link', shop.context());
  const sent = await account.send(message());
  const link = new URL(sent.state === 'LINK' ? sent.link : '');
  expect([link.origin, link.pathname, link.searchParams.get('text')]).toEqual([
    'https://wa.me',
    '/6281234567890',
    message().text,
  ]);
});

test('outbox mails a key once, and says where there is no email', async () => {
  const account = openMessageAccounts({ WHATSAPP_URL: '' }, log)('outbox', shop.context());
  const one = message();
  expect(await outcome(account.send(one))).toBe('SENT');
  expect(await outcome(account.send(one))).toBe('SENT');
  expect(await outcome(account.send(message({ email: null })))).toBe('no_way');
  const { rows } = await test_app.database.pool.query(
    'select recipient, body from mails where shop_id = $1 and key is not null',
    [shop.shop_id],
  );
  expect(rows).toEqual([{ recipient: 'rina@example.com', body: one.text }]);
});

const LOOPBACKS = { woowa: openWoowaVendor, whatsapp: openWhatsappVendor };

describe.each(Object.keys(LOOPBACKS) as (keyof typeof LOOPBACKS)[])('%s', (name) => {
  let loopback: MessageLoopback;
  let proxy: FaultProxy;
  let account: MessageAccount;

  const accountAt = (port: number, key = MESSAGE_KEY, addresses_from: 'user' | 'operator' = 'operator') => {
    const url = `http://127.0.0.1:${port}`;
    const open = openMessageAccounts({ WHATSAPP_URL: url }, log, { timeout_ms: TRY_MS, addresses_from });
    return open(name, shop.context(), { address: url, sender: SENDER, api_key: new Secret(key) });
  };

  beforeAll(async () => {
    loopback = await LOOPBACKS[name]();
    proxy = await openFaultProxy(loopback.port, HTTP);
    // What is loaded for the first request takes longer than a request may.
    await accountAt(loopback.port)
      .test()
      .catch(() => undefined);
  });
  beforeEach(() => {
    loopback.reset();
    proxy.set(undefined);
    account = accountAt(proxy.port);
  });
  afterAll(async () => {
    await proxy.close();
    loopback.close();
  });

  test('sends the text as it is to the number', async () => {
    const one = message();
    expect(await outcome(account.send(one))).toBe('SENT');
    expect(loopback.told).toMatchObject([{ phone: one.phone, text: one.text }]);
  });

  test('tells a key that works from one that does not, and sends nothing by testing', async () => {
    await expect(account.test()).resolves.toBeUndefined();
    expect(await outcome(accountAt(loopback.port, 'kunci-lain').send(message()))).toBe('key_refused');
    expect(loopback.told).toEqual([]);
  });

  test.each([400, 401, 429, 503])(
    'that repeats the key with a failure (%s) has it in no log',
    async (status) => {
      loopback.behave(() => ({ status, body: { error: { code: 1, message: `key ${MESSAGE_KEY} failed` } } }));
      const error = await account.send(message()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MessageError);
      expect(`${(error as MessageError).detail} ${logged.join(' ')}`).not.toContain(MESSAGE_KEY);
      expect((error as MessageError).detail).toContain('[sealed]');
    },
  );

  test('says that a number cannot be reached', async () => {
    expect(await outcome(account.send(message({ phone: UNREACHABLE })))).toBe('phone_refused');
  });

  test('a vendor that is busy or not there has not sent it, and may later', async () => {
    loopback.behave(() => ({ status: 429 }));
    expect(await outcome(account.send(message()))).toBe('busy');
    expect(await outcome(accountAt(9).send(message()))).toBe('unavailable');
    expect(loopback.told).toEqual([]);
  });

  test.each([
    ['is out of order', { status: 503 }],
    ['says nothing', 'silence'],
    ['hangs up', 'hang up'],
    ['answers what makes no sense', 'garbage'],
    ['answers nothing', { status: 200, body: null }],
  ] as const)(
    'a vendor that %s may have sent it: that is said, and it is not sent again',
    async (_title, how) => {
      loopback.behave(() => how);
      expect(await outcome(account.send(message()))).toBe('answer_lost');
      expect(loopback.requests).toHaveLength(1);
    },
  );

  test.each(FAULTS)('through a network with the fault %s: what is said is true', async (fault) => {
    proxy.set(fault);
    const one = message();
    const said = await outcome(account.send(one));
    const told = loopback.told.length;
    // Nobody can help a network that says everything twice to a vendor that knows no message again.
    const once = fault === 'sent twice' ? 2 : 1;
    const possible: Record<string, number[]> = { SENT: [once], answer_lost: [0, once], unavailable: [0] };
    expect(possible[said] ?? [], said).toContain(told);
  });
});

test('Woowa at an address of this machine is not contacted where a shop has entered it', async () => {
  const vendor = await openWoowaVendor();
  const open = openMessageAccounts({ WHATSAPP_URL: '' }, log);
  for (const address of [vendor.url, 'http://localhost:8080', 'http://169.254.169.254', 'http://[::1]:80']) {
    const account = open('woowa', shop.context(), { address, sender: null, api_key: new Secret('x') });
    const work = account.test().then(() => ({ state: 'reached' }));
    expect(await outcome(work), address).toBe('refused');
  }
  expect(vendor.requests).toEqual([]);
  vendor.close();
});

test('WhatsApp sends approved templates with their values, and our key', async () => {
  const vendor = await openWhatsappVendor();
  const open = openMessageAccounts({ WHATSAPP_URL: vendor.url }, log);
  const account = open('whatsapp', shop.context(), {
    address: null,
    sender: SENDER,
    api_key: new Secret(MESSAGE_KEY),
  });
  const one = message({ approved: { name: 'pengingat', language: 'id', values: ['Rina', 'Rp5.000'] } });
  expect(await outcome(account.send(one))).toBe('SENT');
  expect(vendor.told).toMatchObject([
    { key: one.key, template: { name: 'pengingat', values: ['Rina', 'Rp5.000'] }, text: '' },
  ]);
  vendor.close();
});
