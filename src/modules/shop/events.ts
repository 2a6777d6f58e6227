import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const shopEvents = defineEvents({
  'shop.updated': { version: 1, summary: 'The data of the shop was changed.', payload: NOTHING },
  'shop.logo_changed': { version: 1, summary: 'The logo of the shop was changed.', payload: NOTHING },
  'supplier.created': { version: 1, summary: 'A supplier was created.', payload: NOTHING },
  'supplier.updated': { version: 1, summary: 'A supplier was changed.', payload: NOTHING },
});

type Names = typeof shopEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
