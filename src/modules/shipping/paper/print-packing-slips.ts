import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { orderLimits } from '../../orders/index.ts';
import { openSheet, type OpenSheet, type SheetColumn } from './draw-sheet.ts';
import { heightOf, writeText } from '../../../kernel/paper/fit-text.ts';
import { loadParcels } from './load-parcels.ts';
import { openPaper, pdfAnswer, type Paper } from '../../../kernel/paper/open-paper.ts';
import type { Parcel, ParcelMoney } from './parcel.ts';
import { localPhone } from '../../../kernel/phone.ts';
import { orderText } from './paper-words.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import type { PapersInput } from './schemas.ts';

const WITH_PRICES: SheetColumn[] = [
  { title: 'SKU', share: 0.24 },
  { title: 'Produk', share: 0.34 },
  { title: 'Jml', share: 0.1, align: 'right' },
  { title: 'Harga', share: 0.16, align: 'right' },
  { title: 'Subtotal', share: 0.16, align: 'right' },
];
const WITHOUT_PRICES: SheetColumn[] = [
  { title: 'SKU', share: 0.3 },
  { title: 'Produk', share: 0.55 },
  { title: 'Jml', share: 0.15, align: 'right' },
];

/**
 * A slip of A5 to be laid into each parcel: who sends it, what is in it, and what it cost. Those of dropship orders have no
 * prices and name the sender alone.
 * @throws Refusal 422 on each order that the shop does not have, the user cannot see, or that is not active
 */
export async function printPackingSlips(
  context: Context,
  { order_ids }: z.output<typeof PapersInput>,
): Promise<FileAnswer> {
  const parcels = await loadParcels(context, order_ids, orderLimits.order_lines);
  const { paper, end } = openPaper(context, 'Slip pengemasan');
  for (const parcel of parcels) {
    await drawSlip(paper, parcel);
    await takeTurns();
  }
  return pdfAnswer('packing-slip.pdf', await end());
}

async function drawSlip(paper: Paper, parcel: Parcel): Promise<void> {
  const { sender, receiver, money } = parcel;
  const parts = parcel.shipment_count > 1 ? `  |  Paket ${parcel.number}/${parcel.shipment_count}` : '';
  const places = [receiver.district, receiver.city, receiver.province, receiver.postal_code];
  const sheet = openSheet(paper, {
    size: [148, 210],
    title: printable(sender.name) || '-',
    facts: [
      `${orderText(parcel)}  |  ${parcel.order_date}${parts}`,
      printable(`Kurir: ${parcel.courier} ${parcel.service}  |  Resi: ${parcel.awb_number ?? 'menyusul'}`),
      `Pengirim: ${printable(sender.name) || '-'}  ${localPhone(sender.phone)}`,
      `Penerima: ${printable(receiver.name) || '-'}  ${localPhone(receiver.phone)}`,
      printable([receiver.address, ...places].filter(Boolean).join(', ')),
    ],
    columns: money === null ? WITHOUT_PRICES : WITH_PRICES,
  });
  for (const { name, color, size, sku, quantity, price_idr } of parcel.lines) {
    const product = printable([name, color, size].filter(Boolean).join(' '));
    const prices = price_idr === null ? [] : [rupiahText(price_idr), rupiahText(price_idr * quantity)];
    sheet.row([printable(sku), product, String(quantity), ...prices]);
    await takeTurns();
  }
  // The money is of the whole order: it stands on the slip of its first parcel.
  if (money !== null && parcel.number === 1) writeMoney(paper, sheet, money);
  const note = printable(parcel.note);
  if (note !== '')
    writeText(paper, `Catatan: ${note}`, { ...sheet.room(heightOf(4, 9)), largest: 9, smallest: 6 });
}

function writeMoney(paper: Paper, sheet: OpenSheet, money: ParcelMoney): void {
  const amounts: [string, number][] = [
    ['Produk', money.goods_idr],
    ['Ongkos kirim', money.shipping_idr],
    ['Biaya lain', money.charges_idr],
    ['Diskon', -money.discount_idr],
  ];
  const shown = amounts.filter(([, amount]) => amount !== 0);
  for (const [title, amount] of [...shown, ['Total', money.total_idr] as [string, number]])
    writeText(paper, `${title}: ${rupiahText(amount)}`, {
      ...sheet.room(heightOf(1, 10)),
      font: title === 'Total' ? 'Helvetica-Bold' : 'Helvetica',
      largest: 10,
      smallest: 7,
      align: 'right',
    });
}
