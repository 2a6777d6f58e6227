import { setTimeout as sleep } from 'node:timers/promises';
import { flood } from '../../bench/flood.ts';
import { load, measure, type Call } from '../../bench/load.ts';
import { openStall, orderOf } from '../stall.ts';
import { send, type Attack, type Target } from './attack.ts';

/** Beside other tests a ratio of two short times tells of the machine's other work: the small run asks for this only. */
const BESIDE_TESTS_MS = 1_500;

/** One shop sends orders over 200 connections, each again as soon as it was answered; another sells as always. */
export const floodOfOrders: Attack = {
  title: 'a flood of orders',
  async run({ server, token, openShop, size, report }) {
    const duration_s = size === 'full' ? 12 : 4;
    const other = await orderCall(server, (await openShop()).token);
    const flooding = await orderCall(server, token);
    const quiet = await load(server.base_url, [other], { connections: 2, duration_s: duration_s / 2 });
    const flooded = flood(server.base_url, flooding, { connections: 200, duration_s });
    await sleep(1_000);
    // Throws where an answer is not 200: nobody else is refused.
    const beside = await load(server.base_url, [other], { connections: 2, duration_s: duration_s / 2 });
    const { accepted_ms, refused_ms, others, lost } = await flooded;

    const ratio = beside.p95_ms / quiet.p95_ms;
    report(
      "another shop's orders: p95 beside the flood",
      `${beside.p95_ms.toFixed(0)} ms, ${ratio.toFixed(1)} times the quiet one`,
      ratio <= 3 || (size === 'small' && beside.p95_ms < BESIDE_TESTS_MS),
    );
    const rate = (times: number[]) => `${(times.length / duration_s).toFixed(0)}/s`;
    const accepted = measure(accepted_ms, duration_s);
    report(
      'the flood: accepted',
      `${rate(accepted_ms)}, p95 ${accepted.p95_ms.toFixed(0)} ms`,
      accepted_ms.length > 0,
    );
    report(
      'the flood: refused early with 503',
      rate(refused_ms),
      refused_ms.length > accepted_ms.length / 10,
    );
    report(
      'the flood: answered otherwise, or not at all',
      JSON.stringify([others, lost]),
      lost === 0 && Object.keys(others).length === 0,
    );
    const stored = await countOrders(server, token);
    // What was under way when the flood ended may be kept without an answer: one for each connection at most.
    report(
      'orders lost',
      `${Math.max(0, accepted_ms.length - stored)} of ${accepted_ms.length}`,
      stored >= accepted_ms.length && stored <= accepted_ms.length + 200,
    );
    const began = performance.now();
    while ((await send(server, 'POST', flooding.path, { token, body: flooding.body })).status !== 200)
      await sleep(50);
    const back_ms = performance.now() - began;
    report('the flooding shop is served again', `after ${back_ms.toFixed(0)} ms`, back_ms < 5_000);
  },
};

async function orderCall(server: Target['server'], token: string): Promise<Call & { body: string }> {
  const call = async (method: string, path: string, input?: object) => {
    const get = method === 'GET' && input !== undefined;
    const query = get ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
    const answer = await send(server, method, path + query, {
      token,
      ...(!get && input !== undefined && { body: input }),
    });
    return { ...answer, headers: {}, text: JSON.stringify(answer.body) };
  };
  const stall = await openStall({ call }, { stocks: [10_000_000, 10_000_000] });
  return { method: 'POST', path: '/api/open/order', token, body: JSON.stringify(orderOf(stall)) };
}

/** As the highest number: numbers are given without gaps. */
async function countOrders(server: Target['server'], token: string): Promise<number> {
  const { body } = await send(server, 'GET', '/api/open/order?per_page=1', { token });
  return (body.data[0] as { po_number: number } | undefined)?.po_number ?? 0;
}
