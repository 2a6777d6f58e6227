import { file } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { PDF_TYPE } from './open-paper.ts';
import { printLabels } from './print-labels.ts';
import { PrintLabelsInput } from './schemas.ts';

export const paperRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/shipping/label',
    operation: 'printLabels',
    section: 'Shipment',
    summary: 'Print labels',
    description:
      'A PDF with a label for each parcel of the orders. Orders are marked as printed when the PDF is made, and labels ' +
      'that were printed before say so. Without an AWB number, the label has the QR code of the order and says "AWB ' +
      'menyusul". Labels of dropship orders name the sender, and neither the shop nor prices.',
    permission: 'orders.ship',
    input: PrintLabelsInput,
    answer: file(PDF_TYPE),
    run: printLabels,
  }),
];
