import type { RefusalPart } from '../../../kernel/errors.ts';
import { returnErrors } from './errors.ts';

export const RETURN_STATES = ['ANNOUNCED', 'ON_THE_WAY', 'RECEIVED', 'SETTLED', 'CANCELED'] as const;

/**
 * ANNOUNCED: the receiver or the courier will send the parcel back. ON_THE_WAY: the courier brings it. RECEIVED: it is
 * here, and each unit is accounted for. SETTLED: what it cost is booked. CANCELED: it did not come back after all.
 */
export type ReturnState = (typeof RETURN_STATES)[number];

/** Who causes a step: somebody of the shop, or what the courier has reported of the parcel. */
export type ReturnSource = 'STAFF' | 'COURIER';

const ANYBODY = ['STAFF', 'COURIER'] as const;

/** The steps from each state, and who can cause them; all others are impossible. */
export const RETURN_STEPS: Record<ReturnState, Partial<Record<ReturnState, readonly ReturnSource[]>>> = {
  // What comes back for an order that was cancelled meanwhile is settled without being received: its stock is back.
  ANNOUNCED: { ON_THE_WAY: ANYBODY, RECEIVED: ['STAFF'], SETTLED: ['STAFF'], CANCELED: ANYBODY },
  ON_THE_WAY: { RECEIVED: ['STAFF'], SETTLED: ['STAFF'], CANCELED: ANYBODY },
  RECEIVED: { SETTLED: ['STAFF'] },
  SETTLED: {},
  CANCELED: {},
};

/** States that a source can lead a return out of into another. */
export function statesBefore(to: ReturnState, source: ReturnSource): ReturnState[] {
  return RETURN_STATES.filter((from) => RETURN_STEPS[from][to]?.includes(source));
}

/** Why somebody of the shop cannot take a return a step further; undefined if they can. */
export function returnFault(from: ReturnState, to: ReturnState): RefusalPart | undefined {
  if (statesBefore(to, 'STAFF').includes(from)) return undefined;
  return returnErrors.part('return_state_other', 'id', {
    state: from,
    needed: statesBefore(to, 'STAFF').join(', '),
  });
}
