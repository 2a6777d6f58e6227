import type { IncomingHttpHeaders } from 'node:http';
import {
  GATEWAY_CHANNELS,
  GatewayError,
  type Charge,
  type ChargeReference,
  type ChargeRequest,
  type FoundCharge,
  type GatewayAccount,
  type GatewayChannel,
  type GatewayNews,
  type GatewayProblem,
  type Payout,
  type PayoutRequest,
} from '../../integrations/gateway/port.ts';
import { xenditBanks } from '../reference/index.ts';
import { News } from './callbacks.ts';
import { endCharge, foundCharge, makeCharge } from './charges.ts';
import { findPayout, makePayout, sandboxBalance } from './payouts.ts';
import type { Sandbox } from './sandbox.ts';
import { isToken } from './token.ts';

/** As little as real gateways take. */
const SMALLEST_IDR = 10_000;

/** The account of the installation at the sandbox: charges and payouts are rows, and nobody is asked over a network. */
export class SandboxAccount implements GatewayAccount {
  readonly name = 'sandbox';
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async testKey(): Promise<void> {
    // It has none.
  }

  async channels(): Promise<GatewayChannel[]> {
    return [...GATEWAY_CHANNELS];
  }

  balance(): Promise<number> {
    return sandboxBalance(this.#sandbox);
  }

  async createCharge(request: ChargeRequest): Promise<Charge> {
    if (request.amount_idr < SMALLEST_IDR) throw refusal('amount_refused');
    return makeCharge(this.#sandbox, request);
  }

  findCharge({ key }: ChargeReference): Promise<FoundCharge | undefined> {
    return foundCharge(this.#sandbox, key);
  }

  async endCharge({ key }: ChargeReference): Promise<FoundCharge | undefined> {
    await endCharge(this.#sandbox, key);
    return foundCharge(this.#sandbox, key);
  }

  async createPayout(request: PayoutRequest): Promise<Payout> {
    const { key, bank_code, account_number, amount_idr } = request;
    const before = await findPayout(this.#sandbox, key);
    if (before !== undefined) return before;
    if (!xenditBanks.some(({ code }) => code === bank_code)) throw refusal('channel_refused');
    if (!/^\d{5,}$/.test(account_number)) throw refusal('account_refused');
    if (amount_idr < SMALLEST_IDR) throw refusal('amount_refused');
    if (amount_idr > (await this.balance())) throw refusal('balance_too_low');
    await makePayout(this.#sandbox, request);
    const payout = await findPayout(this.#sandbox, key);
    if (payout === undefined) throw new Error('a payout of the sandbox was made and is gone');
    return payout;
  }

  findPayout(key: string): Promise<Payout | undefined> {
    return findPayout(this.#sandbox, key);
  }

  verifies(headers: IncomingHttpHeaders): boolean {
    const token = headers['x-callback-token'];
    return typeof token === 'string' && isToken(this.#sandbox.secrets, 'sandbox callback', token);
  }

  readCallback(body: Buffer): GatewayNews | undefined {
    try {
      return News.safeParse(JSON.parse(body.toString('utf8'))).data;
    } catch {
      return undefined;
    }
  }
}

const refusal = (problem: GatewayProblem) => new GatewayError('sandbox', problem, 'refused by the sandbox');
