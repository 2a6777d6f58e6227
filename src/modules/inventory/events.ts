import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const inventoryEvents = defineEvents({
  'stock.transferred': {
    version: 1,
    summary: 'Stock was transferred between warehouses. The subject is the stock transfer.',
    payload: NOTHING,
  },
  'stock.counted': {
    version: 1,
    summary: 'Stock was set to the counted quantities. The subject is the stock opname.',
    payload: NOTHING,
  },
});

type Names = typeof inventoryEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
