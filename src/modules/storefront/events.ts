import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const storeEvents = defineEvents({
  'buyer.code_issued': {
    version: 1,
    summary: 'Staff made a code for a customer to sign in to the store with.',
    payload: NOTHING,
  },
});

type Names = typeof storeEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
