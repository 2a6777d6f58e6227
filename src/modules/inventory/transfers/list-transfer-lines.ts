import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage, refuseEmpty } from '../../../kernel/paging.ts';
import { variationLabel } from '../../catalog/index.ts';
import { thumbnailUrl } from '../../pictures/index.ts';
import type { ListLinesInput } from '../schemas.ts';
import { visibleTransfer } from '../visible-adjustments.ts';
import type { TransferLine } from './schemas.ts';

/** A page of the lines of a transfer, in the order of the input. */
export async function listTransferLines(
  context: Context,
  input: z.output<typeof ListLinesInput>,
): Promise<Page<z.input<typeof TransferLine>>> {
  const found = context.db
    .selectFrom('stock_transfer_lines as l')
    .innerJoin('stock_transfers as t', (join) =>
      join.on('t.shop_id', '=', context.shop.id).onRef('t.id', '=', 'l.transfer_id'),
    )
    .where('l.shop_id', '=', context.shop.id)
    .where('l.transfer_id', '=', input.id)
    .where(visibleTransfer(context, 't'));
  const rows = found
    .innerJoin('product_variations as v', (join) =>
      join.on('v.shop_id', '=', context.shop.id).onRef('v.id', '=', 'l.variation_id'),
    )
    .innerJoin('products as p', (join) =>
      join.on('p.shop_id', '=', context.shop.id).onRef('p.id', '=', 'v.product_id'),
    )
    .select(['l.id', 'l.variation_id', 'l.quantity', 'p.name', 'v.color', 'v.size', 'v.sku'])
    .select(['v.images', 'v.primary_image'])
    .orderBy('l.id');
  return refuseEmpty(
    await readPage(context.db, input, { matching: found, rows }, (row) => ({
      id: row.id,
      variation_id: row.variation_id,
      product_name: row.name,
      variant_name: variationLabel(row) || '-',
      thumbnail_url: thumbnailUrl(context, row.images, row.primary_image),
      sku: row.sku,
      transfered_stock: row.quantity,
    })),
  );
}
