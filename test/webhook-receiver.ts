import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a receiver got. */
export interface ReceivedWebhook {
  headers: Record<string, string>;
  /** Byte for byte. */
  text: string;
  body: { type: string; version: number; timestamp: string; data: Record<string, unknown> };
}

/** How a receiver answers: a status, or nothing at all. */
type Answer =
  | { status: number; body?: string; headers?: Record<string, string>; wait_ms?: number }
  | 'silence';

/** A receiver of webhooks on this machine. */
export interface WebhookReceiver {
  url: string;
  port: number;
  received: ReceivedWebhook[];
  /** How many answers are owed, and the most that ever were. */
  open(): { now: number; most: number };
  answer(next: (webhook: ReceivedWebhook, count: number) => Answer): void;
  close(): void;
}

/** Answers 204 to everything, unless said otherwise. */
export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let answerTo: (webhook: ReceivedWebhook, count: number) => Answer = () => ({ status: 204 });
  let now = 0;
  let most = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await read(request);
    const headers = request.headers as Record<string, string>;
    const webhook = { headers, text, body: JSON.parse(text) as ReceivedWebhook['body'] };
    received.push(webhook);
    now += 1;
    most = Math.max(most, now);
    response.on('close', () => (now -= 1));
    const answer = answerTo(webhook, received.length);
    if (answer === 'silence') return;
    if (answer.wait_ms !== undefined) await pause(answer.wait_ms);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  // What breaks off is the network's doing.
  const server = createServer((request, response) => void serve(request, response).catch(() => undefined));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    received,
    open: () => ({ now, most }),
    answer: (said) => void (answerTo = said),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
