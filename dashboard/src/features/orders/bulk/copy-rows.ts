import { formatNumber, formatRupiah } from '../../../ui/format.ts';
import { currentLanguage } from '../../../ui/language.ts';
import { tell } from '../../../ui/notice.tsx';
import type { ListedOrder } from './bulk-choice.ts';
import { strings } from './strings.ts';

/** One cell each: a text that begins as a formula does must not be one in the sheet. */
function cellOf(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

/** Rows as a sheet takes them when they are pasted. */
export async function copyRows(rows: readonly ListedOrder[]): Promise<void> {
  const lines = rows.map((order) =>
    [
      `#${order.po_number}`,
      order.order_date,
      order.sender_name,
      order.receiver_name,
      order.receiver_address,
      order.products.map(({ name, quantity }) => `${quantity}× ${name}`).join(', '),
      formatRupiah(order.total_amount),
      order.shipping_rate,
      order.awb_number ?? '',
    ]
      .map(cellOf)
      .join('\t'),
  );
  await navigator.clipboard.writeText(lines.join('\n'));
  tell(strings[currentLanguage()].copied(formatNumber(rows.length)));
}
