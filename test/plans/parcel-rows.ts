import { ID, MOMENT, type FilledTable } from './row-parts.ts';

/** What became of the parcels of its orders. */
export const PARCEL_ROWS: FilledTable[] = [
  [
    'parcel_returns',
    {
      id: ID,
      order_id: ID,
      shipment: '1',
      state: `(array['ANNOUNCED', 'ON_THE_WAY', 'RECEIVED', 'CANCELED'])[1 + n % 4]`,
      source: `'COURIER'`,
      reason: `''`,
      courier_id: '(array[1, 4, 6])[1 + n % 3]',
      announced_at: MOMENT,
      settled_by: 'owner.id',
    },
  ],
  [
    'parcel_return_lines',
    {
      return_id: ID,
      position: '0',
      variation_id: ID,
      warehouse_id: '0',
      sellable: '1',
      damaged: '1',
      missing: '0',
    },
  ],
];
