import type { RefusalPart } from '../../kernel/errors.ts';
import { customerErrors } from './errors.ts';

/** 0 without an account, 1 with one, 4 blocked, T not activated by email yet, R asks for an account. */
export type RegistrationStatus = '0' | '1' | '4' | 'T' | 'R';

/** As the reference counts them. */
export type ActivationAction = '0' | '1' | '2' | '4' | '5' | '6';

interface Transition {
  from: readonly RegistrationStatus[];
  /** undefined: the customer is deleted. */
  to?: RegistrationStatus;
  done: { en: string; id: string };
}

/** All that can be done with a customer's account, and when. */
export const TRANSITIONS: Record<ActivationAction, Transition> = {
  0: { from: ['R'], to: '0', done: { en: 'refused', id: 'ditolak' } },
  1: { from: ['R'], to: '1', done: { en: 'accepted', id: 'diterima' } },
  2: { from: ['0', 'T'], to: '1', done: { en: 'activated', id: 'diaktifkan' } },
  4: { from: ['0', '1', 'T'], to: '4', done: { en: 'blocked', id: 'diblokir' } },
  5: { from: ['0', '1', '4', 'T', 'R'], done: { en: 'deleted', id: 'dihapus' } },
  6: { from: ['4'], to: '1', done: { en: 'unblocked', id: 'dibuka blokirnya' } },
};

/** Why something can't be done with a customer's account; undefined where it can. */
export function activationFault(
  action: ActivationAction,
  status: RegistrationStatus,
): RefusalPart | undefined {
  const { from } = TRANSITIONS[action];
  if (from.includes(status)) return undefined;
  return customerErrors.part('registration_status_other', 'status', { status, needed: from.join(', ') });
}
