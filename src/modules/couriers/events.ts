import { CHANGES, defineEvents, NOTHING } from '../../kernel/events.ts';

export const courierEvents = defineEvents({
  'courier_charge.updated': {
    version: 1,
    summary: 'How a courier charges the shop was changed; the subject is the courier.',
    payload: CHANGES,
  },
  'courier_settings.updated': {
    version: 1,
    summary:
      'The active courier services, or the rounding of COD amounts, were changed; the subject is the shop.',
    payload: CHANGES,
  },
  'custom_courier.created': { version: 1, summary: 'A custom courier was created.', payload: NOTHING },
  'custom_courier.updated': { version: 1, summary: 'A custom courier was changed.', payload: CHANGES },
  'custom_courier.deleted': { version: 1, summary: 'A custom courier was deleted.', payload: NOTHING },
});

type Names = typeof courierEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
