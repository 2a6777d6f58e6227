import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { tenantTables } from '../src/kernel/database/schema.generated.ts';
import { modules, routes } from '../src/modules.ts';
import { countStatements } from './count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { openXenditVendor, XENDIT_TEST_KEY, XENDIT_TEST_TOKEN } from './integrations/xendit-vendor.ts';
import { TimedStage } from './plans/timed-stage.ts';
import { expectOk, openStall, orderOf, today, type Stall } from './stall.ts';

const TABLES = new Set<string>([...tenantTables, 'shops']);
const TAGGED = new Set(routes.filter(({ tagged }) => tagged !== undefined).map(({ operation }) => operation));
const DAILY = new Set(routes.filter(({ tagged }) => tagged === 'DAY').map(({ operation }) => operation));
const FUNCTIONS = modules.flatMap(({ functions = [] }) => functions);

/** Statements of one transaction, or one by itself, with what the functions do that they call. */
type Work = string[];

/** What is sent while something is done, transaction by transaction. */
class Listener {
  #works: Work[] = [];
  /** The inner one is the later one: a job writes its progress in a transaction of its own. */
  #open: Work[] = [];

  hear(text: string): void {
    if (text === 'begin') this.#open.push([]);
    else if (text === 'rollback') this.#open.pop();
    else if (text === 'commit') this.#works.push(this.#open.pop() ?? []);
    else {
      const called = FUNCTIONS.filter(({ name }) => text.includes(`${name}(`));
      const texts = [text, ...called.map(({ definition }) => definition)];
      const open = this.#open.at(-1);
      if (open === undefined) this.#works.push(texts);
      else open.push(...texts);
    }
  }

  take(): Work[] {
    const works = this.#works;
    this.#works = [];
    return works;
  }
}

const tablesAfter = (words: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => [...text.matchAll(new RegExp(`\\b(?:${words})\\s+"?(\\w+)`, 'gi'))])
    .map(([, table = '']) => table)
    .filter((table) => TABLES.has(table));
const written = (work: Work) => tablesAfter('insert into|update|delete from', work);
const read = (work: Work) => tablesAfter('from|join', work);

/** Events that some statements write only sometimes. */
const OCCASIONAL = new Set(['stock.emptied', 'customer.created']);

function writesEvent(text: string): boolean {
  if (!/insert into "?outbox_events/.test(text)) return false;
  const named = [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name = '']) => name);
  return named.length === 0 || named.some((name) => !OCCASIONAL.has(name));
}

/** Tables that are written without an event, and what for. */
const TOLD_OTHERWISE: Record<string, string> = {
  sessions: 'read to know who asks',
  api_keys: 'read to know who asks',
  outbox_events: 'read to know the version of the shop',
  order_tallies: 'what is folded into them changes no total',
  order_tally_changes: 'what is folded into them changes no total',
  sales_tallies: 'what is folded into them changes no total',
  sales_to_count: 'what is folded into them changes no total',
  sales_to_take_back: 'what is folded into them changes no total',
  ledger_accounts: 'balances of customers change by orders, payments and refunds, which tell it',
};

test(
  'what tagged answers show changes only together with an event, and not with the hours of a day',
  { timeout: 240_000 },
  async () => {
    const vendor = await openXenditVendor();
    onTestFinished(() => vendor.close());
    const listener = new Listener();
    const began = Date.now();
    let later_ms = 0;
    /** What is asked for again, hours later. */
    const asked: (() => Promise<string>)[] = [];
    const app = await startTestApp({
      environment: {
        BILLING: 'on',
        GATEWAY: 'xendit',
        XENDIT_URL: vendor.url,
        XENDIT_KEY: XENDIT_TEST_KEY,
        XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
      },
      onStatement: (text) => listener.hear(text),
      clock: { now: () => new Date(Date.parse(`${today()}T03:00:00Z`) + Date.now() - began + later_ms) },
    });
    onTestFinished(() => app.close());
    /** Operations by the tables that their tagged answers show. */
    const shown = new Map<string, Set<string>>();
    /** What writes a table without an event. */
    const silent = new Map<string, Set<string>>();
    const add = (to: Map<string, Set<string>>, table: string, what: string) =>
      to.set(table, (to.get(table) ?? new Set()).add(what));
    const stage = await TimedStage.open(app);
    const call = stage.call.bind(stage);
    stage.call = async (operation, ...rest) => {
      const { credential } = stage;
      if (DAILY.has(operation))
        asked.push(async () => {
          stage.credential = credential;
          // Some of it is not there any more.
          const answer = await call(operation, ...rest).catch((error: Error) => ({ error: error.message }));
          return `${operation} ${JSON.stringify(rest[0])}: ${JSON.stringify(answer).replace(/request_id\W+\w+/, '')}`;
        });
      try {
        return await call(operation, ...rest);
      } finally {
        for (const work of listener.take()) {
          if (TAGGED.has(operation)) for (const table of read(work)) add(shown, table, operation);
          // Of a shop that is made nobody has an answer yet.
          if (operation !== 'registerShop' && !work.some(writesEvent))
            for (const table of written(work)) add(silent, table, operation);
        }
      }
    };
    await stage.play();
    expect(shown.size).toBeGreaterThan(30);
    const now: string[] = [];
    const later: string[] = [];
    for (const again of asked) now.push(await again());
    later_ms = 5 * 3_600_000;
    for (const again of asked) later.push(await again());
    expect(later.filter((answer, index) => answer !== now[index])).toEqual([]);
    const untold = [...shown].filter(([table]) => silent.has(table) && TOLD_OTHERWISE[table] === undefined);
    expect(
      untold.map(([table, by]) => ({
        table,
        shown: [...by].join(),
        written: [...(silent.get(table) ?? [])].join(),
      })),
    ).toEqual([]);
  },
);

describe('a client that has an answer', () => {
  let app: TestApp;
  let shop: TestShop;
  let stall: Stall;

  beforeAll(async () => {
    app = await startTestApp();
    shop = await app.openShop();
    stall = await openStall(shop);
  });
  afterAll(() => app.close());

  const get = (url: string, tag?: string, headers: Record<string, string> = {}) =>
    app.app.inject({
      method: 'GET',
      url,
      headers: {
        authorization: `Bearer ${shop.token}`,
        ...(tag !== undefined && { 'if-none-match': tag }),
        ...headers,
      },
    });
  const tagOf = async (url: string) => String((await get(url)).headers['etag']);
  /** Of the version of now: the one of the credential may be a second old. */
  const tagOfNow = async (url: string) => String((await get(url, '"none"')).headers['etag']);

  test('is told so without a body as long as nothing changes, and gets the new one as soon as something does', async () => {
    const url = '/api/open/order?per_page=5';
    const tag = await tagOfNow(url);
    const before = await get(url, tag);
    expect([before.statusCode, before.body]).toEqual([304, '']);
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
    const after = await get(url, tag);
    expect(after.statusCode).toBe(200);
    expect(after.json().data).toHaveLength(1);
    expect((await get(url, String(after.headers['etag']))).statusCode).toBe(304);
  });

  test('costs one statement besides finding out who asks, and a tag none', async () => {
    const url = '/api/open/order';
    const tag = await tagOfNow(url);
    expect(await countStatements(app, () => get(url, tag))).toBe(1);
    expect(await countStatements(app, () => get(url))).toBe(1);
  });

  test('has it of one address, one language and one user: others are answered whole', async () => {
    const tag = await tagOfNow('/api/open/order');
    expect((await get('/api/open/order?per_page=3', tag)).statusCode).toBe(200);
    expect((await get('/api/open/order', tag, { 'accept-language': 'id' })).statusCode).toBe(200);
    const other = await app.openShop();
    const elsewhere = await get('/api/open/order', tag, { authorization: `Bearer ${other.token}` });
    expect(elsewhere.statusCode).toBe(200);
    expect((await get('/api/open/order', tag, { authorization: 'Bearer ngs_none' })).statusCode).toBe(401);
  });

  test('is told of what is not there, whatever it says that it has', async () => {
    expect((await get('/api/open/order/detail?id=999999999', '*')).statusCode).toBe(404);
  });

  test('misses no change, in whatever order the transactions of a shop are committed', async () => {
    const url = '/api/open/supplier';
    const { pool } = app.database;
    const event = `insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, created_at)
      values (${shop.shop_id}, 'supplier.updated', 1, 1, '{}', 1, now())`;
    const [slow, quick] = [await pool.connect(), await pool.connect()];
    try {
      await slow.query('begin');
      await slow.query(event);
      await quick.query(event);
      await app.readEvents();
      const tag = await tagOfNow(url);
      expect((await get(url, tag)).statusCode).toBe(304);
      await slow.query('commit');
      expect((await get(url, tag)).statusCode).toBe(200);
      const later = await tagOfNow(url);
      await app.readEvents();
      expect((await get(url, later)).statusCode).toBe(200);
    } finally {
      slow.release();
      quick.release();
    }
  });

  test('is told of none while more is going on than is counted', async () => {
    const busy = await app.openShop();
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, created_at)
       select $1, 'supplier.updated', 1, 1, '{}', 1, now() from generate_series(1, 200)`,
      [busy.shop_id],
    );
    const answer = await get('/api/open/supplier', '"none"', { authorization: `Bearer ${busy.token}` });
    expect([answer.statusCode, answer.headers['etag']]).toEqual([200, undefined]);
    await app.readEvents();
    const later = await get('/api/open/supplier', '"none"', { authorization: `Bearer ${busy.token}` });
    expect(later.headers['etag']).toMatch(/^W\/"/);
  });

  test('gets no tag of what shows more than rows of the shop', async () => {
    expect(await tagOf('/api/open/payment/orderpay-balance')).toBe('undefined');
    expect(await tagOf('/api/open/shop')).toMatch(/^W\/"/);
  });
});
