import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { openGateways } from '../../src/integrations/gateway/index.ts';
import { credit, debit, transfer } from '../../src/modules/ledger/index.ts';
import { withdrawalClock } from '../../src/modules/orderpay/withdrawals/work-withdrawals.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../harness.ts';
import { expectOk } from '../stall.ts';
import { HTTP, openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from './xendit-vendor.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const SILENCE_MS = 400;

/** `xendit_bank_id` of BCA. */
const BCA = 19;

export interface WithdrawalScene {
  app: TestApp;
  shop: TestShop;
  vendor: XenditLoopback;
  proxy: FaultProxy;
  openShop: () => Promise<void>;
  /** Money that can be withdrawn. */
  fund: (amount_idr: number) => Promise<void>;
  withdraw: (change?: object) => Promise<Answered>;
  /** Does what is due, as the clock would in a while. */
  work: () => Promise<void>;
  /** Newest first, as they are listed. */
  listed: () => Promise<any[]>;
  rows: () => Promise<any[]>;
  balance: () => Promise<any>;
  /** The gateway calls with what it has to say since the last time. */
  callBack: () => Promise<void>;
  /** What doctor finds. */
  differences: () => Promise<unknown[]>;
}

/** A shop that withdraws from OrderPay through a gateway on this machine, behind a network that can be made faulty. */
export function withdrawalScene(): WithdrawalScene {
  const scene = { told: 0 } as WithdrawalScene & { told: number };
  const query = async (text: string, values: unknown[]) =>
    (await scene.app.database.pool.query(text, values)).rows;
  beforeAll(async () => {
    scene.vendor = await openXenditVendor();
    scene.proxy = await openFaultProxy(scene.vendor.port, HTTP);
    const environment = {
      GATEWAY: 'xendit',
      XENDIT_URL: `http://127.0.0.1:${scene.proxy.port}`,
      XENDIT_KEY: XENDIT_TEST_KEY,
      XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
    };
    scene.app = await startTestApp({ pool_size: 12, environment });
    await scene.openShop();
  });
  beforeEach(() => {
    const { services } = scene.app;
    scene.vendor.reset();
    scene.proxy.set(undefined);
    scene.told = 0;
    // As in service, but for how long a vendor may be silent; no failure of another test keeps it from being asked.
    services.ports.gateways = openGateways(services.config, services, { timeout_ms: SILENCE_MS });
  });
  afterAll(async () => {
    await scene.app.close();
    await scene.proxy.close();
    scene.vendor.close();
  });
  return Object.assign(scene, {
    openShop: async () => void (scene.shop = await scene.app.openShop()),
    async fund(amount_idr: number) {
      const legs = [debit('ORDERPAY_AVAILABLE', amount_idr), credit('ORDERS', amount_idr)];
      await transfer(scene.shop.context(), { cause: `test:${randomUUID()}`, kind: 'CHARGE_PAID', legs });
    },
    withdraw: (change: object = {}) =>
      scene.shop.call('POST', '/api/open/payment/withdraw', {
        xendit_bank_id: BCA,
        nominal: 100_000,
        holder_name: 'Budi Santoso',
        account_number: '1234567890',
        ...change,
      }),
    async work() {
      await query(
        `update withdrawals set next_try_at = now() - interval '1 second' where next_try_at is not null and shop_id = $1`,
        [scene.shop.shop_id],
      );
      // Woken or not, the clock has it worked.
      await withdrawalClock(scene.app.services).run();
    },
    listed: async () =>
      expectOk(await scene.shop.call('GET', '/api/open/payment/withdrawal', { per_page: '100' })).body.data,
    rows: () => query('select * from withdrawals where shop_id = $1 order by id', [scene.shop.shop_id]),
    balance: async () =>
      expectOk(await scene.shop.call('GET', '/api/open/payment/orderpay-balance')).body.data,
    async callBack() {
      const news = scene.vendor.callbacks.slice(scene.told);
      scene.told = scene.vendor.callbacks.length;
      for (const body of news)
        expectOk(
          await scene.app.call('POST', '/api/hooks/gateway', body, { 'x-callback-token': XENDIT_TEST_TOKEN }),
        );
      await scene.app.runJobs();
    },
    differences: async () =>
      (await diagnose(scene.app.services.db)).flatMap(({ differences }) => differences),
  });
}
