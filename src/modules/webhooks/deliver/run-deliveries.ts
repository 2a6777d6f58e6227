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
/** When the process ends, what is being sent has so long to end. */
const PATIENCE_MS = 3_000;

export interface RunningDeliveries {
  /** Begins nothing more; what is being sent and does not end soon is left to be sent again. */
  close(): Promise<void>;
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
  const pumps = new Map<string, { shop_id: number; is_resting: boolean; ended: Promise<void> }>();
  const giving_up = new AbortController();
  let is_ending = false;
  let others_wait = false;
  let last_due_ms = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const pumping: Pumping = {
    services,
    schedule,
    steps: pLimit(STEPS_AT_ONCE),
    isEnding: () => is_ending,
    othersWait: () => others_wait,
    giving_up: giving_up.signal,
  };

  const begin = (endpoint: DueEndpoint, key: string) => {
    const { shop_id, is_resting } = endpoint;
    const ended = pumpEndpoint(pumping, endpoint)
      .catch((error: unknown) => services.log.error({ err: error }, 'webhooks were not sent'))
      .finally(() => {
        pumps.delete(key);
        if (others_wait) lookNow();
      });
    pumps.set(key, { shop_id, is_resting, ended });
  };

  const hasPlace = ({ shop_id, is_resting }: DueEndpoint) => {
    const alike = [...pumps.values()].filter((pump) => pump.is_resting === is_resting);
    const of_shop = alike.filter((pump) => pump.shop_id === shop_id);
    return (
      alike.length < webhookLimits.webhook_endpoints_at_once &&
      of_shop.length < webhookLimits.webhook_of_shop_at_once
    );
  };

  const look = async () => {
    try {
      const due = await findDueEndpoints(services);
      if (due.length > 0) last_due_ms = performance.now();
      let has_waiting = false;
      for (const endpoint of due) {
        const key = `${endpoint.shop_id} ${endpoint.endpoint_id}`;
        if (is_ending || pumps.has(key)) continue;
        if (hasPlace(endpoint)) begin(endpoint, key);
        else has_waiting = true;
      }
      others_wait = has_waiting;
    } catch (error) {
      services.log.warn({ err: error }, 'looking for webhooks failed');
    }
  };

  const again = () => {
    if (is_ending) return;
    const is_quiet = performance.now() - last_due_ms > QUIET_AFTER_MS;
    timer = setTimeout(lookNow, look_ms < LOOK_MS ? look_ms : untilNext(look_ms * (is_quiet ? 2 : 1)));
  };
  let is_looking = false;
  const lookNow = () => {
    if (is_looking || is_ending) return;
    is_looking = true;
    clearTimeout(timer);
    looking = look().finally(() => {
      is_looking = false;
      again();
    });
  };
  again();
  return {
    async close() {
      is_ending = true;
      clearTimeout(timer);
      await looking;
      const all = Promise.all([...pumps.values()].map(({ ended }) => ended));
      await Promise.race([all, pause(PATIENCE_MS, undefined, { ref: false })]);
      giving_up.abort();
      await all;
    },
  };
}
