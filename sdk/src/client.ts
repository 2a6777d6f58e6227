import { ConnectionError } from './errors.ts';
import { readEvents, type ServerEvent } from './events.ts';
import { addresses } from './operations.generated.ts';
import { send, sleepUnlessAborted, type Sending } from './send.ts';
import type { Input, ListOperation, Operation, Output, Row } from './types.ts';

export interface ClientOptions {
  /** Of the server, as `https://toko.example.com`; in a browser that shows a page of the server: `''`. */
  base_url: string;
  /** API key or session token; without one the browser's own cookie counts. */
  token?: string;
  /** In which errors and texts are answered. Asked for each request. */
  language?: () => 'id' | 'en';
  /** How often a request is sent at most until it is answered. Default 4. */
  tries?: number;
  /** After how long without an answer it is sent again. Default 30 s. */
  timeout_ms?: number;
  fetch?: typeof fetch;
  sleep?: Sending['sleep'];
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /**
   * Under one key the server does a thing once. Left out, each call gets a new one, which its own retries share; give one where
   * the call itself may be made again, as after the page was closed: 1 to 255 characters, for one content.
   */
  idempotency_key?: string | undefined;
  /** Overrides that of the client. */
  timeout_ms?: number;
}

// eslint-disable-next-line typescript/no-generated-empty-object-type -- where nothing is required, nothing need be given
type NoParameters = Record<never, never>;

type Arguments<Op extends Operation> =
  NoParameters extends Input<Op>
    ? [input?: Input<Op>, options?: CallOptions]
    : [input: Input<Op>, options?: CallOptions];

/** One function per operation, by its name in the reference. */
export type Calls = { [Op in Operation]: (...given: Arguments<Op>) => Promise<Output<Op>> };

export interface File {
  name: string;
  content_type: string;
  content: Blob;
}

export type Client = Calls & {
  /** Every row of a list, page after page, as long as you take them: no page is requested ahead. */
  each: <Op extends ListOperation>(
    operation: Op,
    input?: Input<Op>,
    options?: CallOptions,
  ) => AsyncGenerator<Row<Op>, void, undefined>;
  /** What an operation answers as a file: a sheet, a PDF. */
  download: <Op extends Operation>(operation: Op, input: Input<Op>, options?: CallOptions) => Promise<File>;
  /** News of the shop as they happen, from `last_event_id` on; connects again by itself until the signal ends it. */
  news: (options: {
    signal: AbortSignal;
    last_event_id?: string;
  }) => AsyncGenerator<ServerEvent, void, undefined>;
};

type AnyInput = Readonly<Record<string, unknown>>;

/** @returns a client, on which every operation of the API is a function */
export function createClient(options: ClientOptions): Client {
  const sending: Sending = {
    fetch: options.fetch ?? ((...given) => globalThis.fetch(...given)),
    tries: options.tries ?? 4,
    timeout_ms: options.timeout_ms ?? 30_000,
    sleep: options.sleep ?? sleepUnlessAborted,
  };

  const request = (operation: Operation, input: AnyInput = {}, call: CallOptions = {}) => {
    const { url, init } = describe(operation, input, call, options);
    const timeout_ms = call.timeout_ms ?? sending.timeout_ms;
    return send(url, init, call.signal, { ...sending, timeout_ms });
  };

  const answer = async (operation: Operation, input?: AnyInput, call?: CallOptions) => {
    const response = await request(operation, input, call);
    try {
      return (await response.json()) as unknown;
    } catch (error) {
      throw new ConnectionError('the answer of the server is not complete', { cause: error });
    }
  };

  async function* each(operation: Operation, input: AnyInput = {}, call?: CallOptions) {
    let place: AnyInput = {};
    for (;;) {
      const page = (await answer(operation, { ...input, ...place }, call)) as Page;
      yield* page.data;
      const { next_cursor, current_page, total_pages } = page.meta.pagination;
      if (typeof next_cursor === 'string') place = { cursor: next_cursor };
      else if (next_cursor === undefined && current_page < total_pages)
        place = { pagination_offset: current_page + 1 };
      else return;
    }
  }

  const own = {
    each,
    download: async (operation: Operation, input: AnyInput, call?: CallOptions): Promise<File> => {
      const response = await request(operation, input, call);
      const content_type = response.headers.get('content-type') ?? 'application/octet-stream';
      const content = await response.blob();
      return { name: fileName(response.headers) ?? operation, content_type, content };
    },
    news: ({ signal, last_event_id }: { signal: AbortSignal; last_event_id?: string }) =>
      readEvents(
        (headers) => {
          const { url, init } = describe('streamNotifications', {}, {}, options);
          const request = { ...init, headers: Object.assign(init.headers, headers) };
          return send(url, request, signal, { ...sending, timeout_ms: 0 });
        },
        { signal, last_event_id, sleep: sending.sleep },
      ),
  };

  return new Proxy(own as unknown as Client, {
    get: (target, name: string) => {
      if (name in target) return target[name as keyof Client];
      if (!Object.hasOwn(addresses, name)) return undefined;
      return (input?: AnyInput, call?: CallOptions) => answer(name as Operation, input, call);
    },
  });
}

interface Page {
  data: never[];
  meta: { pagination: { next_cursor?: string | null; current_page: number; total_pages: number } };
}

type Description = { url: string; init: RequestInit & { headers: Record<string, string> } };

/** What is sent for a call: parameters of the path in their places, the rest as query string or body. */
function describe(
  operation: Operation,
  input: AnyInput,
  { idempotency_key }: CallOptions,
  { base_url, token, language }: ClientOptions,
): Description {
  const [method, pattern] = addresses[operation];
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(language !== undefined && { 'accept-language': language() }),
    ...(method !== 'GET' && { 'idempotency-key': idempotency_key ?? crypto.randomUUID() }),
  };
  const url = base_url.replace(/\/$/, '') + path;
  if (method === 'GET') return { url: url + queryOf(rest), init: { method, headers } };
  if ([...rest.values()].some((value) => value instanceof Blob))
    return { url, init: { method, headers, body: formOf(rest) } };
  if (rest.size === 0) return { url, init: { method, headers } };
  headers['content-type'] = 'application/json';
  return { url, init: { method, headers, body: JSON.stringify(Object.fromEntries(rest)) } };
}

function queryOf(parameters: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams();
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) add(`${name}[${key}]`, part);
    else query.append(name, String(value));
  };
  for (const [name, value] of parameters) add(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function formOf(parameters: ReadonlyMap<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of parameters)
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}

function fileName(headers: Headers): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
}
