import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import { importAnswer, importsOf } from './get-import.ts';
import type { Import, ListImportsInput } from './schemas.ts';
import { visibleImports } from './visible-imports.ts';

/** The shop's imports, newest first. */
export async function listImports(
  context: Context,
  input: z.output<typeof ListImportsInput>,
): Promise<Page<z.input<typeof Import>>> {
  const matching = context.db
    .selectFrom('product_imports')
    .where('shop_id', '=', context.shop.id)
    .where(visibleImports(context));
  const rows = importsOf(context).orderBy('i.created_at', 'desc').orderBy('i.id', 'desc');
  return readPage(context.db, input, { matching, rows }, importAnswer);
}
