import { data, file, orFile } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { makePickList } from './make-pick-list.ts';
import { PDF_TYPE } from '../../../kernel/paper/open-paper.ts';
import { printLabels } from './print-labels.ts';
import { printManifest } from './print-manifest.ts';
import { printPackingSlips } from './print-packing-slips.ts';
import { PapersInput, PickList, PickListInput, PrintLabelsInput } from './schemas.ts';

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
  route({
    method: 'GET',
    path: '/api/open/shipping/pick-list',
    operation: 'getPickList',
    section: 'Shipment',
    summary: 'Get the pick list of orders',
    permission: 'orders.ship',
    input: PickListInput,
    answer: orFile(data(PickList), PDF_TYPE),
    run: makePickList,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/pick-list',
    operation: 'makePickList',
    section: 'Shipment',
    summary: 'Get the pick list of many orders',
    description: 'The same for more orders than an URL can name.',
    permission: 'orders.ship',
    input: PickListInput,
    answer: orFile(data(PickList), PDF_TYPE),
    run: makePickList,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/packing-slip',
    operation: 'printPackingSlips',
    section: 'Shipment',
    summary: 'Print packing slips',
    description: 'A PDF with a page of A5 or more for each parcel. Those of dropship orders have no prices.',
    permission: 'orders.ship',
    input: PapersInput,
    answer: file(PDF_TYPE),
    run: printPackingSlips,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/manifest',
    operation: 'printManifest',
    section: 'Shipment',
    summary: 'Print the handover manifest',
    description: 'A PDF with a list for each courier, to be signed when the parcels are handed over.',
    permission: 'orders.ship',
    input: PapersInput,
    answer: file(PDF_TYPE),
    run: printManifest,
  }),
];
