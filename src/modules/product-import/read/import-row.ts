import type { Cell } from '../../../kernel/sheets/cells.ts';
import type { ImportColumn } from './columns.ts';

/** Fields of a product or variation as the input of one has them, not checked yet. */
export type Raw = Record<string, unknown>;

export interface ImportRow {
  row_number: number;
  /** The number of the first row of its product. */
  product_row: number;
  cells: Partial<Record<ImportColumn, Cell>>;
  /** The columns of the file from which cells of ours were made. */
  sources?: Partial<Record<ImportColumn, ImportColumn>>;
  /** A variation whose product has no row in the file. */
  is_orphan?: boolean;
}

/** A variation that the shop has, with its product, as the input of a product would have them. */
export interface Existing {
  variation_id: number;
  product_id: number;
  product: Raw;
  variation: Raw;
  /** Pieces by warehouse. */
  levels: Record<string, number>;
}
