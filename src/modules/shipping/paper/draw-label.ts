import { rupiahText } from '../../../kernel/money.ts';
import { parcelCode } from '../parcel-code.ts';
import { drawCode128, drawQr } from './draw-codes.ts';
import { drawContents } from './draw-contents.ts';
import { fitText, heightOf, writeLines, writeText, type TextBox } from '../../../kernel/paper/fit-text.ts';
import { MM, type Box, type Paper } from '../../../kernel/paper/open-paper.ts';
import type { Parcel } from './parcel.ts';
import { localPhone } from '../../../kernel/phone.ts';
import { kilograms, orderText } from './paper-words.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';

const MARGIN = 3 * MM;
const PAD = 1.5 * MM;

/** Draws the label of a parcel. Whatever its texts are, they stay in their places: they shrink, and are cut at last. */
export function drawLabel(paper: Paper, parcel: Parcel, place: Box): void {
  const frame = {
    x: place.x + MARGIN,
    y: place.y + MARGIN,
    width: place.width - 2 * MARGIN,
    height: place.height - 2 * MARGIN,
  };
  paper.lineWidth(0.9).strokeColor('black').fillColor('black');
  paper.rect(frame.x, frame.y, frame.width, frame.height).stroke();
  let y = frame.y;
  for (const [height, draw] of sectionsOf(parcel, frame.height)) {
    if (y > frame.y) rule(paper, frame.x, y, frame.width);
    draw(paper, parcel, {
      x: frame.x + PAD,
      y: y + PAD,
      width: frame.width - 2 * PAD,
      height: height - 2 * PAD,
    });
    y += height;
  }
}

type Section = (paper: Paper, parcel: Parcel, box: Box) => void;

/** From top to bottom with their heights; the contents take what is left. */
function sectionsOf(parcel: Parcel, height: number): [number, Section][] {
  const fixed: [number, Section][] = [
    [13 * MM, drawCourier],
    [parcel.awb_number === null ? 30 * MM : 24 * MM, drawAwb],
    [44 * MM, drawReceiver],
    ...(parcel.cod_idr === null ? [] : ([[13 * MM, drawCod]] as [number, Section][])),
    [parcel.awb_number === null ? 14 * MM : 24 * MM, drawSender],
  ];
  const left = fixed.reduce((rest, [part]) => rest - part, height);
  return [...fixed, [left, drawGoods]];
}

function drawCourier(paper: Paper, parcel: Parcel, { x, y, width, height }: Box): void {
  const left = width * 0.6;
  const right: Omit<TextBox, 'y' | 'height' | 'largest'> = {
    x: x + left,
    width: width - left,
    smallest: 6,
    align: 'right',
    font: 'Helvetica-Bold',
  };
  writeText(paper, printable(parcel.courier) || 'KURIR', {
    x,
    y,
    width: left,
    height: height * 0.58,
    font: 'Helvetica-Bold',
    largest: 18,
    smallest: 9,
  });
  writeText(paper, printable(parcel.service), {
    x,
    y: y + height * 0.6,
    width: left,
    height: height * 0.4,
    font: 'Helvetica-Bold',
    largest: 11,
    smallest: 7,
  });
  const routing = printable(parcel.routing_code ?? '');
  const marks = marksOf(parcel);
  if (routing !== '')
    writeText(paper, routing, { ...right, y, height: height * 0.58, largest: 17, smallest: 8 });
  const below = routing === '' ? 0 : height * 0.6;
  writeText(paper, marks.join('  |  '), { ...right, y: y + below, height: height - below, largest: 11 });
}

/** What must be seen before the parcel is handed over. */
function marksOf({ shipment_count, number, label_prints }: Parcel): string[] {
  return [
    ...(shipment_count > 1 ? [`Paket ${number}/${shipment_count}`] : []),
    // The first print is none; the second is CETAK ULANG 1.
    ...(label_prints > 0 ? [`CETAK ULANG ${label_prints}`] : []),
  ];
}

function drawAwb(paper: Paper, parcel: Parcel, box: Box): void {
  const { x, y, width, height } = box;
  if (parcel.awb_number === null) {
    drawQr(paper, parcelCode(parcel), x, y, height);
    const beside = { x: x + height + PAD, width: width - height - PAD };
    writeText(paper, 'AWB menyusul', {
      ...beside,
      y,
      height: height * 0.45,
      font: 'Helvetica-Bold',
      largest: 20,
      smallest: 10,
    });
    writeText(paper, orderText(parcel), {
      ...beside,
      y: y + height * 0.5,
      height: height * 0.5,
      font: 'Helvetica-Bold',
      largest: 13,
      smallest: 8,
    });
    return;
  }
  const text_height = heightOf(1, 13);
  const is_drawn = drawCode128(paper, parcel.awb_number, {
    x,
    y,
    width,
    height: height - text_height - PAD / 2,
  });
  const text = printable(parcel.awb_number);
  writeText(paper, text, {
    x,
    width,
    font: 'Helvetica-Bold',
    align: 'center',
    smallest: 6,
    ...(is_drawn
      ? { y: y + height - text_height, height: text_height, largest: 13 }
      : { y, height, largest: 20 }),
  });
}

function drawReceiver(paper: Paper, { receiver }: Parcel, { x, y, width, height }: Box): void {
  caption(paper, 'PENERIMA', x, y);
  const top = y + heightOf(1, 6);
  const place_height = 15 * MM;
  const text_height = y + height - place_height - top;
  const named = writeText(paper, `${printable(receiver.name) || '-'}  ${localPhone(receiver.phone)}`, {
    x,
    y: top,
    width,
    height: text_height * 0.5,
    font: 'Helvetica-Bold',
    largest: 13,
    smallest: 7,
  });
  writeText(paper, printable(receiver.address), {
    x,
    y: top + named + 1,
    width,
    height: text_height - named - 2,
    largest: 11,
    smallest: 5.5,
  });
  const place_y = y + height - place_height;
  const postal_code = printable(receiver.postal_code);
  const code_width = postal_code === '' ? 0 : 26 * MM;
  const region = { x, width: width - code_width - (code_width === 0 ? 0 : PAD) };
  writeText(paper, printable(receiver.district).toUpperCase() || '-', {
    ...region,
    y: place_y,
    height: place_height * 0.55,
    font: 'Helvetica-Bold',
    largest: 20,
    smallest: 9,
  });
  writeText(paper, [receiver.city, receiver.province].map(printable).filter(Boolean).join(', '), {
    ...region,
    y: place_y + place_height * 0.57,
    height: place_height * 0.43,
    font: 'Helvetica-Bold',
    largest: 12,
    smallest: 7,
  });
  if (postal_code !== '')
    writeText(paper, postal_code, {
      x: x + width - code_width,
      width: code_width,
      y: place_y + place_height * 0.1,
      height: place_height * 0.8,
      font: 'Helvetica-Bold',
      largest: 24,
      smallest: 8,
      align: 'right',
    });
}

function drawCod(paper: Paper, { cod_idr }: Parcel, { x, y, width, height }: Box): void {
  writeText(paper, 'COD', {
    x,
    y,
    width: width * 0.25,
    height,
    font: 'Helvetica-Bold',
    largest: 26,
    smallest: 12,
  });
  writeText(paper, rupiahText(cod_idr ?? 0), {
    x: x + width * 0.25,
    y,
    width: width * 0.75,
    height,
    font: 'Helvetica-Bold',
    largest: 26,
    smallest: 10,
    align: 'right',
  });
}

function drawSender(paper: Paper, parcel: Parcel, { x, y, width, height }: Box): void {
  const side = parcel.awb_number === null ? 0 : height;
  if (side > 0) drawQr(paper, parcelCode(parcel), x + width - side, y, side);
  const left = width - side - (side === 0 ? 0 : PAD);
  caption(paper, 'PENGIRIM', x, y);
  const top = y + heightOf(1, 6);
  const facts_height = heightOf(1, 8);
  const named = writeText(
    paper,
    `${printable(parcel.sender.name) || '-'}  ${localPhone(parcel.sender.phone)}`,
    {
      x,
      y: top,
      width: left,
      height: (height - facts_height) * 0.6,
      font: 'Helvetica-Bold',
      largest: 10,
      smallest: 6,
    },
  );
  const address_y = top + named + 0.5;
  const facts_y = y + height - facts_height;
  if (facts_y - address_y >= heightOf(1, 6))
    writeText(paper, printable(parcel.sender.address), {
      x,
      y: address_y,
      width: left,
      height: facts_y - address_y,
      largest: 8,
      smallest: 6,
    });
  const facts = [orderText(parcel), parcel.order_date, kilograms(parcel.weight_grams)].join('  |  ');
  writeText(paper, facts, {
    x,
    y: facts_y,
    width: left,
    height: facts_height,
    font: 'Helvetica-Bold',
    largest: 8,
    smallest: 6,
  });
}

function drawGoods(paper: Paper, parcel: Parcel, { x, y, width, height }: Box): void {
  const note = printable(parcel.note);
  const note_box = { x, width, font: 'Helvetica-Bold', largest: 9, smallest: 6 } as const;
  const fitted = fitText(`Catatan: ${note}`, { ...note_box, height: Math.min(height * 0.35, 8 * MM) });
  const note_height = note === '' ? 0 : heightOf(fitted.lines.length, fitted.size);
  caption(paper, `ISI (${parcel.quantity} pcs)`, x, y);
  const top = y + heightOf(1, 6);
  drawContents(paper, parcel, { x, y: top, width, height: height - heightOf(1, 6) - note_height });
  if (note !== '') writeLines(paper, fitted.lines, fitted.size, { ...note_box, y: y + height - note_height });
}

function caption(paper: Paper, text: string, x: number, y: number): void {
  writeText(paper, text, { x, y, width: 60 * MM, height: heightOf(1, 6), largest: 6, smallest: 6 });
}

function rule(paper: Paper, x: number, y: number, width: number): void {
  paper
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke();
}
