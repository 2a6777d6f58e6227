import { randomUUID } from 'node:crypto';
import { expiryClock } from '../../src/modules/checkout/expire/expire-due.ts';
import { chargeClock } from '../../src/modules/checkout/gateway/work-charges.ts';
import { receiveMoney } from '../../src/modules/checkout/index.ts';
import { credit, debit, transfer } from '../../src/modules/ledger/index.ts';
import { withdrawalClock } from '../../src/modules/orderpay/withdrawals/work-withdrawals.ts';
import type { Answered } from '../harness.ts';
import { expectOk } from '../stall.ts';
import { openStore, type StoreScene } from '../store-scene.ts';
import { addBuyer, type TestBuyer } from '../visitors.ts';
import { agree } from './agree.ts';
import { paidNews, type VendorPayment } from './memory-gateway.ts';
import type { How, MoneyWorld } from './money-world.ts';
import { MoneyModel, type ModelPayment, type ModelWithdrawal } from './money-model.ts';

/* oxlint-disable typescript/no-explicit-any -- rows and bodies are looked into freely */

const SCARCE = 2;
/** What a shop has to withdraw in the beginning: a payout or two. */
const AVAILABLE_IDR = 250_000;
/** The same amount to the same account at once is refused. */
let accounts = 0;
/** `xendit_bank_id` of BCA. */
const BCA = 19;

/** A shop of the world, with one customer who buys, and the model of its money. */
export class MoneyShop {
  readonly world: MoneyWorld;
  readonly store: StoreScene;
  readonly buyer: TestBuyer;
  readonly model: MoneyModel;
  readonly scarce_id: number;
  /** Of the sequence that is played. */
  payments: ModelPayment[] = [];
  /** Callbacks that have not come yet. */
  unheard: VendorPayment[] = [];
  /** Amounts stored of each charge, and those of them whose name is not known. */
  readonly #stored = new Map<string, { all: number[]; unnamed: number[] }>();

  private constructor(world: MoneyWorld, store: StoreScene, buyer: TestBuyer) {
    this.world = world;
    this.store = store;
    this.buyer = buyer;
    this.model = new MoneyModel(buyer.customer_id, SCARCE);
    this.scarce_id = store.stall.variation_ids[1] ?? 0;
  }

  static async open(world: MoneyWorld): Promise<MoneyShop> {
    const store = await openStore(world.app, { stocks: [1_000_000, SCARCE] });
    const { shop } = store;
    const fee = { nominal: 2_500, category_code: 'N' };
    expectOk(await shop.call('POST', '/api/open/setting/payment/admin-fee', fee));
    const opened = new MoneyShop(world, store, await addBuyer(world.app, shop));
    const legs = [debit('ORDERPAY_AVAILABLE', AVAILABLE_IDR), credit('ORDERS', AVAILABLE_IDR)];
    await transfer(shop.context(), { cause: 'test:begin', kind: 'CHARGE_PAID', legs });
    opened.model.begin(AVAILABLE_IDR);
    return opened;
  }

  get #shop_id(): number {
    return this.store.shop.shop_id;
  }

  /** Sends a request under a key that is its own, so that it can be sent again. */
  send(method: string, path: string, input: object): () => Promise<Answered> {
    const key = { 'idempotency-key': randomUUID() };
    return () => this.store.shop.call(method, path, input, key);
  }

  visit(method: string, path: string, input: object): () => Promise<Answered> {
    const headers = { 'idempotency-key': randomUUID(), authorization: `Bearer ${this.buyer.token}` };
    return () => this.store.visit(method, path, input, headers);
  }

  async checkOut(method: ModelPayment['method'], is_scarce: boolean, receivers: number, how: How) {
    const id = is_scarce ? this.scarce_id : this.store.stall.variation_ids[0];
    const { name, phone, address, district_id, expedition } = this.store.checkout();
    const receiver = { name, phone, address, district_id, expedition, products: [{ id, qty: 1 }] };
    const payment = method === 'GATEWAY' ? { method, channel: 'VA_BNI' } : { method };
    const body =
      receivers === 1
        ? { ...receiver, payment }
        : { receivers: Array.from({ length: receivers }, () => receiver), payment };
    const answer = await this.world.do(how, this.visit('POST', '/checkout', body));
    if (answer.status === 201) {
      const made = await this.#made(answer.body.data, method, is_scarce);
      if (is_scarce) this.model.scarce -= receivers;
      if (method === 'ORDERPAY') agree(this.model.payByBalance(made), true, 'paid with too little');
      this.payments.push(made);
      return;
    }
    agree([422, 409].includes(answer.status), true, answer.text);
    const is_short = is_scarce && this.model.scarce < receivers;
    agree(is_short || method === 'ORDERPAY', true, answer.text);
  }

  async #made(done: any, method: ModelPayment['method'], is_scarce: boolean): Promise<ModelPayment> {
    const values = [this.#shop_id, done.payment_id];
    const orders = await this.world.query(
      `select order_id, total_idr from buyer_payment_orders where shop_id = $1 and payment_id = $2 order by position`,
      values,
    );
    const [charge] = await this.world.query(
      'select key from gateway_charges where shop_id = $1 and payment_id = $2',
      values,
    );
    const total_idr = orders.reduce((total, order) => total + order.total_idr, 0);
    agree(total_idr, done.nominal_invoice);
    return {
      payment_id: done.payment_id,
      token: done.token,
      method,
      nominal_transfer: done.nominal_transfer,
      fee_idr: done.payment_fee,
      state: method === 'ORDERPAY' ? 'PAID' : 'WAITING',
      received_idr: method === 'ORDERPAY' ? total_idr : 0,
      key: charge?.key,
      orders: orders.map(({ order_id, total_idr: of_order }) => ({
        order_id,
        total_idr: of_order,
        decision: null,
        is_due: true,
        is_counted: true,
        is_scarce,
        is_shipped: false,
        is_delivered: false,
        is_canceled: false,
        released_idr: 0,
      })),
    };
  }

  /** The callback of a payment comes, perhaps again. */
  async hear(payment: ModelPayment, paid: VendorPayment, how: How): Promise<void> {
    await this.world.do(how, async () => {
      expectOk(await this.world.app.call('POST', '/api/hooks/gateway', paidNews(paid)));
      await this.world.drain();
    });
    const { all, unnamed } = this.#storedOf(paid.key);
    const same = unnamed.indexOf(paid.amount_idr);
    if (same >= 0) {
      unnamed.splice(same, 1);
      return;
    }
    all.push(paid.amount_idr);
    this.model.receive(payment, paid.amount_idr);
  }

  #storedOf(key: string) {
    const stored = this.#stored.get(key) ?? { all: [], unnamed: [] };
    this.#stored.set(key, stored);
    return stored;
  }

  /** The charge of a payment is opened, read or ended, as the clock would in a while. */
  async look(payment: ModelPayment, how: How): Promise<void> {
    if (payment.key === undefined) return;
    const values = [this.#shop_id, payment.payment_id];
    let is_read = false;
    await this.world.do(how, async () => {
      const due = await this.world.query(
        `update gateway_charges set next_try_at = now() + case when payment_id = $2 then interval '-1 s' else interval '1 h' end
         where shop_id = $1 and next_try_at is not null returning key, state`,
        values,
      );
      is_read ||= due.some(({ key, state }) => key === payment.key && state !== 'REQUESTED');
      await chargeClock(this.world.app.services).run();
    });
    if (!is_read) return;
    const { all, unnamed } = this.#storedOf(payment.key);
    const left = [...all];
    for (const { key, amount_idr } of this.world.gateway.payments) {
      if (key !== payment.key) continue;
      const at = left.indexOf(amount_idr);
      if (at >= 0) left.splice(at, 1);
      else {
        all.push(amount_idr);
        unnamed.push(amount_idr);
        this.model.receive(payment, amount_idr);
      }
    }
  }

  async expire(payment: ModelPayment, how: How): Promise<void> {
    await this.world.do(how, async () => {
      await this.world.query(
        `update buyer_payments set expires_at = now() - interval '1 s'
         where shop_id = $1 and id = $2 and expires_at is not null`,
        [this.#shop_id, payment.payment_id],
      );
      await expiryClock(this.world.app.services).run();
    });
    this.model.end(payment, 'EXPIRED');
  }

  /** Money comes in on a bank account of the shop, and is recognised. */
  async transferIn(payment: ModelPayment, amount_idr: number, how: How): Promise<void> {
    const cause = `test:${randomUUID()}`;
    const { payment_id } = payment;
    await this.world.do(how, () =>
      receiveMoney(this.store.shop.context(), {
        payment_id,
        cause,
        source: 'MUTATION',
        purse: 'BANK',
        amount_idr,
        received_at: new Date(),
      }),
    );
    this.model.receive(payment, amount_idr);
  }

  async withdraw(nominal: number, how: How): Promise<void> {
    accounts += 1;
    const body = {
      xendit_bank_id: BCA,
      nominal,
      holder_name: 'Budi',
      account_number: String(1_000_000 + accounts),
    };
    const send = this.send('POST', '/api/open/payment/withdraw', {
      ...body,
      password: this.store.shop.password,
    });
    const { status, text } = await this.world.do(how, send);
    agree(status < 300, this.model.withdraw(nominal), text);
    if (status >= 300) return;
    const rows = await this.world.query('select key from withdrawals where shop_id = $1 order by id', [
      this.#shop_id,
    ]);
    agree(rows.length, this.model.withdrawals.length + 1);
    this.model.requested(rows.at(-1).key, nominal);
    await this.#work(how);
  }

  /** A bank does something with a payout, and the gateway tells it. */
  async settle(withdrawal: ModelWithdrawal, state: 'PAID' | 'FAILED', how: How): Promise<void> {
    const { key } = withdrawal;
    const payout = this.world.gateway.payouts.get(key);
    if (payout === undefined) throw new Error(`the withdrawal ${key} was not sent`);
    const failure = state === 'PAID' ? null : withdrawal.state === 'PAID' ? 'returned' : 'bank_failed';
    Object.assign(payout, { state, failure });
    const news = {
      kind: state === 'PAID' ? 'payout_paid' : 'payout_failed',
      event_id: randomUUID(),
      key,
      amount_idr: payout.amount_idr,
      happened_at: new Date().toISOString(),
      failure,
    };
    await this.world.do(how, async () => {
      expectOk(await this.world.app.call('POST', '/api/hooks/gateway', news));
      await this.world.drain();
    });
    await this.#work(how);
    this.model.settled(withdrawal, state);
  }

  /** Withdrawals are worked, as their job or the clock would in a while. */
  async #work(how: How): Promise<void> {
    await this.world.do(how, async () => {
      await this.world.query(
        `update withdrawals set next_try_at = now() - interval '1 s' where shop_id = $1 and next_try_at is not null`,
        [this.#shop_id],
      );
      await this.world.drain();
      await withdrawalClock(this.world.app.services).run();
    });
  }

  async decideQueued(at: number, action: 'BALANCE' | 'RETURNED', how: How): Promise<void> {
    const path = '/api/open/order/gateway-payment';
    const { data } = expectOk(await this.store.shop.call('GET', path, { per_page: '100' })).body;
    agree(data.length, this.model.queue.length);
    const queued = data[at % Math.max(1, data.length)];
    if (queued === undefined) return;
    const found = this.model.queue.findIndex(
      ({ payment, amount_idr }) => payment.payment_id === queued.payment_id && amount_idr === queued.amount,
    );
    const [one] = this.model.queue.splice(found, 1);
    if (one === undefined) throw new Error('what is queued is not in the model');
    const { status, text } = await this.world.do(how, this.send('PATCH', path, { id: queued.id, action }));
    agree(status, 200, text);
    if (action === 'BALANCE') this.model.toBalance(one.payment, one.amount_idr);
    else this.model.returned(one.payment, one.amount_idr);
  }

  /** What becomes of the sequence in the end: every callback comes, and nothing is left to be worked. */
  async finish(): Promise<void> {
    for (const paid of this.unheard.splice(0)) {
      const payment = this.payments.find(({ key }) => key === paid.key);
      if (payment !== undefined) await this.hear(payment, paid, 'once');
    }
    for (const payment of this.payments) await this.expire(payment, 'once');
    for (const payment of this.payments) await this.look(payment, 'once');
    await this.world.readEvents();
    await this.check();
    this.payments = [];
  }

  /** What the database has is what the model says. */
  async check(): Promise<void> {
    const { world, model } = this;
    const of_shop = [this.#shop_id];
    const accounts = await world.query(
      `select kind || ' ' || subject_id as account, balance_idr, reserved_idr from ledger_accounts
       where shop_id = $1 and moved_at is not null order by (kind || ' ' || subject_id) collate "C"`,
      of_shop,
    );
    agree(
      accounts.filter(({ balance_idr, reserved_idr }) => balance_idr !== 0 || reserved_idr !== 0),
      model.books.listed().filter(({ balance_idr, reserved_idr }) => balance_idr !== 0 || reserved_idr !== 0),
    );
    const crooked = await world.query(
      `select transfer_id from ledger_entries where shop_id = $1 group by transfer_id having sum(amount_idr) <> 0`,
      of_shop,
    );
    agree(crooked, []);
    for (const payment of this.payments) await this.#checkPayment(payment);
    const [{ stock }] = await world.query(
      'select quantity as stock from stock_levels where shop_id = $1 and variation_id = $2',
      [this.#shop_id, this.scarce_id],
    );
    agree(stock, model.scarce);
    await this.#checkBalance();
  }

  async #checkPayment({ payment_id, key, state, received_idr, orders }: ModelPayment): Promise<void> {
    const values = [this.#shop_id, payment_id];
    const rows = await this.world.query(
      `select p.state, p.received_idr, b.decision from buyer_payments p
       join buyer_payment_orders b on b.shop_id = p.shop_id and b.payment_id = p.id
       where p.shop_id = $1 and p.id = $2 order by b.position`,
      values,
    );
    agree(
      rows,
      orders.map(({ decision }) => ({ state, received_idr, decision })),
    );
    if (key === undefined) return;
    const stored = await this.world.query(
      `select g.amount_idr from gateway_payments g join gateway_charges c on c.shop_id = g.shop_id and c.id = g.charge_id
       where c.shop_id = $1 and c.payment_id = $2 order by g.amount_idr`,
      values,
    );
    agree(
      stored.map(({ amount_idr }) => amount_idr),
      this.#storedOf(key).all.toSorted((a, b) => a - b),
    );
  }

  async #checkBalance(): Promise<void> {
    const { books } = this.model;
    const available = books.balance('ORDERPAY_AVAILABLE');
    const balance_onhold = books.balance('ORDERPAY_ON_HOLD');
    const withdrawal_onhold = available - books.free('ORDERPAY_AVAILABLE');
    const path = '/api/open/payment/orderpay-balance';
    agree(expectOk(await this.store.shop.call('GET', path)).body.data, {
      total: available + balance_onhold,
      withdrawal_allowed: available - withdrawal_onhold,
      onhold_total: balance_onhold + withdrawal_onhold,
      balance_onhold,
      withdrawal_onhold,
    });
  }
}
