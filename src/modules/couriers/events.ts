import { CHANGES, defineEvents } from '../../kernel/events.ts';

export const courierEvents = defineEvents({
  'courier_charge.updated': {
    version: 1,
    summary: 'How a courier charges the shop was changed; the subject is the courier.',
    payload: CHANGES,
  },
});

type Names = typeof courierEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
