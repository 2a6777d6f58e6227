import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openMessageAccounts } from '../../src/integrations/message/index.ts';
import { openMessageWork } from '../../src/modules/messages/send/run-messages.ts';
import { startTestApp, type TestApp, type TestShop } from '../harness.ts';
import { storeTexts } from '../search-texts.ts';
import { addCustomer, expectOk, openStall, orderOf, type Stall } from '../stall.ts';
import { HTTP, openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import {
  APP_SECRET,
  MESSAGE_KEY,
  openWhatsappVendor,
  openWoowaVendor,
  SENDER,
  whatsappCall,
  type MessageLoopback,
} from './message-vendors.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export type ConnectedName = 'woowa' | 'whatsapp';

/** A shop with customers, and vendors of messages on this machine behind networks that can be made faulty. */
export interface MessageScene {
  app: TestApp;
  shop: TestShop;
  stall: Stall;
  vendors: Record<ConnectedName, MessageLoopback>;
  proxies: Record<ConnectedName, FaultProxy>;
  /** Opens another shop, which is the one of the scene from then on. */
  openShop: () => Promise<void>;
  /** Connects the shop with a vendor and chooses it. @returns the path that WhatsApp calls */
  choose: (vendor: ConnectedName) => Promise<string | null>;
  setting: (change: object) => Promise<void>;
  /** Adds customers at once, whose phone numbers begin with 62855. */
  addCustomers: (count: number) => Promise<number[]>;
  addCustomer: (name: string, phone: string) => Promise<number>;
  order: (change?: object) => Promise<number>;
  /** Does what is due, as a process would in a while: what waits for another try, too. */
  work: (turn_ms?: number) => Promise<void>;
  /** Nothing leaves until `work`. */
  hold: () => Promise<void>;
  /** All messages of the shop, the oldest first. */
  messages: () => Promise<any[]>;
  /** How many are in each state. */
  states: () => Promise<Record<string, number>>;
  /** WhatsApp calls. @returns the status of the answer */
  callBack: (path: string, value: Parameters<typeof whatsappCall>[0]) => Promise<number>;
  query: (text: string, values?: unknown[]) => Promise<any[]>;
}

const SILENCE_MS = 400;

export function messageScene({ pool_size = 12, timeout_ms = SILENCE_MS } = {}): MessageScene {
  const scene = {} as MessageScene;
  let customers = 0;
  const query = async (text: string, values: unknown[] = [scene.shop.shop_id]) =>
    (await scene.app.database.pool.query(text, values)).rows;
  beforeAll(async () => {
    const [woowa, whatsapp] = await Promise.all([openWoowaVendor(), openWhatsappVendor()]);
    scene.vendors = { woowa, whatsapp };
    scene.proxies = {
      woowa: await openFaultProxy(woowa.port, HTTP),
      whatsapp: await openFaultProxy(whatsapp.port, HTTP),
    };
    scene.app = await startTestApp({ pool_size });
    await scene.openShop();
  });
  beforeEach(() => {
    const { services } = scene.app;
    for (const vendor of Object.values(scene.vendors)) vendor.reset();
    for (const proxy of Object.values(scene.proxies)) proxy.set(undefined);
    // As in service, but for how long a vendor may be silent and where it is; no failure of another test counts.
    services.ports.openMessageAccount = openMessageAccounts(
      { WHATSAPP_URL: `http://127.0.0.1:${scene.proxies.whatsapp.port}` },
      services.log,
      { timeout_ms, addresses_from: 'operator' },
    );
  });
  afterAll(async () => {
    // Tests have changed customers in ways of their own.
    for (const { id } of await query('select id from shops', []))
      await storeTexts(scene.app.database.pool, id);
    await scene.app.close();
    for (const proxy of Object.values(scene.proxies)) await proxy.close();
    for (const vendor of Object.values(scene.vendors)) vendor.close();
  });
  return Object.assign(scene, {
    query,
    async openShop() {
      scene.shop = await scene.app.openShop();
      scene.stall = await openStall(scene.shop);
      await scene.setting({ quiet_from: '00:00', quiet_until: '00:00', per_minute: 1_000 });
    },
    async setting(change: object) {
      expectOk(await scene.shop.call('PUT', '/api/open/message/setting', change));
    },
    async choose(vendor: ConnectedName) {
      const own =
        vendor === 'woowa'
          ? { address: `http://127.0.0.1:${scene.proxies.woowa.port}` }
          : { sender: SENDER, app_secret: APP_SECRET };
      const { data } = expectOk(
        await scene.shop.call('PUT', '/api/open/message/connection', {
          vendor,
          api_key: MESSAGE_KEY,
          ...own,
        }),
      ).body;
      await scene.setting({ vendor });
      // A thousand a minute is the most that may be chosen; tests have less time.
      await query('update message_settings set per_minute = 1000000 where shop_id = $1');
      return data.callback_url === null ? null : new URL(data.callback_url).pathname;
    },
    async addCustomers(count: number) {
      customers += count;
      const rows = await query(
        `insert into customers (shop_id, name, phone, address, category_code, activation, created_at, updated_at)
         select $1, 'Pelanggan ' || n, '62855' || (10000000 + $3 + n), 'Jl. Melati', 'N', 'Y', now(), now()
         from generate_series(1, $2::int) as n returning id`,
        [scene.shop.shop_id, count, customers],
      );
      await storeTexts(scene.app.database.pool, scene.shop.shop_id);
      return rows.map(({ id }) => id as number);
    },
    addCustomer: (name: string, phone: string) => addCustomer(scene.shop, 'N', name, phone),
    async order(change: object = {}) {
      const body = { ...orderOf(scene.stall), ...change };
      return expectOk(await scene.shop.call('POST', '/api/open/order', body)).body.data.order_id as number;
    },
    async work(turn_ms = 60_000) {
      await query(
        `update messages set next_try_at = now() - interval '1 second' where shop_id = $1 and id in (select id from messages
           where shop_id = $1 and state = 'WAITING' and lane <> 1 and next_try_at > now() order by id for update skip locked)`,
      );
      await query(
        `update message_settings set next_send_at = null, work_due_at = now() - interval '1 second' where shop_id = $1`,
      );
      await openMessageWork(scene.app.services, { turn_ms }).workOnce();
    },
    async hold() {
      await query(`update message_settings set next_send_at = now() + interval '1 hour' where shop_id = $1`);
    },
    messages: () => query('select * from messages where shop_id = $1 order by id'),
    async states() {
      const rows = await query(
        'select state, count(*)::int as count from messages where shop_id = $1 group by state order by state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    async callBack(path: string, value: Parameters<typeof whatsappCall>[0]) {
      const { body, headers } = whatsappCall(value);
      const answer = await scene.app.call('POST', path, body, headers);
      await scene.app.runJobs();
      return answer.status;
    },
  });
}
