import type { RefusalPart } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';

/** null: nobody has reported a status; lists show it as READY_TO_SHIP. */
export type ShippingStatus =
  | 'READY_TO_SHIP'
  | 'PICKUP_REQUEST'
  | 'DROPOFF'
  | 'ON_PROCESS'
  | 'DELIVERED'
  | 'UNPICK'
  | 'RETURNED'
  | 'LOST'
  | 'INVALID'
  | 'SHIPMENT_PROBLEM';

/** Who reports a status: a user or API key of the shop, the courier, or a scheduled job. */
export type ShippingSource = 'STAFF' | 'COURIER' | 'JOB';

type Steps = Partial<Record<ShippingStatus, readonly ShippingSource[]>>;

const ANYBODY = ['STAFF', 'COURIER', 'JOB'] as const;
const WORD_OF_MOUTH = ['STAFF', 'COURIER'] as const;
const COURIER = ['COURIER'] as const;

/*
 * Couriers report late and leave out what was between: where a courier can cause a step and then another, it can cause
 * both at once. So no report is lost because an earlier one is missing.
 */

/** What a courier reports of a parcel that it has. */
const WAY = {
  ON_PROCESS: COURIER,
  DELIVERED: COURIER,
  RETURNED: COURIER,
  LOST: COURIER,
  SHIPMENT_PROBLEM: COURIER,
} as const;

/** A parcel that has not been shipped: pickup can be requested, or it was brought to the courier or shipped unnoticed. */
const BEFORE_LEAVING: Steps = {
  ...WAY,
  READY_TO_SHIP: ANYBODY,
  PICKUP_REQUEST: ANYBODY,
  DROPOFF: ANYBODY,
  ON_PROCESS: WORD_OF_MOUTH,
  DELIVERED: WORD_OF_MOUTH,
  UNPICK: COURIER,
  INVALID: COURIER,
};

/** A parcel that a courier has: staff say that it arrived, or that it never left; what went wrong is the courier's to say. */
const ON_THE_WAY: Steps = {
  ...WAY,
  READY_TO_SHIP: ['STAFF'],
  ON_PROCESS: WORD_OF_MOUTH,
  DELIVERED: WORD_OF_MOUTH,
};

/**
 * The allowed steps from each status, and who can cause them; all others are impossible. Repeating the current status
 * is always possible.
 */
export const SHIPPING_STEPS: Record<ShippingStatus | 'NOT_SAID', Steps> = {
  NOT_SAID: BEFORE_LEAVING,
  READY_TO_SHIP: BEFORE_LEAVING,
  PICKUP_REQUEST: BEFORE_LEAVING,
  UNPICK: BEFORE_LEAVING,
  INVALID: BEFORE_LEAVING,
  // Brought to the courier, who may not have taken it.
  DROPOFF: { ...ON_THE_WAY, PICKUP_REQUEST: COURIER, UNPICK: COURIER, INVALID: COURIER },
  ON_PROCESS: ON_THE_WAY,
  SHIPMENT_PROBLEM: ON_THE_WAY,
  // Said by a slip, or brought back by the receiver.
  DELIVERED: { ...WAY, READY_TO_SHIP: ['STAFF'], ON_PROCESS: WORD_OF_MOUTH },
  // It is here again, and goes out anew or not at all.
  RETURNED: { READY_TO_SHIP: ['STAFF'] },
  // The products are lost and cannot be shipped again. A courier may find the parcel.
  LOST: WAY,
};

/** Whether somebody can cause a step, or says again what is known. */
export function canStep(from: ShippingStatus | null, to: ShippingStatus, source: ShippingSource): boolean {
  return from === to || SHIPPING_STEPS[from ?? 'NOT_SAID'][to]?.includes(source) === true;
}

/** Why somebody cannot set a shipping status; undefined if they can. */
export function shippingFault(
  from: ShippingStatus | null,
  to: ShippingStatus,
  source: ShippingSource,
  field: string,
): RefusalPart | undefined {
  if (canStep(from, to, source)) return undefined;
  const steps = SHIPPING_STEPS[from ?? 'NOT_SAID'];
  const allowed = Object.entries(steps).flatMap(([status, by]) => (by.includes(source) ? [status] : []));
  return orderErrors.part(allowed.length === 0 ? 'shipping_status_final' : 'shipping_status_other', field, {
    status: words(from ?? 'READY_TO_SHIP'),
    allowed: allowed.map(words).join(', '),
  });
}

/** As the input takes it. */
const words = (status: string) => status.replaceAll('_', ' ');

/**
 * The status of an order by those of its shipments: on its way as soon as one has left, delivered or returned when all
 * have ended, a problem or a loss before all else.
 */
export function combinedStatus(statuses: readonly (ShippingStatus | null)[]): ShippingStatus | null {
  const [first = null] = statuses;
  if (statuses.every((status) => status === first)) return first;
  const said = statuses.map((status) => status ?? 'READY_TO_SHIP');
  const has = (status: ShippingStatus) => said.includes(status);
  for (const status of ['SHIPMENT_PROBLEM', 'LOST'] as const) if (has(status)) return status;
  if (said.every((status) => status === 'DELIVERED' || status === 'RETURNED')) return 'DELIVERED';
  for (const status of ['ON_PROCESS', 'DROPOFF'] as const) if (has(status)) return status;
  if (has('DELIVERED')) return 'ON_PROCESS';
  for (const status of ['UNPICK', 'INVALID', 'PICKUP_REQUEST'] as const) if (has(status)) return status;
  return 'READY_TO_SHIP';
}
