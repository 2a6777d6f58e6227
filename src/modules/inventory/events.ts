import { defineEvents, NOTHING } from '../../kernel/events.ts';

export const inventoryEvents = defineEvents({
  'stock.transferred': {
    version: 1,
    summary: 'Goods were moved between warehouses. The subject is the transfer.',
    payload: NOTHING,
  },
  'stock.counted': {
    version: 1,
    summary: 'What was counted became the stock. The subject is the stock opname.',
    payload: NOTHING,
  },
});

type Names = typeof inventoryEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
