import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const VENDOR_KEY = 'biteship_test.kunci-rahasia';

/** What a vendor does in place of the work, or beside it. */
export type Behaviour =
  | undefined
  /** Does the work, and answers so much later. */
  | { wait_ms: number }
  /** Refuses, without doing it. */
  | { status: number; body?: unknown }
  /** Does the work, and says nothing sensible of it. */
  | 'garbage'
  /** Does the work, and hangs up. */
  | 'hang up'
  /** Never answers, and does nothing. */
  | 'silence';

export interface CourierRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Of JSON or of a form. */
  body: Record<string, unknown>;
}

export interface CourierAnswer {
  status: number;
  body: unknown;
}

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
export interface CourierLoopback {
  url: string;
  port: number;
  /** Orders by id, in the order in which they were booked. */
  orders: Map<string, BookedOrder>;
  /** Requests that came whole, as `POST /v1/orders`. */
  requests: string[];
  behave(behaviour: (request: CourierRequest, attempt: number) => Behaviour): void;
  /** Forgets orders, requests and behaviour. */
  reset(): void;
  close(): void;
}

/** @param answer what the vendor does with a request; it finds and keeps its orders in the book */
export async function openCourierLoopback(
  answer: (request: CourierRequest, orders: Map<string, BookedOrder>) => CourierAnswer,
): Promise<CourierLoopback> {
  let behaviour: (request: CourierRequest, attempt: number) => Behaviour = () => undefined;
  const orders = new Map<string, BookedOrder>();
  const requests: string[] = [];
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(incoming);
    requests.push(`${request.method} ${request.path}`);
    const now = behaviour(request, requests.length);
    if (now === 'silence') return;
    if (typeof now === 'object' && 'status' in now) return say(response, now.status, now.body ?? {});
    const { status, body } = answer(request, orders);
    if (typeof now === 'object') await sleep(now.wait_ms);
    if (now === 'hang up') incoming.socket.destroy();
    else if (now === 'garbage') response.end('<html>Bad Gateway');
    else say(response, status, body);
  };
  const server = createServer((incoming, response) => void serve(incoming, response).catch(() => undefined));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    orders,
    requests,
    behave: (next) => void (behaviour = next),
    reset() {
      orders.clear();
      requests.length = 0;
      behaviour = () => undefined;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readRequest(incoming: IncomingMessage): Promise<CourierRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  const url = new URL(incoming.url ?? '', 'http://vendor');
  const is_form = incoming.headers['content-type']?.includes('urlencoded') === true;
  const body: unknown = is_form
    ? Object.fromEntries(new URLSearchParams(text))
    : JSON.parse(text === '' ? '{}' : text);
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: body as Record<string, unknown>,
  };
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
