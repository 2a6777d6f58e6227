import { dateText } from '../kernel/calendar.ts';
import { Refusal } from '../kernel/errors.ts';
import { ZONE, type DemoActor } from './actor.ts';
import type { Dice } from './dice.ts';
import type { Goods } from './goods.ts';
import type { Person } from './people.ts';
import { runAtOnce } from './run-at-once.ts';

const DAY_MS = 86_400_000;
const BATCH = 50;
/** Services as sellers use them, how often, how an AWB number begins, and what a kilo costs beside the usual. */
const SERVICES = [
  { id: 1, share: 30, awb: '0147', price: 1 }, // JNE REG
  { id: 2, share: 4, awb: '0148', price: 1.7 }, // JNE YES
  { id: 57, share: 26, awb: 'JP', price: 1 }, // J&T EZ
  { id: 10008, share: 20, awb: '0023', price: 0.9 }, // SiCepat REG
  { id: 10016, share: 6, awb: 'NV', price: 1 }, // Ninja STANDARD
  { id: 44, share: 6, awb: '11LP', price: 0.8 }, // Lion Parcel REGPACK
  { id: 349, share: 4, awb: 'SAP', price: 0.9 }, // SAP REG
  { id: 99, share: 4, awb: 'KT', price: 0.7 }, // a courier of the shop's own
];
const PICKUP_AT_SHOP = { id: 98, awb: undefined, price: 0 };
/** Of those who live near, so many fetch what they ordered. */
const FETCHING = 0.06;
/** What a kilo costs to where the shop is. */
const NEAR_IDR = 9_000;
const NOTES = [
  'Tolong dibungkus kado ya kak',
  'Kirim hari ini kalau bisa',
  'Warna jangan tertukar',
  'Titip di satpam kalau rumah kosong',
  'Packing pakai kardus ya',
];

export interface Trade {
  actor: DemoActor;
  dice: Dice;
  goods: Goods[];
  people: Person[];
  /** Where own goods leave from, and where those do that another supplier sends. */
  supplier_ids: { own: number; other: number };
  bank_ids: number[];
  from: Date;
  to: Date;
}

/** What happens to an order after it was placed. */
type FollowUp = () => Promise<void>;

/**
 * Takes so many orders over the days before today, and with them those of today until now: more from month
 * to month, on weekends and in the evening; most are paid, shipped and delivered after days, the youngest are
 * still on their way. Orders are taken one after the other, so that the same ones find the same stock; what
 * follows runs beside them, as it touches nothing but its own order.
 * @param report called now and then with the number of orders taken
 */
export async function takeOrders(
  trade: Trade,
  count: number,
  report: (taken: number) => void,
): Promise<void> {
  let following: Promise<void> = Promise.resolve();
  let waiting: FollowUp[] = [];
  let taken = 0;
  for (const at of moments(trade, count)) {
    waiting.push(await takeOrder(trade, at));
    taken += 1;
    if (waiting.length < BATCH) continue;
    await following;
    following = runAtOnce(waiting);
    // A failure is thrown where it is waited for, and is not lost until then.
    following.catch(() => undefined);
    waiting = [];
    if (taken % 500 === 0) report(taken);
  }
  await following;
  await runAtOnce(waiting);
  report(taken);
}

/** All are drawn, also those of today that still lie ahead, so that the time of day changes no other one. */
function moments({ dice, from, to }: Trade, count: number): Date[] {
  const whole_days = Math.floor((to.getTime() - from.getTime()) / DAY_MS);
  const days = Array.from({ length: whole_days }, (_, day) => day);
  const busy = (day: number) => {
    // The period begins at midnight of the shop's day, which is the day before in UTC; noon is the same day.
    const weekday = new Date(from.getTime() + (day + 0.5) * DAY_MS).getUTCDay();
    return (0.6 + (0.9 * day) / whole_days) * (weekday === 0 || weekday === 6 ? 1.35 : 1);
  };
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const awake = (hour: number) => (hour < 6 ? 0.2 : hour < 17 ? 1 : hour < 22 ? 2.4 : 1.2);
  const moment = (day: number) =>
    Math.floor(from.getTime() + (day + (dice.weighted(hours, awake) + dice.roll()) / 24) * DAY_MS);
  const on_whole_day = days.reduce((sum, day) => sum + busy(day), 0) / count;
  const times = [
    ...Array.from({ length: count }, () => moment(dice.weighted(days, busy))),
    ...Array.from({ length: Math.round(busy(whole_days) / on_whole_day) }, () => moment(whole_days)),
  ];
  return times
    .filter((time) => time <= to.getTime())
    .toSorted((left, right) => left - right)
    .map((time) => new Date(time));
}

/** As many baskets as are filled, in the worst case, before one holds nothing that is sold out. */
const MOST_BASKETS = 100;

/** @returns what follows */
async function takeOrder(trade: Trade, at: Date): Promise<FollowUp> {
  const { actor, dice } = trade;
  const known = trade.people.filter((person) => person.since <= at);
  const sender = dice.weighted(known, (person) => person.loyalty);
  const receiver = dice.chance(sender.category === 'D' ? 0.8 : 0.06) ? dice.pick(known) : sender;
  const fate = decide(trade, at, receiver);
  // Now and then what is wanted is sold out: the customer takes something else.
  for (let attempt = 0; attempt < MOST_BASKETS; attempt += 1) {
    const basket = fill(trade, sender);
    try {
      const { order_id } = await actor.act<{ order_id: number }>(
        'createOrder',
        orderInput(trade, { at, sender, receiver, fate, basket }),
        at,
      );
      return () => follow(trade, order_id, at, fate, basket);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  throw new Error('the demo shop has nothing left to sell');
}

interface Fate {
  bank_id: number;
  service: (typeof SERVICES)[number] | typeof PICKUP_AT_SHOP;
  /** Not written on what is fetched. */
  awb_number: string | undefined;
  /** Days after the order; undefined where it has not come to that. */
  paid_after: number | undefined;
  instalment_only: boolean;
  shipped_after: number | undefined;
  delivered_after: number | undefined;
}

function decide({ dice, bank_ids, to }: Trade, at: Date, receiver: Person): Fate {
  const age = (to.getTime() - at.getTime()) / DAY_MS;
  const paid = dice.chance(0.62) ? 0 : dice.roll() * 2.5;
  const shipped = paid + 0.2 + dice.roll() * 1.5;
  const delivered = shipped + 1 + dice.roll() * 5;
  const forgotten = dice.chance(0.04);
  const instalment_only = dice.chance(0.03);
  const reached = (days: number) => (days <= age ? days : undefined);
  const is_paid = !forgotten && reached(paid) !== undefined;
  const fetched = receiver.rate_idr <= NEAR_IDR && dice.chance(FETCHING);
  const service = fetched ? PICKUP_AT_SHOP : dice.weighted(SERVICES, ({ share }) => share);
  const digits = dice.between(10_000_000, 99_999_999);
  return {
    bank_id: dice.pick(bank_ids),
    service,
    awb_number: service.awb && `${service.awb}${digits}`,
    paid_after: is_paid ? paid : undefined,
    instalment_only,
    shipped_after: is_paid && !instalment_only ? reached(shipped) : undefined,
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
  { dice, supplier_ids }: Trade,
  {
    at,
    sender,
    receiver,
    fate,
    basket,
  }: { at: Date; sender: Person; receiver: Person; fate: Fate; basket: Basket },
): object {
  const grams = basket.lines.reduce((sum, line) => sum + line.goods.weight_grams * line.quantity, 0);
  const rate_idr = Math.round((receiver.rate_idr * fate.service.price) / 500) * 500;
  const paid_at_once = fate.paid_after === 0 && !fate.instalment_only;
  return {
    order_date: dateText(at, ZONE),
    customer_sender_id: sender.customer_id,
    customer_receiver_id: receiver.customer_id,
    supplier_id: basket.product_status === 'R' ? supplier_ids.other : supplier_ids.own,
    note: dice.chance(0.15) ? dice.pick(NOTES) : '',
    is_print: fate.shipped_after !== undefined,
    products: basket.lines.map(({ variation_id, quantity }) => ({
      id: variation_id,
      qty: quantity,
      product_status: basket.product_status,
      ...(dice.chance(0.04) && { type: 'PERCENTAGE', percentage: dice.pick([5, 10]) }),
    })),
    expedition: {
      id: fate.service.id,
      rate: Math.max(1, Math.ceil(grams / 1_000 - 0.3)) * rate_idr,
      ...(fate.service.id === 99 && { name: 'Kurir Toko' }),
    },
    payment: {
      ...(paid_at_once
        ? { status: 'PAID', date: dateText(at, ZONE), bank_id: fate.bank_id }
        : { status: 'UNPAID' }),
      ...(basket.product_status === 'R' && { cost_of_goods_sales: costOf(basket) }),
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

/** What the shop paid for the goods. */
function costOf(basket: Basket): number {
  return basket.lines.reduce((sum, line) => sum + line.goods.price_buy_idr * line.quantity, 0);
}

async function follow(trade: Trade, id: number, placed: Date, fate: Fate, basket: Basket): Promise<void> {
  const { actor } = trade;
  const later = (days: number) => new Date(placed.getTime() + days * DAY_MS);
  if (fate.paid_after !== undefined && (fate.paid_after > 0 || fate.instalment_only)) {
    const at = later(fate.paid_after);
    const payment = { date: dateText(at, ZONE), bank_id: fate.bank_id };
    // Down payments cover the cost of the goods, which is always less than the total.
    const amount = Math.max(5_000, Math.floor(costOf(basket) / 10_000) * 10_000);
    const part = fate.instalment_only ? { status: 'INSTALLMENT', amount } : { status: 'PAID' };
    await actor.act('updatePayment', { id, payment: { ...payment, ...part } }, at);
  }
  if (fate.shipped_after !== undefined && fate.awb_number !== undefined)
    await actor.act('addAwbNumber', { id, awb_number: fate.awb_number }, later(fate.shipped_after));
  if (fate.delivered_after !== undefined)
    await actor.act('setShippingStatus', { id, status: 'DELIVERED' }, later(fate.delivered_after));
}
