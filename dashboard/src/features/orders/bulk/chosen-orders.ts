import type { Input } from 'ngorder-sdk';
import { formatNumber } from '../../../ui/format.ts';
import { currentLanguage } from '../../../ui/language.ts';
import { tell } from '../../../ui/notice.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { api } from '../../session/api.ts';
import type { BulkChoice, BulkInput } from './bulk-choice.ts';
import { strings } from './strings.ts';

const MOST_PRINTED = 2_000;
const PER_PAGE = 100;
const LONGEST_MS = 120_000;

/**
 * The orders that are chosen, by ID: those of a filter are read page by page, as many as are printed at once. It is told in a
 * corner where there are more.
 */
export async function chosenIds({ order_ids, filter, except_ids = [] }: BulkChoice): Promise<number[]> {
  if (order_ids !== undefined) return order_ids;
  const left_out = new Set(except_ids);
  const found: number[] = [];
  // The same names, and a query string holds texts.
  const input = { ...filter, per_page: PER_PAGE } as unknown as Input<'listOrders'>;
  for await (const { order_id } of api.each('listOrders', input)) {
    if (left_out.has(order_id)) continue;
    if (found.length === MOST_PRINTED) {
      tell(strings[currentLanguage()].too_many(formatNumber(MOST_PRINTED)));
      break;
    }
    found.push(order_id);
  }
  return found;
}

/** All orders of a filter as a sheet; a link by mail where they are very many. */
export async function downloadMatching(filter: NonNullable<BulkInput['filter']>): Promise<void> {
  const input = { ...filter, without_being_sent: true } as unknown as Input<'downloadOrders'>;
  const file = await api.download('downloadOrders', input, { timeout_ms: LONGEST_MS });
  if (file.content_type.includes('json')) tell(strings[currentLanguage()].mailed);
  else saveFile(file);
}
