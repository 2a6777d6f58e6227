import { Change, CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';
import { z } from 'zod';

const Activation = z.strictObject({
  registration_status: Change.describe('What the status was and is; null of a customer that was deleted'),
});

export const customerEvents = defineEvents({
  'customer.created': { version: 1, summary: 'A customer was created.', payload: NOTHING },
  'customer.updated': { version: 1, summary: 'A customer was changed.', payload: CHANGES },
  'customer.account_set': {
    version: 1,
    summary: 'The account of a customer was created or removed.',
    payload: CHANGES,
  },
  'customer.account_requested': {
    version: 1,
    summary: 'Somebody requested an account at the store, and became a customer for that.',
    payload: NOTHING,
  },
  'customer.rejected': {
    version: 1,
    summary: 'The account request of a customer was rejected.',
    payload: Activation,
  },
  'customer.accepted': {
    version: 1,
    summary: 'The account request of a customer was accepted.',
    payload: Activation,
  },
  'customer.activated': {
    version: 1,
    summary: 'The account of a customer was activated.',
    payload: Activation,
  },
  'customer.blocked': { version: 1, summary: 'A customer was blocked.', payload: Activation },
  'customer.unblocked': { version: 1, summary: 'A customer was unblocked.', payload: Activation },
  'customer.deleted': { version: 1, summary: 'A customer was deleted.', payload: Activation },
  'customer_category.created': { version: 1, summary: 'A customer category was created.', payload: NOTHING },
  'customer_category.updated': { version: 1, summary: 'A customer category was changed.', payload: CHANGES },
});

type Names = typeof customerEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
