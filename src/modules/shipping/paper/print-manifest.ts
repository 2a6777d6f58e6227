import type { z } from 'zod';
import { indonesianDay, minuteText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { rupiahText, sum } from '../../../kernel/money.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { openSheet, type OpenSheet, type SheetColumn } from './draw-sheet.ts';
import { heightOf, writeText } from '../../../kernel/paper/fit-text.ts';
import { loadParcels } from './load-parcels.ts';
import { MM, openPaper, pdfAnswer, type Paper } from '../../../kernel/paper/open-paper.ts';
import type { Parcel } from './parcel.ts';
import { kilograms, orderText } from './paper-words.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import type { PapersInput } from './schemas.ts';

const COLUMNS: SheetColumn[] = [
  { title: 'No', share: 0.06, align: 'right' },
  { title: 'Resi', share: 0.25 },
  { title: 'Pesanan', share: 0.14 },
  { title: 'Penerima', share: 0.29 },
  { title: 'Berat', share: 0.11, align: 'right' },
  { title: 'COD', share: 0.15, align: 'right' },
];

/**
 * The handover of parcels to their couriers: a list for each courier with AWB numbers, weights, COD amounts and their
 * sums, to be signed by both.
 * @throws Refusal 422 on each order that the shop does not have, the user cannot see, or that is not active
 */
export async function printManifest(
  context: Context,
  { order_ids }: z.output<typeof PapersInput>,
): Promise<FileAnswer> {
  const parcels = await loadParcels(context, order_ids, 0);
  const { paper, end } = openPaper(context, 'Manifes serah terima');
  const by_courier = Map.groupBy(parcels, ({ courier }) => courier);
  for (const courier of [...by_courier.keys()].toSorted((a, b) => a.localeCompare(b)))
    await drawCourier(context, paper, courier, by_courier.get(courier) ?? []);
  return pdfAnswer('manifest.pdf', await end());
}

async function drawCourier(
  context: Context,
  paper: Paper,
  courier: string,
  parcels: readonly Parcel[],
): Promise<void> {
  const now = context.clock.now();
  const zone = context.shop.time_zone;
  const weight_grams = parcels.reduce((total, parcel) => total + parcel.weight_grams, 0);
  const cod = parcels.flatMap(({ cod_idr }) => cod_idr ?? []);
  const sheet = openSheet(paper, {
    size: [210, 297],
    title: `Serah terima paket: ${printable(courier) || 'Kurir'}`,
    facts: [
      `${indonesianDay(now, zone)}, ${minuteText(now, zone).slice(11)}`,
      `${parcels.length} paket  |  ${kilograms(weight_grams)}  |  COD ${cod.length} paket, ${rupiahText(sum(cod))}`,
    ],
    columns: COLUMNS,
  });
  for (const [index, parcel] of parcels.entries()) {
    const part = parcel.shipment_count > 1 ? ` (${parcel.number}/${parcel.shipment_count})` : '';
    sheet.row([
      String(index + 1),
      parcel.awb_number === null ? 'AWB menyusul' : printable(parcel.awb_number),
      `${orderText(parcel)}${part}`,
      printable([parcel.receiver.name, parcel.receiver.city].filter(Boolean).join(', ')),
      kilograms(parcel.weight_grams),
      parcel.cod_idr === null ? '' : rupiahText(parcel.cod_idr),
    ]);
    await takeTurns();
  }
  const totals = ['', 'Jumlah', `${parcels.length} paket`, '', kilograms(weight_grams), rupiahText(sum(cod))];
  sheet.row(totals, 'Helvetica-Bold');
  drawSignatures(paper, sheet);
}

function drawSignatures(paper: Paper, sheet: OpenSheet): void {
  const { x, y, width, height } = sheet.room(42 * MM);
  for (const [index, title] of ['Diserahkan oleh', 'Diterima oleh kurir'].entries()) {
    const box = { x: x + index * (width / 2 + 2 * MM), y: y + 4 * MM, width: width / 2 - 2 * MM };
    paper.rect(box.x, box.y, box.width, height - 4 * MM).stroke();
    const inside = {
      x: box.x + 2 * MM,
      width: box.width - 4 * MM,
      height: heightOf(1, 9),
      largest: 9,
      smallest: 7,
    };
    writeText(paper, title, { ...inside, y: box.y + 2 * MM, font: 'Helvetica-Bold' });
    writeText(paper, 'Nama, tanda tangan, jam', { ...inside, y: box.y + height - 10 * MM });
  }
}
