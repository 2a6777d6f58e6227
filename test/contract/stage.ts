import qs from 'qs';
import type { XenditLoopback } from '../integrations/xendit-vendor.ts';
import { hasEntrance, type Route } from '../../src/kernel/http/route.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** One request and its answer, a line of the recording. */
export interface Exchange {
  method: string;
  path: string;
  status: number;
  type: string;
  body?: unknown;
}

/** A part of the play that shows what one operation can answer. */
export interface ContractScene {
  operation: string;
  play(stage: ContractStage): Promise<void>;
}

export function scene(operation: string, play: ContractScene['play']): ContractScene {
  return { operation, play };
}

/** Sends requests to a running server, records every exchange, and remembers ids for later scenes. */
export class ContractStage {
  readonly exchanges: Exchange[] = [];
  /** Operations that answered with success. */
  readonly answered = new Set<string>();
  /** Key or token that requests carry. */
  credential: string | undefined;
  /** Token that requests to stores carry; undefined: as a guest. */
  buyer: string | undefined;
  /** Gives a shop OrderPay balance, as buyers do who pay by the gateway, or has it owe that to a customer. */
  fund: (shop_id: number, amount_idr: number, refund_to?: number) => Promise<void> = () =>
    Promise.reject(new Error('nobody pays here'));
  /** Of a user who has not accepted yet. */
  invitation: string | undefined;
  readonly #base_url: string;
  readonly #routes: Map<string, Route>;
  readonly #ids = new Map<string, number>();
  readonly #xendit: XenditLoopback | undefined;

  constructor(base_url: string, routes: Route[], xendit?: XenditLoopback) {
    this.#xendit = xendit;
    this.#base_url = base_url;
    this.#routes = new Map(routes.map((route) => [route.operation, route]));
  }

  /** The payment gateway of the server. */
  get xendit(): XenditLoopback {
    if (this.#xendit === undefined) throw new Error('this server has no payment gateway');
    return this.#xendit;
  }

  keep(name: string, id: unknown): void {
    if (typeof id !== 'number') throw new Error(`${name} is no id: ${JSON.stringify(id)}`);
    this.#ids.set(name, id);
  }

  id(name: string): number {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`no scene before kept ${name}`);
    return id;
  }

  /**
   * Calls an operation as its documentation says: parameters of the path into the path, those of GET (and
   * those that the route names) into the query string, the others into a JSON body, files into a form.
   * @param headers beside those of every call, such as a signature
   * @throws Error where the answer is no success
   */
  async call(
    operation: string,
    input: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<any> {
    const route = this.#routes.get(operation);
    if (route === undefined) throw new Error(`no operation ${operation}`);
    const { path, body } = placed(route, input);
    const credential = hasEntrance(route.access) ? this.buyer : this.credential;
    const answer = await fetch(this.#base_url + path, {
      method: route.method,
      headers: {
        ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const type = answer.headers.get('content-type') ?? '';
    const parsed: unknown = type.includes('json') ? await answer.json() : undefined;
    if (!answer.ok)
      throw new Error(
        `${route.method} ${path} answered ${answer.status}: ${JSON.stringify(parsed).slice(0, 1_000)}`,
      );
    this.answered.add(operation);
    this.exchanges.push({
      method: route.method,
      path,
      status: answer.status,
      type,
      ...(parsed !== undefined && { body: parsed }),
    });
    return parsed;
  }
}

interface Placed {
  path: string;
  body: string | FormData | undefined;
}

function placed(route: Route, input: Record<string, unknown>): Placed {
  const in_path = new Set([...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name]) => !in_path.has(name));
  const in_query = ([name]: [string, unknown]) =>
    route.method === 'GET' || (route.in_query ?? []).includes(name);
  const query = qs.stringify(Object.fromEntries(rest.filter(in_query)), { encodeValuesOnly: true });
  const in_body = rest.filter((entry) => !in_query(entry));
  return { path: query === '' ? path : `${path}?${query}`, body: bodyOf(route, in_body) };
}

function bodyOf(route: Route, fields: [string, unknown][]): Placed['body'] {
  if (fields.length === 0) return undefined;
  if (route.upload === undefined) return JSON.stringify(Object.fromEntries(fields));
  const form = new FormData();
  for (const [name, value] of fields)
    if (value instanceof Blob) form.set(name, value, name);
    else form.set(name, String(value));
  return form;
}
