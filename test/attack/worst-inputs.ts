import { Agent, request } from 'node:http';
import type { Route } from '../../src/kernel/http/route.ts';
import { limits } from '../../src/kernel/limits.ts';
import { routes } from '../../src/modules.ts';
import { send, type Attack, type Size, type Target } from './attack.ts';
import { watchHealth } from './health-watch.ts';
import { worstBodies, worstForms, worstJson, type WorstBody } from './worst-bodies.ts';
import { fieldsBeside, worstFiles } from './worst-files.ts';

/** Signs the attacker out: what comes after would be refused unread. */
const ENDING = new Set(['logout']);

/**
 * The most that one request may make another wait, more memory, and bytes of a refusal. The small run is one of many
 * tests on a busy machine, which makes every request wait.
 */
const WAIT_MS = { full: 250, small: 1_000 };
const MORE_MB = 150;
const REPORTED_BYTES = 200_000;

/** Whatever any route may be sent, at its largest; routes are taken from the table, so that no new one is forgotten. */
export const worstInputs: Attack = {
  title: 'the worst input of every route',
  async run(target) {
    const { size } = target;
    const attacked = routes.filter(({ operation }) => !ENDING.has(operation));
    await watched(target, 'bodies of every route', async (sent) => {
      for (const [number, route] of attacked.entries())
        for (const body of bodiesOf(route, number, size))
          await sent(`${route.operation}: ${body.what}`, () => sendBody(target, route, body));
    });
    const bulk = attacked.find(({ operation }) => operation === 'createProducts');
    const order = attacked.find(({ operation }) => operation === 'createOrder');
    await watched(target, 'JSON that is hard to read', async (sent) => {
      for (const route of [bulk, order])
        if (route !== undefined)
          for (const body of worstJson(
            ((route.body_bytes ?? limits.json_body_bytes) - 100) / (size === 'full' ? 1 : 10),
          ))
            await sent(`${route.operation}: ${body.what}`, () => sendBody(target, route, body));
    });
    if (bulk !== undefined)
      await watched(target, 'many products at once', async (sent) => {
        for (const body of manyProducts(size === 'full' ? 1_000 : 100)) {
          await sent(body.what, () => sendBody(target, bulk, body));
          await sent(`${body.what}, three at once`, () => sendBodyAtOnce(target, bulk, body, 3));
        }
      });
    const upload =
      attacked.find(({ operation }) => operation === 'uploadImport') ??
      attacked.find((route) => route.upload !== undefined);
    if (upload !== undefined)
      await watched(target, 'forms of many parts', async (sent) => {
        const bytes = upload.upload_bytes ?? limits.upload_bytes;
        for (const body of worstForms(size === 'full' ? bytes : Math.ceil(bytes / 10))) {
          await sent(body.what, () => sendBody(target, upload, body));
          await sent(`${body.what}, ten at once`, () => sendBodyAtOnce(target, upload, body, 10));
        }
      });
    for (const route of attacked)
      if (route.upload !== undefined)
        await watched(target, `files of ${route.operation}`, async (sent) => {
          for (const { what, make } of worstFiles(route)) {
            const content = await make(size);
            await sent(what, () => sendFile(target, route, content));
          }
        });
    await watched(target, 'a form of many long fields', async (sent) => {
      if (upload !== undefined) await sent('fields', () => sendFields(target, upload));
    });
  },
};

/** All bodies; in the small run a third of them, other ones for each route. */
function bodiesOf(route: Route, number: number, size: Size): WorstBody[] {
  const bodies = worstBodies(route, size);
  return size === 'full' ? bodies : bodies.filter((_, index) => index % 3 === number % 3);
}

interface Answered {
  status: number;
  bytes: number;
}

type Sent = (what: string, run: () => Promise<Answered>) => Promise<void>;

async function watched(target: Target, title: string, run: (sent: Sent) => Promise<void>): Promise<void> {
  const requests: { what: string; from: number; to: number }[] = [];
  const broken: string[] = [];
  let reported = { bytes: 0, what: '' };
  const seen = await watchHealth(target.server, () =>
    run(async (what, send_it) => {
      const from = Date.now();
      const { status, bytes } = await send_it();
      requests.push({ what, from, to: Date.now() });
      if (status >= 500) broken.push(`${status} ${what}`);
      if (status >= 400 && bytes > reported.bytes) reported = { bytes, what };
    }),
  );
  const at = requests.findLast(({ from }) => from <= seen.longest_at + 5)?.what ?? '';
  const { report } = target;
  report(
    `${title}: longest wait of /healthz`,
    `${seen.longest_ms.toFixed(0)} ms (${at})`,
    seen.longest_ms < WAIT_MS[target.size],
  );
  report(`${title}: memory`, `${seen.more_mb.toFixed(0)} MB more`, !(seen.more_mb >= MORE_MB));
  report(
    `${title}: most bytes of a refusal`,
    `${reported.bytes} (${reported.what})`,
    reported.bytes < REPORTED_BYTES,
  );
  report(`${title}: faults of the server`, broken.join('; ') || 'none', broken.length === 0);
}

const agent = new Agent({ keepAlive: true });

/** As `fetch` does, but also a body with GET. */
function sendBody(
  { server, token }: Target,
  route: Route,
  { content_type, body }: WorstBody,
): Promise<Answered> {
  const path = route.path.replaceAll(/:\w+/g, '1');
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': content_type,
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(server.base_url + path, { method: route.method, headers, agent }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece: Buffer) => (bytes += piece.length));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
      answer.on('error', reject);
    });
    // A refusal may come before all is sent, and the connection end.
    sent.on('error', (error: Error & { code?: string }) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET'
        ? resolve({ status: 413, bytes: 0 })
        : reject(error),
    );
    sent.end(body);
  });
}

/** On so many connections. Also waits a moment for what goes on after the answers. */
async function sendBodyAtOnce(
  target: Target,
  route: Route,
  body: WorstBody,
  times: number,
): Promise<Answered> {
  const answers = await Promise.all(Array.from({ length: times }, () => sendBody(target, route, body)));
  await new Promise((resolve) => setTimeout(resolve, 500));
  return answers.reduce((worst, answer) => (answer.status > worst.status ? answer : worst));
}

/** Also waits for the work that a file makes for later. */
async function sendFile(
  { server, token }: Target,
  route: Route,
  content: Buffer | string,
): Promise<Answered> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fieldsBeside(route))) form.set(name, value);
  form.set(route.upload ?? 'file', new Blob([content]), 'berkas');
  const answer = await send(server, route.method, route.path, { token, form });
  const { job_id } = (answer.body?.data ?? {}) as { job_id?: number | null };
  const until = Date.now() + 120_000;
  if (typeof job_id !== 'number') return answer;
  while (Date.now() < until) {
    const job = await send(server, 'GET', `/api/account/job/${job_id}`, { token });
    if (!['QUEUED', 'RUNNING'].includes(job.body?.data?.status)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return answer;
}

/** Without a length that is told before. */
async function sendFields({ server, token }: Target, route: Route): Promise<Answered> {
  const field = `--x\r\ncontent-disposition: form-data; name="f"\r\n\r\n${'a'.repeat(1_000_000)}\r\n`;
  let left = 50;
  const body = new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(new TextEncoder().encode(field));
    },
  });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' };
  try {
    const answer = await fetch(server.base_url + route.path, {
      method: route.method,
      headers,
      body,
      duplex: 'half',
    });
    return { status: answer.status, bytes: (await answer.text()).length };
  } catch {
    return { status: 413, bytes: 0 };
  }
}

/** Products with as many variations as may be, right and wrong, all of them in a body that is allowed. */
function manyProducts(count: number): WorstBody[] {
  const product = (name: string, variations: object[]) => ({
    name,
    product_type: 'R',
    has_variation: 'Y',
    variations,
  });
  const right = (at: number) =>
    product(
      `P${at}`,
      Array.from({ length: 30 }, (_, place) => ({ color: String(place), price: 1, weight: 1, stock: 1 })),
    );
  const short = (at: number) =>
    product(
      `P${at}`,
      Array.from({ length: 200 }, () => ({ stock: 1 })),
    );
  const bad = (at: number) =>
    product(
      `P${at}`,
      Array.from({ length: 200 }, () => ({ price: 'x' })),
    );
  const body = (what: string, products: object[], partial = 0) => ({
    what,
    content_type: 'application/json',
    body: JSON.stringify({ products, partial }),
  });
  const numbers = [...Array.from({ length: count }).keys()];
  return [
    body('wrong variations', numbers.map(bad)),
    body('wrong variations, partial', numbers.map(bad), 1),
    body('as many wrong variations as may be, partial', numbers.slice(0, count * 0.15).map(bad), 1),
    body('variations too many together', numbers.map(short)),
    body('right products', numbers.slice(0, count / 4).map(right)),
    body(
      'the same SKU',
      numbers.map((at) =>
        product(
          `P${at}`,
          Array.from({ length: 20 }, () => ({ sku: 'SAMA', color: 'x', price: 1, weight: 1, stock: 1 })),
        ),
      ),
    ),
  ];
}
