import type { Bilingual } from '../../../kernel/http/answer.ts';

/** The columns of the sheet on which a warehouse is counted. */
export const OPNAME_COLUMNS = {
  variation_id: { en: 'Variation ID', id: 'ID variasi' },
  sku: { en: 'SKU', id: 'SKU' },
  name: { en: 'Product', id: 'Produk' },
  variation: { en: 'Variation', id: 'Variasi' },
  warehouse: { en: 'Warehouse', id: 'Gudang' },
  system: { en: 'System stock', id: 'Stok sistem' },
  counted: { en: 'Counted stock', id: 'Stok hasil hitung' },
} as const satisfies Record<string, Bilingual>;

export type OpnameColumn = keyof typeof OPNAME_COLUMNS;
