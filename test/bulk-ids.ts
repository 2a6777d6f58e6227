import type { RouteIds, World } from './world.ts';

/** What names the orders by the field that a path is in. */
function chosen({ ids }: World, path = 'order_ids.0'): Record<string, unknown> {
  if (path === 'bank_id') return { action: 'PAY', date: '2026-01-05', order_ids: [ids.order] };
  const action = { action: 'SHIPPING_STATUS', status: 'DELIVERED' };
  if (path.startsWith('filter')) return { ...action, filter: {} };
  if (path.startsWith('except_ids')) return { ...action, filter: {}, except_ids: [ids.order] };
  return { ...action, order_ids: [ids.order] };
}

const CHOSEN: RouteIds = {
  names: {
    'order_ids.0': 'order',
    'except_ids.0': 'order',
    bank_id: 'bank',
    'filter.order_source_id': 'order_source',
    'filter.user_id': 'user',
    'filter.bank_id': 'bank',
    'filter.warehouse_id': 'warehouse',
  },
  input: chosen,
};

/** Operations on many orders that take ids. */
export const BULK_IDS: Record<string, RouteIds> = {
  previewBulkOrders: CHOSEN,
  startBulkOrders: CHOSEN,
  getBulkRun: { names: { id: 'bulk_run' } },
  listBulkRunOrders: { names: { id: 'bulk_run' } },
  stopBulkRun: { names: { id: 'bulk_run' } },
  retryBulkRun: { names: { id: 'bulk_run' } },
};
