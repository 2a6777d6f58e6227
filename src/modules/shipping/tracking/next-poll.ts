const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Couriers scan parcels a few times a day. */
const FIRST_MS = 30 * MINUTE_MS;
/** The longest wait where nothing changes, and where the vendor fails. */
const UNCHANGED_MS = 6 * HOUR_MS;
const FAILING_MS = DAY_MS;
/** A courier corrects a wrong end within days. */
const AFTER_END_MS = 7 * DAY_MS;
/** Of what no courier has known for so long, none knows any more. */
const LONGEST_MS = 60 * DAY_MS;

export interface PollState {
  started_at: Date;
  /** Of the parcel's way; null: it is on the way. */
  ended_at: Date | null;
  /** In a row. */
  unchanged: number;
  failures: number;
}

/** When a courier is asked again: ever less often while nothing changes or the vendor fails; null: not any more. */
export function nextPoll(now: Date, { started_at, ended_at, unchanged, failures }: PollState): Date | null {
  const last = Math.min(
    started_at.getTime() + LONGEST_MS,
    ended_at === null ? Number.POSITIVE_INFINITY : ended_at.getTime() + AFTER_END_MS,
  );
  const next = now.getTime() + waitOf(ended_at !== null, unchanged, failures);
  return next > last ? null : new Date(next);
}

function waitOf(has_ended: boolean, unchanged: number, failures: number): number {
  if (failures > 0) return Math.min(FAILING_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  if (has_ended) return DAY_MS;
  return Math.min(UNCHANGED_MS, FIRST_MS * 2 ** Math.min(unchanged, 10));
}
