import { awbImportLimits } from '../../src/modules/shipping/awb-import/limits.ts';
import { FIRST, ID, MOMENT, type FilledTable } from './row-parts.ts';

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
  [
    'awb_imports',
    {
      id: ID,
      file_name: `'resi.xlsx'`,
      status: `'APPLIED'`,
      titles: `'{"awb_number": "No. Resi", "po_number": "No. PO"}'`,
      row_total: '250',
      created_by: 'owner.id',
      created_at: MOMENT,
      applied_at: MOMENT,
    },
    awbImportLimits.awb_imports,
  ],
  [
    'awb_import_rows',
    {
      import_id: `${FIRST} + 1`,
      row_number: 'n',
      cells: `'{"awb_number": "JP1234567890", "po_number": "505"}'`,
      outcome: `(array['APPLIED', 'UNCHANGED', 'WRONG'])[1 + n % 3]`,
      awb_number: `'JP' || n`,
      order_id: `${FIRST} + n`,
      shipment: '1',
      po_number: 'n',
      matched_by: `'ORDER_NUMBER'`,
    },
  ],
];
