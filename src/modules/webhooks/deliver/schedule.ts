import { webhookLimits } from '../limits.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** When failed attempts are followed by others, and when nothing more is tried. */
export interface Schedule {
  /** Pauses after the first attempt, the second …; after the last of them nothing more is tried. */
  pauses_ms: readonly number[];
  /** What waits longer is given up at its next failure, once it was tried `least_tries` times. */
  longest_ms: number;
  least_tries: number;
  /** Failures in a row after which an endpoint is left alone for a while, and the first and longest of these pauses. */
  failures_to_rest: number;
  first_rest_ms: number;
  longest_rest_ms: number;
  /** An endpoint that has taken nothing for so long, while so many deliveries in a row were given up, is switched off. */
  failing_ms: number;
  given_up_in_a_row: number;
}

/** As Standard Webhooks recommends it: some three days in all. */
export const USUAL_SCHEDULE: Schedule = {
  pauses_ms: [
    5 * SECOND,
    300 * SECOND,
    1_800 * SECOND,
    ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR),
  ],
  longest_ms: webhookLimits.webhook_days * DAY,
  least_tries: 3,
  failures_to_rest: 5,
  first_rest_ms: 5 * SECOND,
  longest_rest_ms: 300 * SECOND,
  failing_ms: webhookLimits.webhook_failing_days * DAY,
  given_up_in_a_row: 2,
};

/** Receivers may ask to be left alone, but not for ever. */
const LONGEST_RETRY_AFTER_MS = HOUR;

/** What failed at the same time is not tried again at the same time. */
const JITTER = 0.1;

/**
 * When to try again what has failed.
 * @param tries with the one that has just failed
 * @param chance 0 to 1
 * @returns undefined where it is given up
 */
export function nextAttempt(
  schedule: Schedule,
  failed: { tries: number; queued_at: Date; now: Date; retry_after_ms?: number | undefined },
  chance: number,
): Date | undefined {
  const { tries, queued_at, now, retry_after_ms = 0 } = failed;
  const pause_ms = schedule.pauses_ms[tries - 1];
  if (pause_ms === undefined) return undefined;
  const age_ms = now.getTime() - queued_at.getTime();
  if (age_ms > schedule.longest_ms && tries >= schedule.least_tries) return undefined;
  const wait_ms = Math.max(withJitter(pause_ms, chance), Math.min(retry_after_ms, LONGEST_RETRY_AFTER_MS));
  return new Date(now.getTime() + wait_ms);
}

/** How long an endpoint is left alone after so many failures in a row; 0: not yet. */
export function restAfter(schedule: Schedule, failures: number, chance: number): number {
  const beyond = failures - schedule.failures_to_rest;
  if (beyond < 0) return 0;
  const rest_ms = Math.min(schedule.first_rest_ms * 2 ** Math.min(beyond, 20), schedule.longest_rest_ms);
  return withJitter(rest_ms, chance);
}

const withJitter = (pause_ms: number, chance: number) =>
  Math.round(pause_ms * (1 - JITTER + 2 * JITTER * chance));
