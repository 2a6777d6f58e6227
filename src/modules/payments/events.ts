import { CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';

export const paymentEvents = defineEvents({
  'bank_account.created': { version: 1, summary: 'A bank account was added.', payload: NOTHING },
  'bank_account.updated': { version: 1, summary: 'A bank account was changed.', payload: CHANGES },
  'bank_account.deleted': {
    version: 1,
    summary: 'A bank account was deleted. Payments that came in on it stay.',
    payload: NOTHING,
  },
});

type Names = typeof paymentEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
