import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const promoEvents = defineEvents({
  'promo.created': { version: 1, summary: 'A promo was created.', payload: NOTHING },
  'promo.updated': { version: 1, summary: 'A promo was changed.', payload: NOTHING },
  'promo.deleted': { version: 1, summary: 'A promo was deleted.', payload: NOTHING },
});

type Names = typeof promoEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
