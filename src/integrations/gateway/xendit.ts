import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../kernel/clock.ts';
import type { Secret } from '../../kernel/sealed/index.ts';
import { saidOf } from '../json-client.ts';
import {
  bankOfChannel,
  GatewayError,
  VA_BANKS,
  type Charge,
  type ChargeReference,
  type ChargeRequest,
  type FoundCharge,
  type GatewayAccount,
  type GatewayChannel,
  type GatewayCredentials,
  type GatewayNews,
  type Payout,
  type PayoutRequest,
  type VaBank,
} from './port.ts';
import { XenditClient, type XenditCall, type XenditSettings } from './xendit-client.ts';
import { isPaid, newsOf, payoutOf, stateOf } from './xendit-news.ts';
import * as shapes from './xendit-shapes.ts';
import { PAGE_METHODS } from './xendit-words.ts';

export class XenditAccount implements GatewayAccount {
  readonly name = 'xendit';
  readonly #client: XenditClient;
  readonly #clock: Clock;
  readonly #callback_token: Secret | undefined;

  constructor(settings: XenditSettings, clock: Clock, { key, callback_token }: GatewayCredentials) {
    this.#client = new XenditClient(settings, key);
    this.#clock = clock;
    this.#callback_token = callback_token;
  }

  async testKey(): Promise<void> {
    await this.balance();
    // What was paid while callbacks were lost is read here: a key that may not is of no use.
    await this.#client.send({ method: 'GET', path: '/transactions?limit=1', title: 'GET transactions' });
  }

  async channels(): Promise<GatewayChannel[]> {
    const words = await this.#client.send({
      method: 'GET',
      path: '/available_virtual_account_banks',
      title: 'GET banks',
    });
    const banks = this.#client.read(shapes.Banks, words).filter(({ is_activated }) => is_activated !== false);
    const has = (bank: VaBank) => banks.some(({ code }) => code === bank);
    return [...VA_BANKS.filter(has).map((bank) => `VA_${bank}` as const), 'INVOICE'];
  }

  async balance(): Promise<number> {
    const words = await this.#client.send({
      method: 'GET',
      path: '/balance?account_type=CASH',
      title: 'GET balance',
    });
    return Math.floor(this.#client.read(shapes.Balance, words).balance);
  }

  async createCharge(request: ChargeRequest, signal?: AbortSignal): Promise<Charge> {
    const bank = bankOfChannel(request.channel);
    return bank === undefined
      ? this.#createInvoice(request, signal)
      : this.#createAccount(request, bank, signal);
  }

  async #createAccount(request: ChargeRequest, bank_code: VaBank, signal?: AbortSignal): Promise<Charge> {
    const { key, amount_idr, expires_at, merchant_name } = request;
    const words = await this.#client.send({
      method: 'POST',
      path: '/callback_virtual_accounts',
      title: 'POST virtual account',
      json: {
        external_id: key,
        bank_code,
        name: nameOf(merchant_name),
        is_closed: true,
        is_single_use: true,
        expected_amount: amount_idr,
        expiration_date: expires_at.toISOString(),
      },
      headers: { 'x-idempotency-key': key },
      key,
      signal,
    });
    const account = this.#client.read(shapes.VirtualAccount, words);
    this.#client.expectKey(account.external_id, key);
    const { id: vendor_charge_id, account_number: va_number, expiration_date } = account;
    return { key, vendor_charge_id, va_number, invoice_url: null, expires_at: expiration_date };
  }

  /** Xendit has no key by which it knows the request for an invoice again: it is looked for, where there may be one. */
  async #createInvoice(request: ChargeRequest, signal?: AbortSignal): Promise<Charge> {
    if (request.may_exist) {
      const before = bestOf(await this.#invoicesOf(request.key, signal));
      if (before !== undefined) return this.#chargeOf(before, request);
    }
    try {
      return await this.#postInvoice(request, { payment_methods: PAGE_METHODS }, signal);
    } catch (error) {
      if (!(error instanceof GatewayError) || error.problem !== 'channel_refused') throw error;
      return this.#postInvoice(request, {}, signal);
    }
  }

  async #postInvoice(request: ChargeRequest, methods: object, signal?: AbortSignal): Promise<Charge> {
    const { key, amount_idr, expires_at, payer, description, return_url } = request;
    const seconds = Math.floor((expires_at.getTime() - this.#clock.now().getTime()) / 1_000);
    const words = await this.#client.send({
      method: 'POST',
      path: '/v2/invoices',
      title: 'POST invoice',
      json: {
        external_id: key,
        amount: amount_idr,
        currency: 'IDR',
        description,
        invoice_duration: Math.max(1, seconds),
        should_send_email: false,
        ...methods,
        customer: {
          given_names: payer.name,
          ...(payer.email !== undefined && { email: payer.email }),
          ...(payer.phone !== undefined && { mobile_number: `+${payer.phone}` }),
        },
        ...(return_url !== undefined && {
          success_redirect_url: return_url,
          failure_redirect_url: return_url,
        }),
      },
      signal,
    });
    const invoice = this.#client.read(shapes.Invoice, words);
    this.#client.expectKey(invoice.external_id, key);
    return this.#chargeOf(invoice, request);
  }

  #chargeOf({ id, invoice_url, expiry_date }: shapes.Invoice, { key, expires_at }: ChargeRequest): Charge {
    // It becomes a link for buyers.
    if (invoice_url === null || invoice_url === undefined || !/^https?:\/\//.test(invoice_url))
      throw this.#client.error('unreadable', 'an invoice without a page');
    return {
      key,
      vendor_charge_id: id,
      va_number: null,
      invoice_url,
      expires_at: expiry_date ?? expires_at,
    };
  }

  async #invoicesOf(key: string, signal?: AbortSignal): Promise<shapes.Invoice[]> {
    const words = await this.#client.call({
      method: 'GET',
      path: `/v2/invoices?${new URLSearchParams({ external_id: key }).toString()}`,
      title: 'GET invoices',
      signal,
    });
    if (words.status === 404) return [];
    this.#client.refuse(words);
    return this.#client.read(shapes.Invoices, words).filter(({ external_id }) => external_id === key);
  }

  async findCharge(charge: ChargeReference): Promise<FoundCharge | undefined> {
    return charge.channel === 'INVOICE' ? this.#findInvoice(charge.key) : this.#findAccount(charge);
  }

  async #findInvoice(key: string): Promise<FoundCharge | undefined> {
    const invoices = await this.#invoicesOf(key);
    if (invoices.length === 0) return undefined;
    const payments = invoices.filter(isPaid).map((invoice) => ({
      // An invoice is paid once.
      payment_id: invoice.id,
      amount_idr: invoice.paid_amount ?? invoice.amount,
      paid_at: invoice.paid_at ?? invoice.updated ?? this.#clock.now(),
    }));
    const is_open = invoices.some(({ status }) => status === 'PENDING');
    return {
      state: payments.length > 0 ? 'PAID' : is_open ? 'OPEN' : 'ENDED',
      payments: payments.toSorted((a, b) => a.paid_at.getTime() - b.paid_at.getTime()),
    };
  }

  /** What came in is told by the account's transactions alone; whether it is open, by the virtual account. */
  async #findAccount({ key, vendor_charge_id }: ChargeReference): Promise<FoundCharge | undefined> {
    const query = new URLSearchParams({
      reference_id: key,
      types: 'PAYMENT',
      statuses: 'SUCCESS',
      limit: '50',
    });
    const words = await this.#client.send({
      method: 'GET',
      path: `/transactions?${query.toString()}`,
      title: 'GET transactions',
    });
    const { data } = this.#client.read(shapes.Transactions, words);
    const payments = data
      .filter(({ reference_id }) => reference_id === key)
      .map(({ amount, created }) => ({ payment_id: null, amount_idr: amount, paid_at: created }))
      .toSorted((a, b) => a.paid_at.getTime() - b.paid_at.getTime());
    if (payments.length > 0) return { state: 'PAID', payments };
    if (vendor_charge_id === null) return undefined;
    const account = await this.#client.call({
      method: 'GET',
      path: `/callback_virtual_accounts/${encodeURIComponent(vendor_charge_id)}`,
      title: 'GET virtual account',
    });
    if (account.status === 404) return undefined;
    this.#client.refuse(account);
    const { status } = this.#client.read(shapes.VirtualAccount, account);
    return { state: status === 'INACTIVE' ? 'ENDED' : 'OPEN', payments: [] };
  }

  async endCharge(charge: ChargeReference): Promise<FoundCharge | undefined> {
    if (charge.channel === 'INVOICE') {
      const open = (await this.#invoicesOf(charge.key)).filter(({ status }) => status === 'PENDING');
      for (const { id } of open)
        await this.#end({
          method: 'POST',
          path: `/invoices/${encodeURIComponent(id)}/expire!`,
          title: 'POST expire invoice',
          // It ends once, however often it is said.
          key: `end ${id}`,
        });
    } else if (charge.vendor_charge_id !== null)
      await this.#end({
        method: 'PATCH',
        path: `/callback_virtual_accounts/${encodeURIComponent(charge.vendor_charge_id)}`,
        title: 'PATCH virtual account',
        json: { expiration_date: this.#clock.now().toISOString() },
        key: `end ${charge.vendor_charge_id}`,
      });
    return this.findCharge(charge);
  }

  /** What is refused was paid or ended before, or is open still: that is read then. @throws GatewayError but for that */
  async #end(call: XenditCall): Promise<void> {
    const words = await this.#client.call(call);
    const problem = this.#client.problemOf(words);
    if (problem === 'key_refused') throw this.#client.error(problem, saidOf(words));
  }

  async createPayout(request: PayoutRequest): Promise<Payout> {
    const { key, bank_code, account_number, holder_name, amount_idr, description } = request;
    const words = await this.#client.call({
      method: 'POST',
      path: '/v2/payouts',
      title: 'POST payout',
      json: {
        reference_id: key,
        channel_code: `ID_${bank_code}`,
        channel_properties: { account_number, account_holder_name: holder_name },
        amount: amount_idr,
        currency: 'IDR',
        description,
      },
      key,
    });
    const problem = this.#client.problemOf(words);
    if (problem === undefined) {
      const payout = this.#client.read(shapes.Payout, words);
      this.#client.expectKey(payout.reference_id, key);
      return payoutOf(payout);
    }
    // Whatever is refused now may have been taken before, when its answer was lost.
    const before = problem === 'key_refused' ? undefined : await this.findPayout(key);
    if (before !== undefined) return before;
    throw this.#client.error(problem, saidOf(words));
  }

  async findPayout(key: string): Promise<Payout | undefined> {
    const words = await this.#client.call({
      method: 'GET',
      path: `/v2/payouts?${new URLSearchParams({ reference_id: key }).toString()}`,
      title: 'GET payouts',
    });
    if (words.status === 404) return undefined;
    this.#client.refuse(words);
    const found = this.#client.read(shapes.Payouts, words).filter(({ reference_id }) => reference_id === key);
    // There is one; were there two, the one that was paid is what counts.
    const payout = found.find(({ status }) => stateOf(status) !== 'FAILED') ?? found[0];
    return payout === undefined ? undefined : payoutOf(payout);
  }

  verifies(headers: IncomingHttpHeaders): boolean {
    const token = headers['x-callback-token'];
    if (typeof token !== 'string' || this.#callback_token === undefined) return false;
    return timingSafeEqual(hash(Buffer.from(token)), hash(this.#callback_token.reveal()));
  }

  readCallback(body: Buffer): GatewayNews | 'unimportant' | undefined {
    return newsOf(body);
  }
}

/** Banks take letters and blanks in the name of a virtual account. */
function nameOf(merchant_name: string): string {
  const letters = merchant_name.normalize('NFKD').replaceAll(/[^A-Za-z]+/g, ' ');
  return letters.trim().slice(0, 30).trim() || 'Toko';
}

/** Of several under one key the one that counts: paid, else still open. */
function bestOf(invoices: readonly shapes.Invoice[]): shapes.Invoice | undefined {
  return invoices.find(isPaid) ?? invoices.find(({ status }) => status === 'PENDING') ?? invoices[0];
}

const hash = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
