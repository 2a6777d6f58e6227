import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

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

export interface VendorRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Of JSON or of a form. */
  body: Record<string, unknown>;
}

export interface VendorAnswer {
  status: number;
  body: unknown;
}

/** A vendor on this machine. */
export interface Loopback {
  url: string;
  port: number;
  /** Requests that came whole, as `POST /v1/orders`. */
  requests: string[];
  behave(behaviour: (request: VendorRequest, attempt: number) => Behaviour): void;
  /** Forgets what it has, requests and behaviour. */
  reset(): void;
  close(): void;
}

/**
 * @param answer what the vendor does with a request
 * @param forget clears what it has
 */
export async function openLoopback(
  answer: (request: VendorRequest) => VendorAnswer,
  forget: () => void,
): Promise<Loopback> {
  let behaviour: (request: VendorRequest, attempt: number) => Behaviour = () => undefined;
  const requests: string[] = [];
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(incoming);
    requests.push(`${request.method} ${request.path}`);
    const now = behaviour(request, requests.length);
    if (now === 'silence') return;
    if (typeof now === 'object' && 'status' in now) return say(response, now.status, now.body ?? {});
    const { status, body } = answer(request);
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
    requests,
    behave: (next) => void (behaviour = next),
    reset() {
      forget();
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

async function readRequest(incoming: IncomingMessage): Promise<VendorRequest> {
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
