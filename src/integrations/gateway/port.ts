import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../kernel/sealed/index.ts';

/** Companies that collect money of buyers and pay it out. */
export const GATEWAY_NAMES = ['xendit', 'sandbox'] as const;
export type GatewayName = (typeof GATEWAY_NAMES)[number];

/** Banks at which a virtual account can be opened, by the codes that Indonesian gateways share. */
export const VA_BANKS = ['MANDIRI', 'BNI', 'PERMATA', 'BRI', 'BCA', 'BSI', 'CIMB'] as const;
export type VaBank = (typeof VA_BANKS)[number];

/** How a buyer can pay: to a virtual account of one bank, or on a page of the gateway with QRIS and e-wallets. */
export type GatewayChannel = `VA_${VaBank}` | 'INVOICE';
export const GATEWAY_CHANNELS: readonly GatewayChannel[] = [
  ...VA_BANKS.map((bank) => `VA_${bank}` as const),
  'INVOICE',
];

/** @returns undefined for what is no virtual account */
export function bankOfChannel(channel: GatewayChannel): VaBank | undefined {
  return channel === 'INVOICE' ? undefined : (channel.slice('VA_'.length) as VaBank);
}

export interface Payer {
  name: string;
  email?: string | undefined;
  /** As `62812…` */
  phone?: string | undefined;
}

export interface ChargeRequest {
  /** Ours, the same whenever this charge is created again: letters, digits, `_` and `-`, at most 80. */
  key: string;
  channel: GatewayChannel;
  amount_idr: number;
  /** When it stops taking money. */
  expires_at: Date;
  payer: Payer;
  /** What is paid for, as the buyer reads it. */
  description: string;
  /** Whose virtual account it is, as banks show it: the shop. */
  merchant_name: string;
  /** Where the page of the gateway leads back to. */
  return_url?: string | undefined;
  /** It was requested before, and no answer came: there may be one. */
  may_exist: boolean;
}

/** A request for money that waits for its payer. */
export interface Charge {
  key: string;
  vendor_charge_id: string;
  /** The number to pay to; null for a page. */
  va_number: string | null;
  /** The page to pay on; null for a virtual account. */
  invoice_url: string | null;
  /** When the vendor stops taking money: not later than wanted. */
  expires_at: Date;
}

/** By which a charge is found again. */
export interface ChargeReference {
  key: string;
  channel: GatewayChannel;
  /** null where no answer to its creation came. */
  vendor_charge_id: string | null;
}

/** Money that came in for a charge. */
export interface ChargePayment {
  /** The same whenever the same payment is told; null where the vendor does not say it here. */
  payment_id: string | null;
  amount_idr: number;
  paid_at: Date;
}

/** What the vendor has of a charge. */
export interface FoundCharge {
  /** ENDED: it takes no money any more. */
  state: 'OPEN' | 'PAID' | 'ENDED';
  /** All that came in under its key, oldest first: also twice, or another amount. */
  payments: ChargePayment[];
}

export interface PayoutRequest {
  /** Ours, the same whenever this payout is requested again: letters, digits, `_` and `-`, at most 80. */
  key: string;
  /** As in `GET /api/open/bank/xendit`: `BCA`, `MANDIRI` … */
  bank_code: string;
  account_number: string;
  holder_name: string;
  amount_idr: number;
  /** On the statement of who gets it, where the bank shows it. */
  description: string;
}

/** Why a payout failed, in our words. */
export type PayoutFailure =
  /** There is no such account, or it is another person's. */
  | 'account_refused'
  /** The bank of the account does not take it, or not now. */
  | 'bank_failed'
  /** The account at the vendor had not enough money. */
  | 'balance_too_low'
  /** It was paid, and the bank sent the money back. */
  | 'returned'
  | 'unknown';

/** What the vendor has of a payout. */
export interface Payout {
  key: string;
  vendor_payout_id: string;
  /** FAILED: the money is with the vendor again. What was PAID may fail later: a bank can send it back. */
  state: 'PENDING' | 'PAID' | 'FAILED';
  /** null unless it failed. */
  failure: PayoutFailure | null;
}

/** What a callback tells. */
export type GatewayNews =
  | {
      kind: 'charge_paid';
      /** The same whenever the same is told again. */
      event_id: string;
      key: string;
      payment_id: string;
      amount_idr: number;
      happened_at: Date;
    }
  | { kind: 'charge_expired'; event_id: string; key: string; amount_idr: number; happened_at: Date }
  | {
      kind: 'payout_paid' | 'payout_failed';
      event_id: string;
      key: string;
      amount_idr: number;
      happened_at: Date;
      failure: PayoutFailure | null;
    };

/**
 * One account at a gateway. Nothing of it stands in a transaction. All calls end in time, and fail with `GatewayError`
 * only.
 */
export interface GatewayAccount {
  readonly name: GatewayName;
  /** Whether the vendor takes the key; changes nothing there. @throws GatewayError, `key_refused` where it does not */
  testKey(): Promise<void>;
  /** The channels that the account can use. */
  channels(): Promise<GatewayChannel[]>;
  /** What can be paid out. */
  balance(): Promise<number>;
  /**
   * Creates a charge, or returns the one that was created under the key before. After an error that is not `is_refused` it
   * is not known whether there is one: call it again with `may_exist`. Where that has left two, payments of both tell the key.
   * @param signal ends it early, with the reason of the signal
   */
  createCharge(request: ChargeRequest, signal?: AbortSignal): Promise<Charge>;
  /** What came in under the key, whatever callbacks were lost. @returns undefined where the vendor does not know it */
  findCharge(charge: ChargeReference): Promise<FoundCharge | undefined>;
  /** Has it take no money any more. @returns what it is then: it may have been paid before */
  endCharge(charge: ChargeReference): Promise<FoundCharge | undefined>;
  /**
   * Pays out, or returns what became of the payout that was requested under the key before. After an error that is not
   * `is_refused` it is not known whether it is made: call it again with the same request, or find it.
   */
  createPayout(request: PayoutRequest): Promise<Payout>;
  /** @returns undefined where the vendor does not know it */
  findPayout(key: string): Promise<Payout | undefined>;
  /** Whether the vendor sent a callback: by the token that it shares with this account, compared in constant time. */
  verifies(headers: IncomingHttpHeaders): boolean;
  /**
   * What a callback tells, once it is verified.
   * @returns `unimportant` for what concerns nothing of ours, such as a virtual account that was made; undefined for what
   *   is not understood
   */
  readCallback(body: Buffer): GatewayNews | 'unimportant' | undefined;
}

/** What proves to a gateway who asks, and to us that the gateway calls. */
export interface GatewayCredentials {
  key: Secret;
  /** undefined: none of its callbacks is believed. */
  callback_token?: Secret | undefined;
}

/** The gateways that this installation knows. */
export interface Gateways {
  /** Opens the account of these credentials; asks nobody. */
  open(name: 'xendit', credentials: GatewayCredentials): GatewayAccount;
  /** The account of the installation itself, whose money becomes that of its shops; undefined where it has none. */
  readonly platform: GatewayAccount | undefined;
}

declare module '../../kernel/context.ts' {
  interface Ports {
    gateways: Gateways;
  }
}

/** Why a gateway did not do something, in our words. */
export type GatewayProblem =
  /** The key is wrong, or not for this. */
  | 'key_refused'
  /** Its account has not enough money. */
  | 'balance_too_low'
  /** The account cannot use this bank or channel. */
  | 'channel_refused'
  /** Less or more than it takes. */
  | 'amount_refused'
  /** The account to pay out to is none. */
  | 'account_refused'
  /** Something of the request is refused, and will be again. */
  | 'request_refused'
  /** Refused for a reason that we do not know: perhaps because it was done before. */
  | 'refusal_unknown'
  /** Too many requests of this account. */
  | 'busy'
  /** No answer in time, or one of its failures. */
  | 'unavailable'
  /** An answer that makes no sense. */
  | 'unreadable';

const TRANSIENT: ReadonlySet<GatewayProblem> = new Set(['busy', 'unavailable', 'unreadable']);

/** A gateway did not do it. Its own words are for the log, and never for a client. */
export class GatewayError extends Error {
  readonly gateway: GatewayName;
  readonly problem: GatewayProblem;
  /** What the vendor said, for the log. */
  readonly detail: string;
  /** When it is worth trying again, where somebody knows. */
  readonly retry_after_ms: number | undefined;

  constructor(gateway: GatewayName, problem: GatewayProblem, detail: string, retry_after_ms?: number) {
    super(`${gateway}: ${problem}`);
    this.gateway = gateway;
    this.problem = problem;
    this.detail = detail.slice(0, 500);
    this.retry_after_ms = retry_after_ms;
  }

  /** Whether it may be better in a while. */
  get is_transient(): boolean {
    return TRANSIENT.has(this.problem);
  }

  /** Whether the vendor has done nothing for certain. Else it may have done it. */
  get is_refused(): boolean {
    return !this.is_transient && this.problem !== 'refusal_unknown';
  }
}

/** The vendor has failed so often just now that it is left alone for a while, or the process ends: it was not asked this time, or not waited for. */
export class GatewayPaused extends GatewayError {
  readonly pause_ms: number;

  constructor(gateway: GatewayName, detail: string, pause_ms: number) {
    super(gateway, 'unavailable', detail, pause_ms);
    this.pause_ms = pause_ms;
  }
}
