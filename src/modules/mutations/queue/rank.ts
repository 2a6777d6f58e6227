import { namesPerson } from '../similar-text.ts';
import type { Clues } from './clues.ts';
import type { OrderCandidate, PaymentCandidate, Wanted } from './load-candidates.ts';
import type { REASONS } from './schemas.ts';

type Reason = (typeof REASONS)[number];

/** What a mutation may be the money of: a payment of a buyer, or one or several orders of a customer. */
export interface Ranked {
  payment?: PaymentCandidate;
  orders: { order: OrderCandidate; amount_idr: number }[];
  customer_id: number;
  customer_name: string;
  amount_idr: number;
  reasons: Reason[];
  created_at: Date;
  score: number;
}

const SCORES: Record<Reason, number> = {
  AMOUNT: 45,
  AMOUNT_WITHOUT_CODE: 40,
  AMOUNT_OF_SEVERAL: 40,
  PO_NUMBER: 50,
  PHONE: 30,
  NAME: 25,
  PART_OF_NAME: 8,
};

/** An amount with a unique code is of hardly any other payment. */
const CODE_SCORE = 20;
/** What had ended is less likely than what waits, and what is paid already still less. */
const EXPIRED_SCORE = -5;
const ENDED_SCORE = -15;

/** Orders of one customer of which the sums are looked at: each doubles them. */
const MOST_SUMMED = 12;

interface Evidence extends Wanted {
  clues: Clues;
  /** Customers with a phone number that the description has. */
  by_phone: ReadonlySet<number>;
}

/** What a mutation may be the money of, the best first, with why; what nothing speaks for is left out. */
export function rank(
  evidence: Evidence,
  { payments, orders }: { payments: readonly PaymentCandidate[]; orders: readonly OrderCandidate[] },
): Ranked[] {
  const found = [
    ...payments.map((payment) => ofPayment(evidence, payment)),
    ...orders.map((order) => ofOrders(evidence, [order])),
    ...[...Map.groupBy(orders, ({ customer_id }) => customer_id).values()].flatMap((own) => {
      const summed = adding(own.slice(0, MOST_SUMMED), evidence.rest_idr);
      return summed === undefined ? [] : [ofOrders(evidence, summed)];
    }),
  ];
  return found
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || b.created_at.getTime() - a.created_at.getTime());
}

function ofPayment(evidence: Evidence, payment: PaymentCandidate): Ranked {
  const { rest_idr } = evidence;
  const { nominal_transfer_idr, nominal_invoice_idr, customer_id, customer_name, created_at } = payment;
  const has_code = rest_idr === nominal_transfer_idr && nominal_transfer_idr > nominal_invoice_idr;
  const reasons: Reason[] = [];
  if (rest_idr === nominal_transfer_idr) reasons.push('AMOUNT');
  else if (rest_idr >= nominal_invoice_idr && rest_idr < nominal_transfer_idr)
    reasons.push('AMOUNT_WITHOUT_CODE');
  reasons.push(...whoIs(evidence, customer_id, customer_name));
  const is_paid = payment.received_idr > 0 || payment.state === 'CANCELED';
  const state_score = is_paid ? ENDED_SCORE : payment.state === 'EXPIRED' ? EXPIRED_SCORE : 0;
  return {
    payment,
    orders: [],
    customer_id,
    customer_name,
    amount_idr: Math.min(rest_idr, nominal_transfer_idr),
    reasons,
    created_at,
    score: scoreOf(reasons) + (has_code ? CODE_SCORE : 0) + state_score,
  };
}

function ofOrders(evidence: Evidence, orders: readonly OrderCandidate[]): Ranked {
  const [first] = orders;
  if (first === undefined) throw new Error('no order is suggested');
  const { rest_idr, clues } = evidence;
  const remaining_idr = orders.reduce((total, order) => total + remainingOf(order), 0);
  const reasons: Reason[] = [];
  if (remaining_idr === rest_idr) reasons.push(orders.length > 1 ? 'AMOUNT_OF_SEVERAL' : 'AMOUNT');
  if (orders.some(({ po_number }) => clues.po_numbers.includes(po_number))) reasons.push('PO_NUMBER');
  reasons.push(...whoIs(evidence, first.customer_id, first.customer_name));
  return {
    orders: orders.map((order) => ({ order, amount_idr: Math.min(rest_idr, remainingOf(order)) })),
    customer_id: first.customer_id,
    customer_name: first.customer_name,
    amount_idr: Math.min(rest_idr, remaining_idr),
    reasons,
    created_at: first.created_at,
    score: scoreOf(reasons),
  };
}

const remainingOf = ({ total_idr, paid_idr }: OrderCandidate) => total_idr - paid_idr;
const scoreOf = (reasons: readonly Reason[]) => reasons.reduce((total, reason) => total + SCORES[reason], 0);

function whoIs({ clues, by_phone }: Evidence, customer_id: number, name: string): Reason[] {
  const named = namesPerson(clues.names, name);
  return [
    ...(by_phone.has(customer_id) ? (['PHONE'] as const) : []),
    ...(named === undefined ? [] : named === 'ALL' ? (['NAME'] as const) : (['PART_OF_NAME'] as const)),
  ];
}

/** The fewest of a customer's orders, at least two, of which just the sum remains; of as many the oldest. */
function adding(orders: readonly OrderCandidate[], wanted_idr: number): OrderCandidate[] | undefined {
  let sums = new Map<number, OrderCandidate[]>([[0, []]]);
  for (const order of orders) {
    const next = new Map(sums);
    for (const [sum_idr, members] of sums) {
      const total_idr = sum_idr + remainingOf(order);
      const before = next.get(total_idr);
      const is_alone = total_idr === wanted_idr && members.length === 0;
      if (total_idr > wanted_idr || is_alone) continue;
      if (before === undefined || before.length > members.length + 1)
        next.set(total_idr, [...members, order]);
    }
    sums = next;
  }
  return sums.get(wanted_idr);
}
