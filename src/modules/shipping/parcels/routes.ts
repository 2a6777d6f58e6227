import { z } from 'zod';
import { bare, data, orFile, page, success, told } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { shippingLimits } from '../limits.ts';
import { cancelPickup } from './cancel-pickup.ts';
import { mergeShipments, splitOrder } from './divide-order.ts';
import { downloadParcels } from './download-parcels.ts';
import { listParcels } from './list-parcels.ts';
import { listParcelsOfOrder } from './parcels-of-order.ts';
import { requestPickup } from './request-pickup.ts';
import { removeParcel, resendParcel } from './resend-parcel.ts';
import {
  CancelPickupInput,
  ChosenParcels,
  DownloadRequested,
  ListParcelsInput,
  PARCEL_LIST_HEAD,
  ParcelChanged,
  ParcelInput,
  ParcelOfOrder,
  ParcelRow,
  ParcelsOfOrderInput,
  PickupRequested,
  RequestPickupInput,
  ShipmentsOfOrder,
  SplitOrderInput,
} from './schemas.ts';

const section = 'Shipment';

export const parcelRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/shipping',
    operation: 'listParcels',
    tagged: 'DAY',
    section,
    summary: 'List parcels',
    description:
      'Totals are exact up to 10,000 parcels; with a keyword in names, phone numbers, products or AWB numbers, ' +
      `up to ${shippingLimits.exact_total_of_keyword}.`,
    permission: 'orders.read',
    input: ListParcelsInput,
    answer: page(ParcelRow, PARCEL_LIST_HEAD),
    run: listParcels,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/parcel',
    operation: 'listParcelsOfOrder',
    section,
    summary: 'List the parcels of an order',
    description: 'With what couriers and staff reported of each, as it is stored: no courier is asked.',
    permission: 'orders.read',
    input: ParcelsOfOrderInput,
    answer: data(z.array(ParcelOfOrder)),
    run: listParcelsOfOrder,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/download',
    operation: 'downloadParcels',
    changes: true,
    section,
    summary: 'Download parcels',
    description:
      'Returns an Excel file. If there are very many parcels, a link to the file is mailed instead.',
    permission: 'orders.read',
    input: ChosenParcels,
    answer: orFile(bare(DownloadRequested), XLSX_TYPE),
    run: downloadParcels,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/pickup-request',
    operation: 'requestPickup',
    section,
    summary: 'Request pickup of parcels',
    description:
      'Each parcel is processed on its own: `success_data` has those that were requested, `failed_data` the ' +
      'others with the reason. If none can be requested, the response is an error.',
    permission: 'orders.ship',
    input: RequestPickupInput,
    answer: bare(PickupRequested),
    run: requestPickup,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/cancel-pickup',
    operation: 'cancelPickup',
    section,
    summary: 'Cancel a pickup request',
    permission: 'orders.ship',
    input: CancelPickupInput,
    answer: told(z.int()),
    run: cancelPickup,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/resend/:order_id',
    operation: 'resendParcel',
    section,
    summary: 'Return a parcel to READY_TO_SHIP',
    permission: 'orders.ship',
    input: ParcelInput,
    answer: told(ParcelChanged),
    run: resendParcel,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/shipping/remove/:order_id',
    operation: 'removeParcel',
    section,
    summary: 'Remove a parcel from the list of shipments',
    description: 'The order itself is not changed. To list the parcel again, resend it.',
    permission: 'orders.ship',
    input: ParcelInput,
    answer: success(ParcelChanged, { en: 'Package removed successfully', id: 'Paket berhasil dihapus' }),
    run: removeParcel,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/split',
    operation: 'splitOrder',
    section: 'Shipment',
    summary: 'Split an order into one shipment per warehouse',
    permission: 'orders.write',
    input: SplitOrderInput,
    answer: success(ShipmentsOfOrder),
    run: splitOrder,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/merge',
    operation: 'mergeShipments',
    section: 'Shipment',
    summary: 'Merge the shipments of an order',
    permission: 'orders.write',
    input: SplitOrderInput,
    answer: success(ShipmentsOfOrder),
    run: mergeShipments,
  }),
];
