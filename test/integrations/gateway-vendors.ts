import { pino } from 'pino';
import { openGateways } from '../../src/integrations/gateway/index.ts';
import type {
  ChargeRequest,
  GatewayAccount,
  GatewayName,
  PayoutRequest,
} from '../../src/integrations/gateway/port.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { Secret } from '../../src/kernel/sealed/index.ts';
import { chargeBy, endCharge, payCharge } from '../../src/modules/sandbox/charges.ts';
import { SandboxAccount } from '../../src/modules/sandbox/index.ts';
import { decidePayout } from '../../src/modules/sandbox/payouts.ts';
import type { Sandbox } from '../../src/modules/sandbox/sandbox.ts';
import { tokenOf } from '../../src/modules/sandbox/token.ts';
import { startTestApp } from '../harness.ts';
import { openXenditVendor, XENDIT_TEST_KEY, XENDIT_TEST_TOKEN } from './xendit-vendor.ts';

/** A gateway on this machine, as the contract needs it. */
export interface GatewayLoopback {
  account: GatewayAccount;
  /** Money that can be paid out. */
  topUp(amount_idr: number): Promise<void>;
  /** A buyer pays a charge that is open, or one that is not where it is forced. */
  pay(key: string, amount_idr?: number, force?: boolean): Promise<void>;
  expire(key: string): Promise<void>;
  settle(key: string, what: 'paid' | 'failed'): Promise<void>;
  /** Bodies of callbacks that were to be sent, oldest first. */
  callbacks(): Promise<Buffer[]>;
  /** How many charges and payouts it has of a key. */
  count(key: string): Promise<number>;
  /** The header that its callbacks have. */
  token: string;
  close(): Promise<void>;
}

/** Each gateway on this machine, and how it is opened. */
export const LOOPBACKS: Record<GatewayName, () => Promise<GatewayLoopback>> = {
  async xendit() {
    const xendit = await openXenditVendor();
    return {
      account: xenditAt(xendit.url, 1_000),
      topUp: async (amount_idr) => void (xendit.balance.idr += amount_idr),
      pay: async (key, amount_idr, force) => void xendit.pay(key, amount_idr, force),
      expire: async (key) => xendit.expire(key),
      settle: async (key, what) =>
        what === 'paid'
          ? xendit.settle(key, 'SUCCEEDED')
          : xendit.settle(key, 'FAILED', 'INVALID_DESTINATION'),
      callbacks: async () => xendit.callbacks.map((body) => Buffer.from(JSON.stringify(body))),
      count: async (key) => [...xendit.charges, ...xendit.payouts].filter((one) => one.key === key).length,
      token: XENDIT_TEST_TOKEN,
      close: async () => xendit.close(),
    };
  },
  async sandbox() {
    const app = await startTestApp();
    const sandbox: Sandbox = app.services;
    const account = new SandboxAccount(sandbox);
    const chargeOf = async (key: string) => {
      const charge = await chargeBy(sandbox, 'key', key);
      if (charge === undefined) throw new Error(`nothing to pay under ${key}`);
      return charge;
    };
    const query = async (text: string, key?: string) =>
      (await app.database.pool.query(text, key === undefined ? [] : [key])).rows;
    const pay: GatewayLoopback['pay'] = async (key, amount_idr, force) => {
      const charge = await chargeOf(key);
      if (charge.state !== 'OPEN' && force !== true) throw new Error(`nothing to pay under ${key}`);
      await payCharge(sandbox, charge, amount_idr ?? charge.amount_idr, sandbox.clock.now());
    };
    return {
      account,
      async topUp(amount_idr) {
        const key = `ng-isi-${amount_idr}-${Math.random()}`;
        await account.createCharge(chargeRequest(key, { amount_idr }));
        await pay(key);
      },
      pay,
      expire: (key) => endCharge(sandbox, key),
      async settle(key, what) {
        const [{ id }] = await query('select id from sandbox_payouts where key = $1', key);
        await decidePayout(sandbox, id, what);
      },
      callbacks: async () =>
        (await query('select body from sandbox_callbacks order by id')).map(({ body }) => Buffer.from(body)),
      count: async (key) => {
        const [{ count }] = await query(
          `select (select count(*) from sandbox_charges where key = $1)::int
            + (select count(*) from sandbox_payouts where key = $1)::int as count`,
          key,
        );
        return count;
      },
      token: tokenOf(sandbox.secrets, 'sandbox callback'),
      close: () => app.close(),
    };
  },
};

/** The adapter of Xendit at an address of this machine. */
export function xenditAt(url: string, timeout_ms: number, key = XENDIT_TEST_KEY): GatewayAccount {
  const settings = { GATEWAY: 'off', XENDIT_URL: url } as const;
  const parts = { log: pino({ level: 'silent' }), clock: systemClock };
  const credentials = { key: new Secret(key), callback_token: new Secret(XENDIT_TEST_TOKEN) };
  return openGateways(settings, parts, { timeout_ms }).open('xendit', credentials);
}

export function chargeRequest(key: string, more: Partial<ChargeRequest> = {}): ChargeRequest {
  return {
    key,
    channel: 'VA_BNI',
    amount_idr: 152_500,
    expires_at: new Date(Date.now() + 86_400_000),
    payer: { name: 'Siti Aminah', phone: '6281234567890' },
    description: 'Pesanan di Toko Batik',
    merchant_name: 'Toko Batik 1998',
    may_exist: false,
    ...more,
  };
}

export function payoutRequest(key: string, more: Partial<PayoutRequest> = {}): PayoutRequest {
  return {
    key,
    bank_code: 'BCA',
    account_number: '1234567890',
    holder_name: 'Budi Santoso',
    amount_idr: 100_000,
    description: 'Penarikan saldo OrderPay',
    ...more,
  };
}
