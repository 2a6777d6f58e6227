import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const paymentEvents = defineEvents({
  'bank_account.created': { version: 1, summary: 'A bank account was added.', payload: NOTHING },
});

type Names = typeof paymentEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
