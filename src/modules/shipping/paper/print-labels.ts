import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { recordLabelPrints } from '../../orders/index.ts';
import { shippingLimits } from '../limits.ts';
import { drawLabel } from './draw-label.ts';
import { paperErrors } from './errors.ts';
import { loadParcels } from './load-parcels.ts';
import { MM, openPaper, pdfAnswer, type Paper } from '../../../kernel/paper/open-paper.ts';
import type { Parcel } from './parcel.ts';
import type { PrintLabelsInput } from './schemas.ts';

type Format = z.output<typeof PrintLabelsInput>['format'];

/** Pages by format, in millimetres, and how many labels are side by side and one below the other. */
const PAGES: Record<Format, { width: number; height: number; across: number; down: number }> = {
  '100x150': { width: 100, height: 150, across: 1, down: 1 },
  A6: { width: 105, height: 148, across: 1, down: 1 },
  A4: { width: 210, height: 297, across: 2, down: 2 },
};

/** How often labels are made anew because others printed the same meanwhile. */
const TRIES = 3;

/**
 * Prints the labels of all parcels of orders, and counts them when the PDF is made. A label that was printed before says
 * so: of two people who print the same at once, one gets the first print and the other the reprint.
 * @throws Refusal 422 on each order that cannot be printed; 409 if others keep printing the same
 */
export async function printLabels(
  context: Context,
  { order_ids, format }: z.output<typeof PrintLabelsInput>,
): Promise<FileAnswer> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const parcels = await loadParcels(context, order_ids, shippingLimits.label_lines_read);
    const pieces = await drawLabels(context, parcels, format);
    if (await recordLabelPrints(context, parcels)) return pdfAnswer('label.pdf', pieces);
  }
  throw paperErrors.refuse('labels_printed_meanwhile');
}

async function drawLabels(context: Context, parcels: readonly Parcel[], format: Format): Promise<Buffer[]> {
  const { paper, end } = openPaper(context, 'Label');
  const { width, height, across, down } = PAGES[format];
  const label = { width: (width / across) * MM, height: (height / down) * MM };
  for (const [index, parcel] of parcels.entries()) {
    const place = index % (across * down);
    if (place === 0) {
      paper.addPage({ size: [width * MM, height * MM], margin: 0 });
      if (across > 1) drawCutLines(paper, width * MM, height * MM);
    }
    const x = (place % across) * label.width;
    const y = Math.floor(place / across) * label.height;
    drawLabel(paper, parcel, { ...label, x, y });
    await takeTurns();
  }
  return end();
}

function drawCutLines(paper: Paper, width: number, height: number): void {
  paper.save().lineWidth(0.5).strokeColor('#808080').dash(4, { space: 4 });
  paper
    .moveTo(width / 2, 0)
    .lineTo(width / 2, height)
    .stroke();
  paper
    .moveTo(0, height / 2)
    .lineTo(width, height / 2)
    .stroke();
  paper.restore();
}
