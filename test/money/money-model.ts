import { sum } from '../../src/kernel/money.ts';
import { credit, debit, type Leg } from '../../src/modules/ledger/index.ts';
import { ModelBooks } from '../ledger-books.ts';

export const REFUND_FEE_IDR = 5_500;
export const WITHDRAWAL_FEE_IDR = 45_000;
export const WITHDRAWAL_MIN_IDR = 50_000;

export interface ModelOrder {
  order_id: number;
  total_idr: number;
  decision: 'ACCEPT' | 'REJECT' | null;
  /** Whether the amount of the payment is for it, too. */
  is_due: boolean;
  /** Whether it still counts as paid, once it is accepted. */
  is_counted: boolean;
  is_scarce: boolean;
  is_shipped: boolean;
  is_delivered: boolean;
  is_canceled: boolean;
  released_idr: number;
}

export interface ModelPayment {
  payment_id: number;
  token: string;
  method: 'GATEWAY' | 'TRANSFER' | 'ORDERPAY';
  nominal_transfer: number;
  fee_idr: number;
  state: 'WAITING' | 'PAID' | 'CLOSED' | 'EXPIRED' | 'CANCELED';
  received_idr: number;
  orders: ModelOrder[];
  /** Of its charge at the gateway. */
  key: string | undefined;
}

export interface ModelWithdrawal {
  key: string;
  nominal_idr: number;
  state: 'SENT' | 'PAID' | 'FAILED';
}

/** What a shop's money should do, by its rules and no other means: what the product does is compared with it. */
export class MoneyModel {
  readonly books = new ModelBooks();
  readonly withdrawals: ModelWithdrawal[] = [];
  /** Wrong amounts that wait for a decision, by the payment that they were for. */
  readonly queue: { payment: ModelPayment; amount_idr: number }[] = [];
  /** What the platform holds of what is due since it was settled last. */
  #held_idr = 0;
  #causes = 0;
  scarce: number;
  readonly customer_id: number;

  constructor(customer_id: number, scarce: number) {
    this.customer_id = customer_id;
    this.scarce = scarce;
  }

  /** What the shop has to begin with. */
  begin(available_idr: number): void {
    this.#must([debit('ORDERPAY_AVAILABLE', available_idr), credit('ORDERS', available_idr)]);
  }

  get #of() {
    return { subject_id: this.customer_id };
  }

  /** @returns whether all accounts had enough */
  #move(legs: (Leg | undefined | false)[], order_id?: number): boolean {
    const there = legs.filter(
      (leg): leg is Leg => leg !== undefined && leg !== false && leg.amount_idr !== 0,
    );
    if (there.length === 0) return true;
    this.#causes += 1;
    return (
      this.books.write([{ cause: `${this.#causes}`, kind: 'CHARGE_PAID', order_id, legs: there }]) === 'DONE'
    );
  }

  #must(legs: (Leg | undefined | false)[], order_id?: number): void {
    if (!this.#move(legs, order_id)) throw new Error('the model has too little');
  }

  /** Pays a new payment with the balance: what the platform holds goes first. @returns whether there was enough */
  payByBalance({ orders }: ModelPayment): boolean {
    const total_idr = sum(orders.map((order) => order.total_idr));
    if (this.books.balance('CUSTOMER_BALANCE', this.customer_id) < total_idr) return false;
    let funds_idr = this.books.balance('CUSTOMER_FUNDS', this.customer_id);
    for (const { order_id, total_idr: amount_idr } of orders) {
      const held_idr = Math.min(funds_idr, amount_idr);
      funds_idr -= held_idr;
      this.#must(
        [
          debit('CUSTOMER_BALANCE', amount_idr, this.#of),
          credit('ORDERS', amount_idr),
          held_idr > 0 && debit('ORDERPAY_ON_HOLD', held_idr),
          held_idr > 0 && credit('CUSTOMER_FUNDS', held_idr, this.#of),
        ],
        order_id,
      );
    }
    return true;
  }

  /** Money has come in. */
  receive(payment: ModelPayment, amount_idr: number): 'PAID' | 'REVIVED' | 'BALANCE' | 'WRONG_AMOUNT' {
    if (amount_idr !== payment.nominal_transfer) {
      if (payment.method === 'GATEWAY') this.queue.push({ payment, amount_idr });
      return 'WRONG_AMOUNT';
    }
    const orders = payment.orders.filter(({ is_due }) => is_due);
    const is_open = payment.state === 'WAITING';
    const isPaidFor = ({ decision, is_counted }: ModelOrder) => decision === 'ACCEPT' && is_counted;
    const is_accepted = orders.some(isPaidFor);
    if (payment.received_idr === 0 && (is_open || is_accepted)) {
      if (is_open) payment.state = 'PAID';
      this.#paid(payment, amount_idr);
      // What ended before its money came in is due to the customer now.
      for (const order of orders)
        if (!isPaidFor(order) && !(is_open && order.decision === null)) this.#due(payment, order);
      return 'PAID';
    }
    const wanted = orders.filter(({ is_scarce }) => is_scarce).length;
    const can_revive = payment.orders.every(({ decision }) => decision === null) && wanted <= this.scarce;
    if (payment.received_idr === 0 && payment.state === 'EXPIRED' && can_revive) {
      this.scarce -= wanted;
      payment.state = 'PAID';
      this.#paid(payment, amount_idr);
      return 'REVIVED';
    }
    this.toBalance(payment, amount_idr);
    return 'BALANCE';
  }

  #paid(payment: ModelPayment, amount_idr: number): void {
    payment.received_idr = amount_idr;
    if (payment.method !== 'GATEWAY') return;
    for (const { order_id, total_idr } of payment.orders.filter(({ is_due }) => is_due))
      this.#must([debit('ORDERPAY_ON_HOLD', total_idr), credit('ORDERS', total_idr)], order_id);
    if (payment.fee_idr > 0)
      this.#must([debit('FEES', payment.fee_idr), credit('ADMIN_FEES', payment.fee_idr)]);
  }

  toBalance({ method }: ModelPayment, amount_idr: number): void {
    const from =
      method === 'GATEWAY' ? debit('CUSTOMER_FUNDS', amount_idr, this.#of) : debit('OUTSIDE', amount_idr);
    this.#must([from, credit('CUSTOMER_BALANCE', amount_idr, this.#of)]);
  }

  /** Ends what was not paid. @returns whether it was to be ended */
  end(payment: ModelPayment, state: 'EXPIRED' | 'CANCELED'): boolean {
    if (payment.state !== 'WAITING') return false;
    // What the seller has begun to decide is not the buyer's any more.
    if (state === 'CANCELED' && payment.orders.some(({ decision }) => decision !== null)) return false;
    payment.state = state;
    for (const order of payment.orders) if (order.decision === null && order.is_scarce) this.scarce += 1;
    return true;
  }

  /** Accepts or rejects orders of a payment, all or none. @returns whether the product is to do it */
  confirm(payment: ModelPayment, decisions: ('ACCEPT' | 'REJECT' | null)[]): boolean {
    const named = payment.orders.flatMap((order, at) => {
      const decision = decisions[at] ?? null;
      return decision === null ? [] : [{ order, decision }];
    });
    if (named.some(({ order, decision }) => order.decision !== null && order.decision !== decision))
      return false;
    const fresh = named.filter(({ order }) => order.decision === null);
    if (fresh.length === 0) return true;
    if (payment.state !== 'WAITING' && payment.state !== 'PAID') return false;
    const accepts = fresh.some(({ decision }) => decision === 'ACCEPT');
    if (payment.method === 'GATEWAY' && payment.state !== 'PAID' && accepts) return false;
    for (const { order, decision } of fresh) {
      order.decision = decision;
      if (decision === 'ACCEPT') continue;
      if (order.is_scarce) this.scarce += 1;
      if (payment.received_idr > 0) this.#due(payment, order);
    }
    if (payment.orders.every(({ decision }) => decision !== null)) payment.state = 'CLOSED';
    if (payment.state === 'WAITING') this.#waive(payment);
    return true;
  }

  /** Nobody is asked to pay for what is rejected. */
  #waive(payment: ModelPayment): void {
    for (const order of payment.orders)
      if (order.decision === 'REJECT' && order.is_due) {
        order.is_due = false;
        payment.nominal_transfer -= order.total_idr;
      }
  }

  /** The shop has given back a wrong amount by itself. */
  returned({ method }: ModelPayment, amount_idr: number): void {
    if (method !== 'GATEWAY') return;
    const legs = [debit('ORDERPAY_AVAILABLE', amount_idr), credit('OUTSIDE', amount_idr)];
    this.#available(legs, amount_idr);
  }

  #due({ method }: ModelPayment, { order_id, total_idr }: ModelOrder): void {
    const on_hold_idr = this.books.onHold(order_id);
    const to = method === 'ORDERPAY' ? 'CUSTOMER_BALANCE' : 'REFUNDS_DUE';
    this.#must([debit('ORDERS', total_idr), credit(to, total_idr, this.#of)]);
    if (on_hold_idr > 0)
      this.#must(
        [debit('CUSTOMER_FUNDS', on_hold_idr, this.#of), credit('ORDERPAY_ON_HOLD', on_hold_idr)],
        order_id,
      );
    if (to === 'REFUNDS_DUE') this.#held_idr += on_hold_idr;
    if (method !== 'GATEWAY') return;
    const covered_idr = Math.min(REFUND_FEE_IDR, this.books.free('ORDERPAY_AVAILABLE'));
    this.#must([
      debit('FEES', REFUND_FEE_IDR),
      covered_idr > 0 && credit('ORDERPAY_AVAILABLE', covered_idr),
      covered_idr < REFUND_FEE_IDR && credit('FEES_DUE', REFUND_FEE_IDR - covered_idr),
    ]);
  }

  #available(legs: (Leg | false)[], amount_idr: number, order_id?: number): void {
    const fees_idr = Math.min(this.books.balance('FEES_DUE'), amount_idr);
    this.#must(legs, order_id);
    if (fees_idr > 0) this.#must([debit('FEES_DUE', fees_idr), credit('ORDERPAY_AVAILABLE', fees_idr)]);
  }

  /** @returns whether the product is to do it */
  deliver(order: ModelOrder): boolean {
    if (order.decision !== 'ACCEPT' || order.is_canceled) return false;
    order.is_shipped = true;
    order.is_delivered = true;
    const on_hold_idr = this.books.onHold(order.order_id);
    if (on_hold_idr === 0) return true;
    const legs = [credit('ORDERPAY_ON_HOLD', on_hold_idr), debit('ORDERPAY_AVAILABLE', on_hold_idr)];
    this.#available(legs, on_hold_idr, order.order_id);
    order.released_idr += on_hold_idr;
    return true;
  }

  takeBack(order: ModelOrder): boolean {
    if (!order.is_delivered) return false;
    order.is_delivered = false;
    const amount_idr = Math.min(order.released_idr, this.books.free('ORDERPAY_AVAILABLE'));
    if (amount_idr > 0)
      this.#must(
        [credit('ORDERPAY_AVAILABLE', amount_idr), debit('ORDERPAY_ON_HOLD', amount_idr)],
        order.order_id,
      );
    order.released_idr -= amount_idr;
    return true;
  }

  /** @param paid_idr what the order counts as paid */
  cancel(order: ModelOrder, paid_as: 'BALANCE' | 'REFUNDED', paid_idr: number): void {
    order.is_canceled = true;
    order.is_counted = paid_as === 'BALANCE';
    if (order.is_scarce) this.scarce += 1;
    const on_hold_idr = this.books.onHold(order.order_id);
    if (paid_as === 'BALANCE' && paid_idr > 0) {
      this.#must([debit('ORDERS', paid_idr), credit('CUSTOMER_BALANCE', paid_idr, this.#of)]);
      const held_idr = Math.min(on_hold_idr, paid_idr);
      if (held_idr > 0)
        this.#must(
          [debit('CUSTOMER_FUNDS', held_idr, this.#of), credit('ORDERPAY_ON_HOLD', held_idr)],
          order.order_id,
        );
    }
    if (paid_as === 'REFUNDED' && paid_idr > 0 && on_hold_idr > 0) {
      this.#must([debit('ORDERS', on_hold_idr), credit('OUTSIDE', on_hold_idr)]);
      const legs = [credit('ORDERPAY_ON_HOLD', on_hold_idr), debit('ORDERPAY_AVAILABLE', on_hold_idr)];
      this.#available(legs, on_hold_idr, order.order_id);
    }
  }

  /** @returns whether the product is to take it */
  withdraw(nominal_idr: number): boolean {
    const is_too_much = nominal_idr + WITHDRAWAL_FEE_IDR > this.books.free('ORDERPAY_AVAILABLE');
    return nominal_idr >= WITHDRAWAL_MIN_IDR && !is_too_much;
  }

  /** Under the key that the product gave it. */
  requested(key: string, nominal_idr: number): void {
    this.withdrawals.push({ key, nominal_idr, state: 'SENT' });
    const legs = [
      debit('OUTSIDE', nominal_idr),
      debit('FEES', WITHDRAWAL_FEE_IDR),
      credit('ORDERPAY_AVAILABLE', nominal_idr + WITHDRAWAL_FEE_IDR),
    ];
    this.books.write([{ cause: key, kind: 'WITHDRAWAL', legs }], 'PENDING');
  }

  /** A bank did something with it. */
  settled(withdrawal: ModelWithdrawal, state: 'PAID' | 'FAILED'): void {
    const { key, nominal_idr } = withdrawal;
    if (withdrawal.state === 'SENT') this.books.decide(key, state === 'PAID' ? 'POSTED' : 'VOIDED');
    else if (state === 'FAILED')
      this.#must([
        debit('ORDERPAY_AVAILABLE', nominal_idr + WITHDRAWAL_FEE_IDR),
        credit('OUTSIDE', nominal_idr),
        credit('FEES', WITHDRAWAL_FEE_IDR),
      ]);
    withdrawal.state = state;
  }

  /** Settles all that is due. @returns whether anything was */
  settleRefund(method: 'BALANCE' | 'TRANSFERRED'): boolean {
    const due_idr = this.books.balance('REFUNDS_DUE', this.customer_id);
    if (due_idr === 0) return false;
    if (method === 'BALANCE')
      this.#must([debit('REFUNDS_DUE', due_idr, this.#of), credit('CUSTOMER_BALANCE', due_idr, this.#of)]);
    else {
      const held_idr = Math.min(this.#held_idr, this.books.balance('CUSTOMER_FUNDS', this.customer_id));
      const legs = [
        debit('REFUNDS_DUE', due_idr, this.#of),
        credit('OUTSIDE', due_idr),
        held_idr > 0 && credit('CUSTOMER_FUNDS', held_idr, this.#of),
        held_idr > 0 && debit('ORDERPAY_AVAILABLE', held_idr),
      ];
      this.#available(legs, held_idr);
    }
    this.#held_idr = 0;
    return true;
  }
}
