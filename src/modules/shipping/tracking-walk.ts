import type { NewsStatus } from '../../integrations/courier/port.ts';
import { canStep, hasEnded, hasLeft, type Shipment, type ShippingStatus } from '../orders/index.ts';

/** What is known of an event to tell where the parcel is. */
export interface WalkedEvent {
  event_id: string;
  happened_at: Date;
  /** null: its code is not known. */
  status: NewsStatus | null;
  /** The courier brings the parcel back to the sender. */
  is_returning: boolean;
  /** What the courier was asked of; null: it is said of the parcel itself. */
  awb_number: string | null;
}

/**
 * MOVED: the parcel's status came of it. KEPT: it changed nothing. UNKNOWN: its code is not known, so it cannot.
 * OTHER_AWB: it was said of another AWB number than the parcel has now, so it says nothing of it.
 */
export const EVENT_EFFECTS = ['MOVED', 'KEPT', 'UNKNOWN', 'OTHER_AWB'] as const;
export type EventEffect = (typeof EVENT_EFFECTS)[number];

/** Where a parcel is by all that is said of it. */
export interface TrackedWay {
  status: ShippingStatus | null;
  /** First with the courier; null: it is at the shop. */
  left_at: Date | null;
  /** Delivered, returned or lost. */
  ended_at: Date | null;
  /** ID of the event by which it turned back to the sender, first of all since it was delivered; null: it did not. */
  turned_back_by: string | null;
  effects: ReadonlyMap<string, EventEffect>;
}

/** What was set otherwise than by tracking. */
export type SaidOfShipment = Pick<
  Shipment,
  'awb_number' | 'restarted_at' | 'said_status' | 'said_by' | 'said_at'
> & {
  /** When its goods were accounted for after it came back: whatever is said of it, it is here. */
  received_at?: Date | null;
};

/**
 * Walks all events of a parcel in the order in which they happened, by the declared steps, with what staff said among
 * them. The result depends on nothing but what there is: events may have come late, repeated and in any order. What was
 * before the parcel was set back to READY_TO_SHIP is of the journey before, and what was said of another AWB number than it
 * has now is not of this parcel.
 */
export function walkEvents(said: SaidOfShipment, events: readonly WalkedEvent[]): TrackedWay {
  let status = (said.restarted_at === null ? null : 'READY_TO_SHIP') as ShippingStatus | null;
  let left_at: Date | null = null;
  let ended_at: Date | null = null;
  let turned_back_by: string | null = null;
  const effects = new Map<string, EventEffect>();
  const step = (to: ShippingStatus, at: Date): void => {
    if (hasEnded(to) && to !== status) ended_at = at;
    if (hasLeft(to)) left_at ??= at;
    if (to === 'DELIVERED') turned_back_by = null;
    status = to;
  };
  for (const word of inOrder(said, events)) {
    if (word.by !== undefined) {
      if (canStep(status, word.status, word.by)) step(word.status, word.at);
    } else if (isOfOtherAwb(said, word.event)) {
      effects.set(word.event.event_id, 'OTHER_AWB');
    } else if (word.event.status === null) {
      effects.set(word.event.event_id, 'UNKNOWN');
    } else {
      const { event_id, status: to, happened_at, is_returning } = word.event;
      const is_of_journey = said.restarted_at === null || happened_at > said.restarted_at;
      const moves = is_of_journey && to !== status && canStep(status, to, 'COURIER');
      effects.set(event_id, moves ? 'MOVED' : 'KEPT');
      if (moves) step(to, happened_at);
      if (is_of_journey && is_returning) turned_back_by ??= event_id;
    }
  }
  if (said.received_at)
    return {
      status: 'RETURNED',
      left_at,
      ended_at: status === 'RETURNED' ? ended_at : said.received_at,
      turned_back_by,
      effects,
    };
  return { status, left_at, ended_at: hasEnded(status) ? ended_at : null, turned_back_by, effects };
}

/** Numbers are written in any letter case. */
export function isOfOtherAwb(
  { awb_number }: Pick<Shipment, 'awb_number'>,
  event: Pick<WalkedEvent, 'awb_number'>,
): boolean {
  return event.awb_number !== null && event.awb_number.toUpperCase() !== awb_number?.toUpperCase();
}

type Word =
  | { by: 'STAFF' | 'COURIER' | 'JOB'; status: ShippingStatus; at: Date }
  | { by: undefined; event: WalkedEvent };

/** By time; of the same moment, events by their ID and staff last. */
function inOrder(said: SaidOfShipment, events: readonly WalkedEvent[]): Word[] {
  const sorted = events.toSorted(
    (one, other) =>
      one.happened_at.getTime() - other.happened_at.getTime() || (one.event_id < other.event_id ? -1 : 1),
  );
  const { said_at, said_by, said_status } = said;
  const words: Word[] = sorted.map((event) => ({ by: undefined, event }));
  if (said_at === null || said_by === null || said_status === null) return words;
  const behind = sorted.findIndex(({ happened_at }) => happened_at > said_at);
  words.splice(behind === -1 ? words.length : behind, 0, { by: said_by, status: said_status, at: said_at });
  return words;
}
