import type { Output } from 'ngorder-sdk';

export type ReturnDetail = Output<'getReturn'>['data'];

/** Parameters of the address of the list of returns: those of the operation listReturns, by the same names. */
export const RETURN_STATE = ['state', 'keyword'] as const;

export const RETURN_STATES = ['ANNOUNCED', 'ON_THE_WAY', 'RECEIVED', 'SETTLED', 'CANCELED'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export function returnStateOf(text: string | undefined): ReturnState | undefined {
  return RETURN_STATES.find((state) => state === text);
}
