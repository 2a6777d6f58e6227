import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../test/server-process.ts';
import { flood } from './flood.ts';
import { load, measure, type Call, type Measured } from './load.ts';
import type { BenchShop } from './shop.ts';

const DURATION_S = 8;
const FLOOD_CONNECTIONS = 200;
/** More than are kept aside: those beyond are refused at once, as fast as they ask. */
const CROWD_CONNECTIONS = 1_000;
/** What the server does at once without a line: its times are the normal ones. */
const NORMAL_CONNECTIONS = 16;
/** A shop counts as active for so long after its last request; a flood alone is measured when no other is. */
const UNTIL_ALONE_MS = 11_000;
const WINDOW_MS = 250;

/**
 * Two shops, one of which floods: what the other notices of it, what becomes of the flood, and how long it takes until
 * all is as before.
 * @param line prints a row of figures
 */
export async function measureOverload(
  server: ServerProcess,
  [flooding, other]: [BenchShop, BenchShop],
  line: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  const send = (shop: BenchShop, connections: number, duration_s = DURATION_S) =>
    load(server.base_url, [orderCall(shop)], { connections, duration_s });
  await send(flooding, NORMAL_CONNECTIONS, 3);
  const normal = await send(flooding, NORMAL_CONNECTIONS);
  line('normal', `${NORMAL_CONNECTIONS} connections`, normal);

  for (const connections of [1, 4]) {
    const who = `${connections} connection${connections > 1 ? 's' : ''}`;
    const quiet = await send(other, connections);
    line('the other shop, quiet', who, quiet);
    const flooded = flood(server.base_url, orderCall(flooding), {
      connections: FLOOD_CONNECTIONS,
      duration_s: DURATION_S + 2,
    });
    await sleep(1_000);
    const beside = await send(other, connections);
    line('the other shop, beside a flood', who, beside);
    console.log(
      `${''.padEnd(28)} its p95 ${(beside.p95_ms / quiet.p95_ms).toFixed(2)} times the quiet one (promised: 3)`,
    );
    await flooded;
  }

  await sleep(UNTIL_ALONE_MS);
  const flooded = await flood(server.base_url, orderCall(flooding), {
    connections: FLOOD_CONNECTIONS,
    duration_s: DURATION_S,
  });
  const back_ms = await timeUntilNormal(server.base_url, orderCall(flooding), normal);
  const accepted = measure(flooded.accepted_ms, flooded.duration_s);
  line('flood of one shop alone', 'accepted', accepted);
  line('', 'refused (503)', measure(flooded.refused_ms, flooded.duration_s));
  console.log(
    `${''.padEnd(28)} p95 of the accepted ${(accepted.p95_ms / normal.p95_ms).toFixed(2)} times the normal one (promised: 2); ` +
      `normal again after ${(back_ms / 1000).toFixed(2)} s (promised: 5)`,
  );
  const crowd = await flood(server.base_url, orderCall(flooding), {
    connections: CROWD_CONNECTIONS,
    duration_s: 5,
  });
  line(
    `flood over ${CROWD_CONNECTIONS} connections`,
    'accepted',
    measure(crowd.accepted_ms, crowd.duration_s),
  );
  line('', 'refused (503)', measure(crowd.refused_ms, crowd.duration_s));
  if (flooded.lost > 0 || Object.keys(flooded.others).length > 0)
    throw new Error(`a flood is answered 200 or 503: ${JSON.stringify([flooded.lost, flooded.others])}`);
}

/** Sends at the normal rate until every answer is 200 and as quick as normal, window by window. @returns ms */
async function timeUntilNormal(base_url: string, call: Call, normal: Measured): Promise<number> {
  const began = performance.now();
  let back_ms = 0;
  while (performance.now() - began < 6_000) {
    const seen: { ok: boolean; time_ms: number }[] = [];
    const until = performance.now() + WINDOW_MS;
    const client = async () => {
      while (performance.now() < until) {
        const sent = performance.now();
        const answer = await fetch(base_url + call.path, {
          method: call.method,
          headers: { authorization: `Bearer ${call.token}`, 'content-type': 'application/json' },
          ...(call.body !== undefined && { body: call.body }),
        });
        await answer.arrayBuffer();
        seen.push({ ok: answer.status === 200, time_ms: performance.now() - sent });
      }
    };
    await Promise.all(Array.from({ length: NORMAL_CONNECTIONS / 2 }, client));
    const times_ms = seen.map(({ time_ms }) => time_ms);
    const is_normal = seen.every(({ ok }) => ok) && measure(times_ms, 1).p95_ms <= 2 * normal.p95_ms;
    if (!is_normal) back_ms = performance.now() - began;
  }
  return back_ms;
}

function orderCall(shop: BenchShop): Call {
  return { method: 'POST', path: '/api/open/order', token: shop.token, body: JSON.stringify(shop.order) };
}
