import type { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import type { CodInvoiceDetail } from './schemas.ts';

export type InvoicedParcel = z.input<typeof CodInvoiceDetail>['parcels'][number];

interface InvoiceField {
  title: Record<Language, string>;
  value: (parcel: InvoicedParcel) => Cell;
  /** Of an amount, which is summed up. */
  total?: (parcel: InvoicedParcel) => number;
  /** How wide it is on paper, in parts of all. */
  parts: number;
}

const amount = (
  title: Record<Language, string>,
  value: (parcel: InvoicedParcel) => number,
): InvoiceField => ({
  title,
  value,
  total: value,
  parts: 4,
});

const FIELDS: readonly InvoiceField[] = [
  { title: { en: 'PO number', id: 'No. pesanan' }, value: ({ po_number }) => po_number, parts: 3 },
  { title: { en: 'AWB number', id: 'No. resi' }, value: ({ awb_number }) => awb_number ?? '', parts: 6 },
  amount({ en: 'COD amount', id: 'Nilai COD' }, ({ collected_idr }) => collected_idr),
  amount({ en: 'Shipping', id: 'Ongkir' }, ({ shipping_idr }) => shipping_idr),
  amount({ en: 'COD fee', id: 'Biaya COD' }, ({ cod_fee_idr }) => cod_fee_idr),
  amount({ en: 'Return fee', id: 'Biaya retur' }, ({ return_fee_idr }) => return_fee_idr),
  amount({ en: 'Net', id: 'Bersih' }, ({ net_idr }) => net_idr),
];

/** The columns of an invoice's file, in the language of the reader. */
export function invoiceColumns(language: Language) {
  return FIELDS.map(({ title, ...field }) => ({ ...field, header: title[language] }));
}
