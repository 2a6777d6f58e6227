import { CHANGES, defineEvents } from '../../kernel/events.ts';

export const reportEvents = defineEvents({
  'journal_accounts.updated': {
    version: 1,
    summary: 'The account codes of the bookkeeping journal were changed.',
    payload: CHANGES,
  },
});

type Names = typeof reportEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
