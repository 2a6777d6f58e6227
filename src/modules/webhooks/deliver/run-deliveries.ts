import pLimit from 'p-limit';
import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../../../kernel/context.ts';
import { untilNext } from '../../../kernel/until-next.ts';
import { webhookLimits } from '../limits.ts';
import { pumpEndpoint, type Pumping } from './endpoint-pump.ts';
import { findDueEndpoints, type DueEndpoint } from './find-due.ts';
import { USUAL_SCHEDULE, type Schedule } from './schedule.ts';

const LOOK_MS = 1_000;
/** So long nothing was due, then it is looked half as often. */
const QUIET_AFTER_MS = 10_000;
const STEPS_AT_ONCE = 2;
/** An endpoint that cannot be worked, as its secret does not open, is left alone longer each time. */
const FAULT_RESTS_MS = [0, 1_000, 5_000, 60_000];
/** When the process ends, what is being sent has so long to end. */
const PATIENCE_MS = 3_000;

export interface RunningDeliveries {
  /** Begins nothing more; what is being sent and does not end soon is left to be sent again. */
  close(): Promise<void>;
}

/** The endpoints that this process works now, each by a pump. */
function openPumps(pumping: Pumping, ending: AbortSignal, onEnd: () => void) {
  const { log } = pumping.services;
  const pumps = new Map<string, { shop_id: number; is_resting: boolean; ended: Promise<void> }>();
  const faults = new Map<string, number>();
  const keyOf = ({ shop_id, endpoint_id }: DueEndpoint) => `${shop_id} ${endpoint_id}`;
  /** The endpoint keeps its place as long. */
  const restAfterFault = async (key: string) => {
    const before = faults.get(key) ?? 0;
    faults.set(key, before + 1);
    const rest_ms = FAULT_RESTS_MS[Math.min(before, FAULT_RESTS_MS.length - 1)];
    await pause(rest_ms, undefined, { signal: ending }).catch(() => undefined);
  };
  return {
    has: (endpoint: DueEndpoint) => pumps.has(keyOf(endpoint)),
    hasPlace({ shop_id, is_resting }: DueEndpoint) {
      const alike = [...pumps.values()].filter((pump) => pump.is_resting === is_resting);
      const of_shop = alike.filter((pump) => pump.shop_id === shop_id);
      return (
        alike.length < webhookLimits.webhook_endpoints_at_once &&
        of_shop.length < webhookLimits.webhook_of_shop_at_once
      );
    },
    begin(endpoint: DueEndpoint) {
      const { shop_id, is_resting } = endpoint;
      const ended = pumpEndpoint(pumping, endpoint)
        .then((has_fault) =>
          has_fault ? restAfterFault(keyOf(endpoint)) : void faults.delete(keyOf(endpoint)),
        )
        .catch((error: unknown) => log.error({ err: error }, 'webhooks were not sent'))
        .finally(() => {
          pumps.delete(keyOf(endpoint));
          onEnd();
        });
      pumps.set(keyOf(endpoint), { shop_id, is_resting, ended });
    },
    async ended() {
      await Promise.all([...pumps.values()].map((pump) => pump.ended));
    },
  };
}

/**
 * Sends what is due as long as the process serves. Every process may do so: they share the endpoints, and of each no more is
 * sent at once by all of them than by one. Endpoints that fail on and on have places of their own, so that however many
 * there are, they keep no other waiting.
 */
export function runDeliveries(
  services: Services,
  { schedule = USUAL_SCHEDULE, look_ms = LOOK_MS }: { schedule?: Schedule; look_ms?: number } = {},
): RunningDeliveries {
  const ending = new AbortController();
  const giving_up = new AbortController();
  let others_wait = false;
  let last_due_ms = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  const pumps = openPumps(
    {
      services,
      schedule,
      steps: pLimit(STEPS_AT_ONCE),
      isEnding: () => ending.signal.aborted,
      othersWait: () => others_wait,
      giving_up: giving_up.signal,
    },
    ending.signal,
    () => {
      if (others_wait) lookNow();
    },
  );

  const look = async () => {
    const due = await findDueEndpoints(services);
    if (due.length > 0) last_due_ms = performance.now();
    const idle = due.filter((endpoint) => !pumps.has(endpoint));
    for (const endpoint of idle)
      if (!ending.signal.aborted && pumps.hasPlace(endpoint)) pumps.begin(endpoint);
    others_wait = idle.some((endpoint) => !pumps.has(endpoint));
  };

  const again = () => {
    looking = undefined;
    if (ending.signal.aborted) return;
    const is_quiet = performance.now() - last_due_ms > QUIET_AFTER_MS;
    timer = setTimeout(lookNow, look_ms < LOOK_MS ? look_ms : untilNext(look_ms * (is_quiet ? 2 : 1)));
  };

  const lookNow = () => {
    if (looking !== undefined || ending.signal.aborted) return;
    clearTimeout(timer);
    looking = look()
      .catch((error: unknown) => services.log.warn({ err: error }, 'looking for webhooks failed'))
      .finally(again);
  };

  again();
  return {
    async close() {
      ending.abort();
      clearTimeout(timer);
      await looking;
      await Promise.race([pumps.ended(), pause(PATIENCE_MS, undefined, { ref: false })]);
      giving_up.abort();
      await pumps.ended();
    },
  };
}
