import type { MadeDocument } from '../../ui/print/PrintDialog.tsx';
import { api } from '../session/api.ts';
import type { Formats } from './formats.ts';

export type DocumentKind = 'LABELS' | 'PACKING_SLIPS' | 'PICK_LIST' | 'MANIFEST' | 'INVOICE';

/** A document that is made: of which orders, and which of several parts. */
export interface DocumentJob {
  kind: DocumentKind;
  parts: readonly number[][];
  part: number;
}

/** Of how many orders the server makes one document. */
const ORDERS_OF_ONE = 500;
const LONGEST_MS = 120_000;

/** The orders of each document, where they are too many for one. */
export function partsOf(kind: DocumentKind, order_ids: readonly number[]): number[][] {
  const size = kind === 'INVOICE' ? 1 : ORDERS_OF_ONE;
  return Array.from({ length: Math.ceil(order_ids.length / size) }, (_, part) =>
    order_ids.slice(part * size, (part + 1) * size),
  );
}

/** Pages are in the order of the orders. Labels that are made are counted as printed. */
export function makeDocument(
  kind: DocumentKind,
  order_ids: number[],
  formats: Formats,
  idempotency_key: string,
): Promise<MadeDocument> {
  const options = { idempotency_key, timeout_ms: LONGEST_MS };
  switch (kind) {
    case 'LABELS':
      return api.download('printLabels', { order_ids, format: formats.label }, options);
    case 'PACKING_SLIPS':
      return api.download('printPackingSlips', { order_ids }, options);
    case 'PICK_LIST':
      return api.download('makePickList', { order_ids, format: 'PDF' }, options);
    case 'MANIFEST':
      return api.download('printManifest', { order_ids }, options);
    case 'INVOICE':
      return api.download('printInvoice', { id: order_ids[0] ?? 0, format: formats.invoice }, options);
  }
}
