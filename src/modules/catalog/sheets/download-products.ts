import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { ChosenProducts } from '../search/schemas.ts';
import { checkFilters, chosenProducts } from '../search/search-products.ts';
import { type DownloadProductsInput } from './schemas.ts';
import { productSheet } from './write-product-sheet.ts';

export const productDownload = mailedDownload({
  name: 'download-products',
  choice: ChosenProducts,
  data: { en: 'product', id: 'produk' },
  async isLong(context, choice) {
    const chosen = await chosenProducts(context, choice);
    const beyond = chosen.clearOrderBy().offset(limits.download_rows_at_once).limit(1);
    return (await beyond.executeTakeFirst()) !== undefined;
  },
  make: async (context, choice, onRows) =>
    productSheet(context, await chosenProducts(context, choice), onRows),
});

/**
 * Has the products that the filters let through written to a workbook, and a link to it mailed to the user; or
 * answers with the workbook at once.
 * @throws Refusal 403 where a filter would tell about purchase prices and the role may not see them; 422 where
 * too many are asked for at once
 */
export async function downloadProducts(
  context: Context,
  input: z.output<typeof DownloadProductsInput>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  checkFilters(context, choice);
  const answer = await productDownload.ask(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
