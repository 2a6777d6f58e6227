import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openGateways } from '../src/integrations/gateway/index.ts';
import { chargeClock } from '../src/modules/checkout/gateway/work-charges.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { HTTP, openFaultProxy, type FaultProxy } from './integrations/fault-proxy.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from './integrations/xendit-vendor.ts';
import { Secret } from '../src/kernel/sealed/index.ts';
import { expectOk } from './stall.ts';
import { openStore, type StoreScene } from './store-scene.ts';

/* oxlint-disable typescript/no-explicit-any -- rows and bodies are looked into freely */

/** As long as the gateway may be silent in tests. */
const SILENCE_MS = 500;

export interface ChargeScene {
  app: TestApp;
  xendit: XenditLoopback;
  proxy: FaultProxy;
  store: StoreScene;
  checkOut(payment?: object, headers?: Record<string, string>): Promise<any>;
  /** What a buyer sees. */
  view(token: string): Promise<any>;
  query(text: string, values?: unknown[]): Promise<any[]>;
  charges(): Promise<any[]>;
  /** Sends a callback of the vendor, as it is or changed, and does what it queues. */
  callback(body: object, token?: string, path?: string): Promise<Answered>;
  /** Does what is due, as the clock would in a while. */
  work(): Promise<void>;
}

/** A store whose buyers pay through the installation's account at a Xendit on this machine. */
export function chargeScene(): ChargeScene {
  const scene = {} as ChargeScene;
  beforeAll(async () => {
    scene.xendit = await openXenditVendor();
    scene.proxy = await openFaultProxy(scene.xendit.port, HTTP);
    scene.app = await startTestApp({
      environment: {
        BILLING: 'on',
        GATEWAY: 'xendit',
        XENDIT_URL: `http://127.0.0.1:${scene.proxy.port}`,
        XENDIT_KEY: XENDIT_TEST_KEY,
        XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
      },
    });
  });
  beforeEach(async () => {
    scene.xendit.reset();
    scene.proxy.set(undefined);
    // Charges of tests before have another vendor's book.
    await scene.query('update gateway_charges set next_try_at = null');
    const { services } = scene.app;
    services.ports.gateways = openGateways(
      {
        GATEWAY: 'xendit',
        XENDIT_URL: `http://127.0.0.1:${scene.proxy.port}`,
        XENDIT_KEY: new Secret(XENDIT_TEST_KEY),
        XENDIT_CALLBACK_TOKEN: new Secret(XENDIT_TEST_TOKEN),
      },
      services,
      { timeout_ms: SILENCE_MS },
    );
    scene.store = await openStore(scene.app);
  });
  afterAll(async () => {
    await scene.app.close();
    await scene.proxy.close();
    scene.xendit.close();
  });
  scene.query = async (text, values = []) => (await scene.app.database.pool.query(text, values)).rows;
  scene.checkOut = async (payment = {}, headers = {}) => {
    const body = scene.store.checkout({ payment: { method: 'GATEWAY', channel: 'VA_BNI', ...payment } });
    return expectOk(await scene.store.visit('POST', '/checkout', body, headers)).body.data;
  };
  scene.view = async (token) => expectOk(await scene.store.visit('GET', `/order/${token}`)).body.data;
  scene.charges = () =>
    scene.query('select * from gateway_charges where shop_id = $1 order by id', [scene.store.shop.shop_id]);
  scene.callback = async (body, token = XENDIT_TEST_TOKEN, path = '/api/hooks/gateway') => {
    const answer = await scene.app.call('POST', path, body, { 'x-callback-token': token });
    await scene.app.runJobs();
    return answer;
  };
  scene.work = async () => {
    await scene.query(
      `update gateway_charges set next_try_at = now() - interval '1 second' where next_try_at is not null`,
    );
    await chargeClock(scene.app.services).run();
  };
  return scene;
}
