import { setTimeout as pause } from 'node:timers/promises';
import type { LimitFunction } from 'p-limit';
import type { Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import { webhookLimits } from '../limits.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import type { DueEndpoint } from './find-due.ts';
import type { Attempt } from './record-attempts.ts';
import type { Schedule } from './schedule.ts';
import { workEndpoint, type Work } from './work-endpoint.ts';

/** What all endpoints that this process works have in common. */
export interface Pumping {
  services: Services;
  schedule: Schedule;
  /** Steps take connections to the database, which requests need: few at a time. */
  steps: LimitFunction;
  /** Nothing new is begun. */
  isEnding(): boolean;
  /** Other endpoints wait for a place. */
  othersWait(): boolean;
  /** What is being sent is not waited for any longer. */
  giving_up: AbortSignal;
}

/** After so long an endpoint leaves its place to those that wait. */
const TURN_MS = 5_000;
const AFTER_FAULT_MS = 500;

/**
 * Sends what is due of one endpoint, several deliveries at a time, until there is nothing more. What has ended while a step was
 * on its way to the database is recorded by the next one together.
 * @returns whether the endpoint could not be worked at the end
 */
export async function pumpEndpoint(pumping: Pumping, endpoint: DueEndpoint): Promise<boolean> {
  const until_ms = performance.now() + TURN_MS;
  const { services, steps, schedule } = pumping;
  const { shop_id, time_zone, endpoint_id } = endpoint;
  const context = contextOfShop(services, 'webhooks', { id: shop_id, time_zone });
  let ended: Attempt[] = [];
  let sending = 0;
  let wake = () => {};
  const sendOne = async (work: Work, delivery: ClaimedDelivery) => {
    const attempt = await send(pumping, work, delivery);
    ended.push(attempt);
    sending -= 1;
    wake();
  };
  for (;;) {
    const attempts = ended;
    ended = [];
    const is_over = pumping.isEnding() || (pumping.othersWait() && performance.now() > until_ms);
    const room = is_over ? 0 : webhookLimits.webhook_sent_at_once - sending;
    const work = await steps(() => workEndpoint(context, endpoint_id, attempts, room, schedule)).catch(
      async (error: unknown) => {
        // What was sent is sent again when its claims have ended, under the same ID.
        services.log.warn({ shop_id, webhook: endpoint_id, err: error }, 'a webhook was not worked');
        await pause(AFTER_FAULT_MS);
        return undefined;
      },
    );
    for (const delivery of work?.claimed ?? []) {
      sending += 1;
      void sendOne(work!, delivery);
    }
    if (sending === 0 && ended.length === 0) return work === undefined;
    if (ended.length === 0) await new Promise<void>((done) => (wake = done));
  }
}

async function send(
  { services, giving_up }: Pumping,
  work: Work,
  delivery: ClaimedDelivery,
): Promise<Attempt> {
  const at = services.clock.now();
  const { webhook_id, body } = delivery;
  try {
    const headers = work.sign(webhook_id, body, at);
    const outcome = await services.ports.webhooks.send({ url: work.url, headers, body, signal: giving_up });
    return { delivery, at, outcome };
  } catch {
    return { delivery, at, outcome: undefined };
  }
}
