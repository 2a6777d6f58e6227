import { openLoopback, type Loopback, type VendorAnswer, type VendorRequest } from './loopback.ts';

export type { Behaviour } from './loopback.ts';
export type CourierRequest = VendorRequest;
export type CourierAnswer = VendorAnswer;

export const VENDOR_KEY = 'biteship_test.kunci-rahasia';

/** One order in a vendor's book. */
export interface BookedOrder {
  id: string;
  key: string;
  status: string;
  awb: string;
  at: string;
  request: Record<string, unknown>;
  history: { status: string; note: string; at: string }[];
}

/** A vendor on this machine with a book of orders. */
export interface CourierLoopback extends Loopback {
  /** Orders by id, in the order in which they were booked. */
  orders: Map<string, BookedOrder>;
}

/** @param answer what the vendor does with a request; it finds and keeps its orders in the book */
export async function openCourierLoopback(
  answer: (request: CourierRequest, orders: Map<string, BookedOrder>) => CourierAnswer,
): Promise<CourierLoopback> {
  const orders = new Map<string, BookedOrder>();
  const loopback = await openLoopback(
    (request) => answer(request, orders),
    () => orders.clear(),
  );
  return Object.assign(loopback, { orders });
}

/** Villages that all three vendors know, by postal code; two towns of the country have a district Sukajadi. */
export const VILLAGES = [
  {
    id: 4711,
    village: 'Kebon Kelapa',
    district: 'Gambir',
    city: 'Jakarta Pusat',
    province: 'DKI Jakarta',
    code: '10120',
  },
  {
    id: 4712,
    village: 'Cideng',
    district: 'Gambir',
    city: 'Jakarta Pusat',
    province: 'DKI Jakarta',
    code: '10150',
  },
  {
    id: 4801,
    village: 'Pasteur',
    district: 'Sukajadi',
    city: 'Bandung',
    province: 'Jawa Barat',
    code: '40161',
  },
  { id: 4802, village: 'Sukajadi', district: 'Sukajadi', city: 'Pekanbaru', province: 'Riau', code: '28122' },
  {
    id: 4901,
    village: 'Tajinan',
    district: 'Tajinan',
    city: 'Malang',
    province: 'Jawa Timur',
    code: '65172',
  },
  { id: 4902, village: 'Klojen', district: 'Klojen', city: 'Malang', province: 'Jawa Timur', code: '65111' },
] as const;

/** The villages that a search finds: by postal code or a part of their names. */
export function villagesOf(keyword: string) {
  const sought = keyword.toLowerCase();
  return VILLAGES.filter(({ code, ...names }) =>
    [code, ...Object.values(names).map((name) => String(name).toLowerCase())].some((name) =>
      name.includes(sought),
    ),
  );
}

let booked = 0;

/** A new order, without twins: the vendor says whether it takes one more under a key. */
export function bookOrder(
  orders: Map<string, BookedOrder>,
  { key, status, request }: Pick<BookedOrder, 'key' | 'status' | 'request'>,
): BookedOrder {
  booked += 1;
  const number = String(booked).padStart(6, '0');
  const at = new Date(Date.UTC(2026, 10, 1) + booked * 1_000).toISOString();
  const order: BookedOrder = {
    id: `order${number}`,
    key,
    status,
    awb: `AWB${number}`,
    at,
    request,
    history: [{ status, note: `Order ${status}`, at }],
  };
  orders.set(order.id, order);
  return order;
}

/** The courier says something of a parcel. */
export function reportStatus(order: BookedOrder, status: string, at: string): void {
  order.status = status;
  order.history.push({ status, note: `Paket ${status}`, at });
}
