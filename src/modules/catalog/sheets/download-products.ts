import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { isLongList } from '../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { ChosenProducts } from '../search/schemas.ts';
import { checkFilters, chosenProducts } from '../search/chosen-products.ts';
import { type DownloadProductsInput } from './schemas.ts';
import { productSheet } from './write-product-sheet.ts';

export const productDownload = mailedDownload({
  name: 'download-products',
  choice: ChosenProducts,
  data: { en: 'product', id: 'produk' },
  isLong: async (context, choice) => isLongList((await chosenProducts(context, choice)).clearOrderBy()),
  sheet: async (context, choice) => productSheet(context, await chosenProducts(context, choice)),
});

/**
 * Writes the products that match the filters to a workbook and mails a link to it, or answers with the workbook.
 * @throws Refusal 403 if a filter would reveal purchase prices that the role cannot see; 422 if the workbook is requested
 *   immediately and has too many rows
 */
export async function downloadProducts(
  context: Context,
  input: z.output<typeof DownloadProductsInput>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  checkFilters(context, choice);
  const answer = await productDownload.request(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
