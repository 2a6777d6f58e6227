import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { countRows } from '../../kernel/database/count-rows.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../kernel/paging.ts';
import { importAnswer, importsOf } from './get-import.ts';
import type { Import, ListImportsInput } from './schemas.ts';
import { visibleImports } from './visible-imports.ts';

/** The shop's imports, newest first. */
export async function listImports(
  context: Context,
  input: z.output<typeof ListImportsInput>,
): Promise<Page<z.input<typeof Import>>> {
  const rows = await importsOf(context).orderBy('i.id', 'desc').$call(cutPage(input)).execute();
  const all = context.db
    .selectFrom('product_imports')
    .where('shop_id', '=', context.shop.id)
    .where(visibleImports(context));
  return pageOf(input, await countRows(context.db, all), rows.map(importAnswer));
}
