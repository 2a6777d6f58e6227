import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../src/kernel/limits.ts';
import { postmasterOf, processTree } from '../database-processes.ts';
import { startServerProcess, type ServerProcess } from '../server-process.ts';
import { openStall, orderOf, type Stall } from '../stall.ts';
import { send, type Attack } from './attack.ts';

const WRITERS = 8;
/** The heartbeat notices a halted database within its limit and what it is late by. */
const NOTICED_WITHIN_MS = limits.database_silence_ms + 3_000;
const ANSWERED_WITHIN_MS = limits.database_answer_ms + 4_000;

/** The database is killed in every way while orders come in. */
export const databaseKilled: Attack = {
  title: 'the database killed',
  async run({ size, report }) {
    const server = await startServerProcess();
    try {
      const shop = await openShop(server);
      const journal: Journal = { acknowledged: new Map(), unknown: new Map(), statuses: new Map() };
      let writing = true;
      const writers = Array.from({ length: WRITERS }, () => write(shop, journal, () => writing));
      const kills =
        size === 'full'
          ? (['SIGKILL', 'tree', 'SIGTERM', 'backend', 'SIGQUIT', 'SIGKILL'] as const)
          : (['SIGKILL', 'tree'] as const);
      for (const kill of kills) {
        await sleep(1_000);
        const postmaster = await postmasterOf(server.data_dir);
        const began = performance.now();
        if (kill === 'tree') for (const pid of await processTree(postmaster)) killIfThere(pid);
        else if (kill === 'backend') killIfThere((await processTree(postmaster)).at(-1) ?? 0);
        else process.kill(postmaster, kill);
        const back_ms = await timeUntil(() => journal.acknowledged.size, began);
        report(`${kill}: orders are taken again`, `after ${(back_ms / 1000).toFixed(1)} s`, back_ms < 15_000);
      }
      writing = false;
      await Promise.all(writers);
      // The client sends again what it knows nothing of, with the same key.
      for (const [key, body] of journal.unknown) await order(shop, journal, key, body);
      const { 200: _accepted, 503: refused = 0, ...others } = Object.fromEntries(journal.statuses);
      report('meanwhile refused with 503 and Retry-After', String(refused), true);
      report('answered otherwise', JSON.stringify(others), Object.keys(others).length === 0);
      const stored = await storedOrders(shop);
      const lost = [...journal.acknowledged.keys()].filter((key) => !stored.includes(key)).length;
      report('orders lost', `${lost} of ${journal.acknowledged.size}`, lost === 0 && stored.length > 0);
      report(
        'orders doubled',
        String(stored.length - new Set(stored).size),
        stored.length === new Set(stored).size,
      );
      report('long work is done', await jobIsDone(shop), true);
      const doctor = await server.command(['src/cli.ts', 'doctor']);
      report('doctor', doctor.trim().split('\n').at(-1) ?? '', doctor.includes('No differences.'));
    } finally {
      await server.stop();
    }
  },
};

/** The database is halted, as by a disk that hangs, and goes on later. */
export const databaseFrozen: Attack = {
  title: 'the database frozen',
  async run({ size, report }) {
    const server = await startServerProcess();
    try {
      const shop = await openShop(server);
      const journal: Journal = { acknowledged: new Map(), unknown: new Map(), statuses: new Map() };
      const processes = await processTree(await postmasterOf(server.data_dir));
      for (const pid of processes) process.kill(pid, 'SIGSTOP');
      const began = performance.now();
      try {
        // Those that are under way when it freezes have to be waited for.
        const caught = size === 'full' ? requests(shop, 40) : [];
        const noticed_ms = await readyzBecomes(server, 503, began);
        report(
          '/readyz says so',
          `after ${(noticed_ms / 1000).toFixed(1)} s`,
          noticed_ms < NOTICED_WITHIN_MS,
        );
        const later = await Promise.all(requests(shop, 40));
        reportAnswers('sent later', later, 1_000, report);
        if (size === 'full')
          reportAnswers('under way', await Promise.all(caught), ANSWERED_WITHIN_MS, report);
        const health = performance.now();
        await send(server, 'GET', '/healthz');
        const health_ms = performance.now() - health;
        report('/healthz', `${health_ms.toFixed(0)} ms`, health_ms < 250);
      } finally {
        for (const pid of processes) process.kill(pid, 'SIGCONT');
      }
      const again = performance.now();
      await readyzBecomes(server, 200, again);
      const healed = await order(shop, journal, randomUUID(), orderOf(shop.stall));
      const healed_ms = performance.now() - again;
      report(
        'an order is taken again',
        `${healed} after ${(healed_ms / 1000).toFixed(1)} s`,
        healed === 200 && healed_ms < 5_000,
      );
      const all = await Promise.all(requests(shop, 40));
      report(
        '40 requests at once then',
        [...new Set(all.map(({ status }) => status))].join(),
        all.every(({ status }) => status < 500),
      );
    } finally {
      await server.stop();
    }
  },
};

interface Shop {
  server: ServerProcess;
  token: string;
  stall: Stall;
}

interface Journal {
  /** Keys of orders whose answer was received. */
  acknowledged: Map<string, number>;
  /** Bodies, by key, of orders that were sent and not acknowledged. */
  unknown: Map<string, object>;
  /** How often each status was answered; 503 without Retry-After counts as 0. */
  statuses: Map<number, number>;
}

async function openShop(server: ServerProcess): Promise<Shop> {
  const person = { email: 'sasaran@example.com', password: 'jeruk-nipis-segar-42' };
  const names = {
    shop_name: 'Sasaran',
    subdomain: 'sasaran',
    full_name: 'Budi',
    phone_number: '081234567890',
  };
  await send(server, 'POST', '/api/account/register', { body: { ...person, ...names } });
  const login = await send(server, 'POST', '/api/account/login', { body: person });
  const token = login.body.data.token as string;
  const call = async (method: string, path: string, input?: object) => {
    const get = method === 'GET' && input !== undefined;
    const query = get ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
    const body = get ? undefined : input;
    const answer = await send(server, method, path + query, { token, ...(body !== undefined && { body }) });
    return { ...answer, headers: {}, text: JSON.stringify(answer.body) };
  };
  return { server, token, stall: await openStall({ call }, { stocks: [10_000_000, 10_000_000] }) };
}

async function write(shop: Shop, journal: Journal, isWriting: () => boolean): Promise<void> {
  while (isWriting()) {
    const key = randomUUID();
    const status = await order(shop, journal, key, orderOf(shop.stall, { note: key }));
    await sleep(status === 200 ? 10 : 250);
  }
}

async function order({ server, token }: Shop, journal: Journal, key: string, body: object): Promise<number> {
  journal.unknown.set(key, body);
  const answer = await send(server, 'POST', '/api/open/order', {
    token,
    body,
    headers: { 'idempotency-key': key },
  });
  const is_whole = answer.status !== 503 || answer.headers.has('retry-after');
  const status = is_whole ? answer.status : 0;
  journal.statuses.set(status, (journal.statuses.get(status) ?? 0) + 1);
  if (answer.status === 200) {
    journal.acknowledged.set(key, answer.body.data.po_number as number);
    journal.unknown.delete(key);
  }
  return answer.status;
}

/** Has a file made and mailed, which the queue does. @returns the job's end @throws Error where it has none */
async function jobIsDone({ server, token }: Shop): Promise<string> {
  const requested = await send(server, 'GET', '/api/open/product/download', { token });
  if (requested.status !== 200) throw new Error(`no download: ${JSON.stringify(requested.body)}`);
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await send(server, 'GET', '/api/account/job', { token });
    const [job] = body.data as { status: string }[];
    if (job?.status === 'SUCCESS') return job.status;
    await sleep(100);
  }
  throw new Error('long work is not done after 20 s');
}

async function storedOrders({ server, token }: Shop): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = `per_page=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await send(server, 'GET', `/api/open/order?${query}`, { token });
    keys.push(...(body.data as { note: string }[]).map(({ note }) => note));
    cursor = body.meta.pagination.next_cursor as string | null;
  }
  return keys;
}

/** Waits until a count grows after it has stood still for a moment: what was under way has been answered then. */
async function timeUntil(count: () => number, began: number): Promise<number> {
  await sleep(200);
  const before = count();
  while (count() === before && performance.now() - began < 60_000) await sleep(10);
  return performance.now() - began;
}

async function readyzBecomes(server: ServerProcess, status: number, began: number): Promise<number> {
  while ((await send(server, 'GET', '/readyz')).status !== status) {
    if (performance.now() - began > 60_000) throw new Error(`/readyz is not ${status} after a minute`);
    await sleep(50);
  }
  return performance.now() - began;
}

interface Answer {
  status: number;
  time_ms: number;
}

/** Reads, writes, signs in and guesses keys, all at once. */
/** A token ends with an underscore and its shop. */
const shopSuffixOf = (token: string) => token.slice(token.lastIndexOf('_'));

function requests({ server, token, stall }: Shop, count: number): Promise<Answer>[] {
  const kinds = [
    () => send(server, 'GET', '/api/open/order', { token }),
    () => send(server, 'POST', '/api/open/order', { token, body: orderOf(stall) }),
    () =>
      send(server, 'POST', '/api/open/order', {
        token,
        body: orderOf(stall),
        headers: { 'idempotency-key': randomUUID() },
      }),
    // Of this shop: one that names no shop is refused without asking the database.
    () => send(server, 'GET', '/api/open/order', { token: `ngs_${randomUUID()}${shopSuffixOf(token)}` }),
    () =>
      send(server, 'POST', '/api/account/login', {
        body: { email: `${randomUUID()}@example.com`, password: 'salah-sekali-42' },
      }),
  ];
  return Array.from({ length: count }, async (_, number) => {
    const began = performance.now();
    const answer = await (kinds[number % kinds.length] as (typeof kinds)[number])();
    return { status: answer.status, time_ms: performance.now() - began };
  });
}

function reportAnswers(
  what: string,
  answers: Answer[],
  within_ms: number,
  report: (what: string, figure: string, held: boolean) => void,
): void {
  const slowest_ms = Math.max(...answers.map(({ time_ms }) => time_ms));
  const statuses = [...new Set(answers.map(({ status }) => status))];
  report(
    `${what}: slowest of ${answers.length} answers`,
    `${statuses.join(', ')} after ${(slowest_ms / 1000).toFixed(1)} s`,
    slowest_ms < within_ms && statuses.every((status) => status === 503),
  );
}

/** A back end that was in the list may have ended by itself meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
