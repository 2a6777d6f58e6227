import type { RefusalPart } from '../../kernel/errors.ts';
import type { DeclaredEvent } from '../../kernel/events.ts';
import { customerErrors } from './errors.ts';

/** The value of is_active: Y active, N not active, R account requested, T email address not confirmed. */
export type Activation = 'Y' | 'N' | 'R' | 'T';

/** 0 no account, 1 has an account, T not activated by email yet, R account requested. */
export type AccountStatus = '0' | '1' | 'T' | 'R';

/** 4: blocked. */
export type RegistrationStatus = AccountStatus | '4';

/** As the reference counts them. */
export type ActivationAction = '0' | '1' | '2' | '4' | '5' | '6';

/** The columns of a customer's account. */
export interface StorefrontAccount {
  activation: Activation;
  registration_status: RegistrationStatus;
  /** Of a blocked customer: what it is again when it is unblocked. */
  status_before_block: AccountStatus | null;
}

/** The account of a customer that is not there yet. */
export const NO_ACCOUNT: StorefrontAccount = {
  activation: 'N',
  registration_status: '0',
  status_before_block: null,
};

/**
 * The account of a customer after is_active is set. Y grants a requested account or one that waits for its email, and
 * does not create an account itself; N removes it. A blocked customer stays blocked: the status after unblocking
 * changes.
 */
export function withActivation(is_active: Activation, present: StorefrontAccount): StorefrontAccount {
  const before = accountStatus(present);
  const granted = before === '0' ? '0' : '1';
  const status = is_active === 'Y' ? granted : is_active === 'N' ? '0' : is_active;
  return present.registration_status === '4'
    ? { activation: is_active, registration_status: '4', status_before_block: status }
    : { activation: is_active, registration_status: status, status_before_block: null };
}

/** The customer has an account, whatever it had before. */
export const GRANTED: StorefrontAccount = {
  activation: 'Y',
  registration_status: '1',
  status_before_block: null,
};

/** The account status of a customer, or the one it will have after unblocking. */
export function accountStatus({
  registration_status,
  status_before_block,
}: StorefrontAccount): AccountStatus {
  return registration_status === '4' ? (status_before_block ?? '0') : registration_status;
}

/** Why a customer cannot have such an account: customers sign in with their email. */
export function accountFault(account: StorefrontAccount, email: string | null): RefusalPart | undefined {
  return accountStatus(account) === '1' && email === null
    ? customerErrors.part('account_needs_email', 'email')
    : undefined;
}

interface Transition {
  from: readonly RegistrationStatus[];
  /** undefined: the customer is deleted. */
  to?: (present: StorefrontAccount) => StorefrontAccount;
  event: DeclaredEvent & `customer.${string}`;
  /** In the words that the answer shows. */
  done: { en: string; id: string };
}

/** All that can be done with a customer's account, and when. */
export const CUSTOMER_TRANSITIONS: Record<ActivationAction, Transition> = {
  0: {
    from: ['R'],
    to: (present) => withActivation('N', present),
    event: 'customer.rejected',
    done: { en: 'rejected', id: 'ditolak' },
  },
  1: { from: ['R'], to: () => GRANTED, event: 'customer.accepted', done: { en: 'accepted', id: 'diterima' } },
  2: {
    from: ['0', 'T'],
    to: () => GRANTED,
    event: 'customer.activated',
    done: { en: 'activated', id: 'diaktifkan' },
  },
  4: {
    from: ['0', '1', 'T', 'R'],
    to: (present) => ({
      activation: present.activation,
      registration_status: '4',
      status_before_block: accountStatus(present),
    }),
    event: 'customer.blocked',
    done: { en: 'blocked', id: 'diblokir' },
  },
  5: { from: ['0', '1', '4', 'T', 'R'], event: 'customer.deleted', done: { en: 'deleted', id: 'dihapus' } },
  6: {
    from: ['4'],
    to: (present) => ({
      activation: present.activation,
      registration_status: accountStatus(present),
      status_before_block: null,
    }),
    event: 'customer.unblocked',
    done: { en: 'unblocked', id: 'dibuka blokirnya' },
  },
};

/** Why something can't be done with a customer's account; undefined where it can. */
export function activationFault(
  action: ActivationAction,
  status: RegistrationStatus,
): RefusalPart | undefined {
  const { from } = CUSTOMER_TRANSITIONS[action];
  if (from.includes(status)) return undefined;
  return customerErrors.part('registration_status_other', 'status', { status, needed: from.join(', ') });
}
