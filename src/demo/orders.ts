import { Refusal } from '../kernel/errors.ts';
import type { Actor } from './actor.ts';
import type { Dice } from './dice.ts';
import type { Goods } from './goods.ts';
import type { Person } from './people.ts';

const DAY_MS = 86_400_000;
/** Follow-ups of different orders that run at once. */
const AT_ONCE = 8;
/** Services of JNE, SiCepat, J&T and others, as sellers use them. */
const SERVICES = [1, 1, 1, 3, 57, 57, 44, 99] as const;
const NOTES = [
  'Tolong dibungkus kado ya kak',
  'Kirim hari ini kalau bisa',
  'Warna jangan tertukar',
  'Titip di satpam kalau rumah kosong',
  'Packing pakai kardus ya',
];

export interface Trade {
  actor: Actor;
  dice: Dice;
  goods: Goods[];
  people: Person[];
  supplier_id: number;
  bank_ids: number[];
  from: Date;
  to: Date;
}

/** What happens to an order after it was placed. */
type FollowUp = () => Promise<void>;

/**
 * Takes so many orders over the period: more from month to month, on weekends and in the evening; most are
 * paid, sent and delivered after days, the youngest are still on their way.
 * @param tell called with the number of orders taken
 */
export async function takeOrders(trade: Trade, count: number, tell: (taken: number) => void): Promise<void> {
  let waiting: FollowUp[] = [];
  let taken = 0;
  for (const at of moments(trade, count)) {
    const follow_up = await takeOrder(trade, at);
    taken += 1;
    if (follow_up !== undefined) waiting.push(follow_up);
    if (waiting.length < 200) continue;
    await runAll(waiting);
    waiting = [];
    tell(taken);
  }
  await runAll(waiting);
  tell(taken);
}

async function runAll(follow_ups: FollowUp[]): Promise<void> {
  const left = follow_ups.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const follow_up of left) await follow_up();
    }),
  );
}

function moments({ dice, from, to }: Trade, count: number): Date[] {
  const days = Math.ceil((to.getTime() - from.getTime()) / DAY_MS);
  const numbers = Array.from({ length: days }, (_, day) => day);
  const busy = (day: number) => {
    const weekday = new Date(from.getTime() + day * DAY_MS).getUTCDay();
    return (0.6 + (0.9 * day) / days) * (weekday === 0 || weekday === 6 ? 1.35 : 1);
  };
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const awake = (hour: number) => (hour < 6 ? 0.2 : hour < 17 ? 1 : hour < 22 ? 2.4 : 1.2);
  return Array.from({ length: count }, () => {
    const day = dice.weighted(numbers, busy);
    // The period begins at midnight of the shop's day.
    const midnight = from.getTime() + day * DAY_MS;
    const hour = dice.weighted(hours, awake) + dice.roll();
    // The last day is not over yet.
    return midnight + (hour / 24) * Math.min(DAY_MS, to.getTime() - midnight);
  })
    .toSorted((left, right) => left - right)
    .map((time) => new Date(time));
}

/** @returns what follows, or nothing where no basket could be filled */
async function takeOrder(trade: Trade, at: Date): Promise<FollowUp | undefined> {
  const { actor, dice } = trade;
  const known = trade.people.filter((person) => person.since <= at);
  const sender = dice.weighted(known, (person) => person.loyalty);
  const receiver = dice.chance(sender.category === 'D' ? 0.8 : 0.06) ? dice.pick(known) : sender;
  const fate = decide(trade, at);
  // Now and then what is wanted is sold out: the customer takes something else.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const basket = fill(trade, sender);
    try {
      const { order_id } = await actor.act<{ order_id: number }>(
        'createOrder',
        orderInput(trade, { at, sender, receiver, fate, basket }),
        at,
      );
      return () => follow(trade, order_id, at, fate);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return undefined;
}

interface Fate {
  bank_id: number;
  /** Days after the order; undefined where it has not come to that. */
  paid_after: number | undefined;
  instalment_only: boolean;
  sent_after: number | undefined;
  delivered_after: number | undefined;
}

function decide({ dice, bank_ids, to }: Trade, at: Date): Fate {
  const age = (to.getTime() - at.getTime()) / DAY_MS;
  const paid = dice.chance(0.62) ? 0 : dice.roll() * 2.5;
  const sent = paid + 0.2 + dice.roll() * 1.5;
  const delivered = sent + 1 + dice.roll() * 5;
  const forgotten = dice.chance(0.04);
  const instalment_only = dice.chance(0.03);
  const reached = (days: number) => (days <= age ? days : undefined);
  const is_paid = !forgotten && reached(paid) !== undefined;
  return {
    bank_id: dice.pick(bank_ids),
    paid_after: is_paid ? paid : undefined,
    instalment_only,
    sent_after: is_paid && !instalment_only ? reached(sent) : undefined,
    delivered_after: is_paid && !instalment_only ? reached(delivered) : undefined,
  };
}

interface Basket {
  product_status: 'S' | 'R' | 'PO';
  lines: { goods: Goods; variation_id: number; quantity: number }[];
}

function fill({ dice, goods }: Trade, sender: Person): Basket {
  const first = dice.weighted(goods, (item) => (item.variation_ids.length > 0 ? item.popularity : 0));
  // Goods of other suppliers and preorders are ordered apart from own stock.
  const fitting = goods.filter(
    (item) => item.product_type === first.product_type && item.variation_ids.length > 0,
  );
  const more = Array.from({ length: dice.weighted([0, 1, 2, 3], (count) => 5 - count * 1.4) }, () =>
    dice.weighted(fitting, (item) => item.popularity),
  );
  const lines = [...new Set([first, ...more])].map((item) => ({
    goods: item,
    variation_id: dice.pick(item.variation_ids),
    quantity: sender.category === 'Y' && dice.chance(0.3) ? dice.between(3, 8) : dice.chance(0.8) ? 1 : 2,
  }));
  return { product_status: first.product_type, lines };
}

function orderInput(
  { dice, supplier_id }: Trade,
  {
    at,
    sender,
    receiver,
    fate,
    basket,
  }: { at: Date; sender: Person; receiver: Person; fate: Fate; basket: Basket },
): object {
  const grams = basket.lines.reduce((sum, line) => sum + line.goods.weight_grams * line.quantity, 0);
  const service_id = dice.pick(SERVICES);
  const cost = basket.lines.reduce((sum, line) => sum + line.goods.price_buy_idr * line.quantity, 0);
  const paid_at_once = fate.paid_after === 0 && !fate.instalment_only;
  return {
    order_date: dayOf(at),
    customer_sender_id: sender.customer_id,
    customer_receiver_id: receiver.customer_id,
    supplier_id,
    note: dice.chance(0.15) ? dice.pick(NOTES) : '',
    is_print: fate.sent_after !== undefined,
    products: basket.lines.map(({ variation_id, quantity }) => ({
      id: variation_id,
      qty: quantity,
      product_status: basket.product_status,
      ...(dice.chance(0.04) && { type: 'PERCENTAGE', percentage: dice.pick([5, 10]) }),
    })),
    expedition: {
      id: service_id,
      rate: Math.max(1, Math.ceil(grams / 1_000 - 0.3)) * receiver.rate_idr,
      ...(service_id === 99 && { name: 'Kurir Toko' }),
    },
    payment: {
      ...(paid_at_once ? { status: 'PAID', date: dayOf(at), bank_id: fate.bank_id } : { status: 'UNPAID' }),
      ...(basket.product_status === 'R' && { cost_of_goods_sales: cost }),
    },
    order_cost: [
      ...(dice.chance(0.08)
        ? [{ name: 'Bubble wrap', category: 'OTHER COST', type: 'NOMINAL', nominal: 3_000 }]
        : []),
      ...(dice.chance(0.07)
        ? [{ name: 'Diskon pelanggan', category: 'DISCOUNT', type: 'NOMINAL', nominal: 5_000 }]
        : []),
      ...(dice.chance(0.03)
        ? [{ name: 'Asuransi', category: 'INSURANCE', type: 'NOMINAL', nominal: 2_500 }]
        : []),
    ],
    source: dice.chance(0.6) ? 'MOBILE' : 'WEB',
  };
}

async function follow(trade: Trade, id: number, placed: Date, fate: Fate): Promise<void> {
  const { actor } = trade;
  const later = (days: number) => new Date(placed.getTime() + days * DAY_MS);
  if (fate.paid_after !== undefined && (fate.paid_after > 0 || fate.instalment_only)) {
    const at = later(fate.paid_after);
    const payment = { date: dayOf(at), bank_id: fate.bank_id };
    const part = fate.instalment_only ? { status: 'INSTALLMENT', amount: 10_000 } : { status: 'PAID' };
    await actor.act('updatePayment', { id, payment: { ...payment, ...part } }, at);
  }
  if (fate.sent_after !== undefined)
    await actor.act(
      'addAwbNumber',
      { id, awb_number: `JP${8_500_000_000 + id * 7_919}` },
      later(fate.sent_after),
    );
  if (fate.delivered_after !== undefined)
    await actor.act('setShippingStatus', { id, status: 'DELIVERED' }, later(fate.delivered_after));
}

/** The day in Jakarta. */
function dayOf(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
