import { data } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { resetPacking, scanParcel } from './scan-parcel.ts';
import { ParcelToPack, ResetPackingInput, ScanParcelInput } from './schemas.ts';

export const packingRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/shipping/scan',
    operation: 'scanParcel',
    section: 'Shipment',
    summary: 'Scan a parcel to pack it',
    description:
      'Lists what is to be packed. With `sku`, packs units of it; one that does not belong into the parcel is ' +
      'refused, with what is expected instead. Orders that are cancelled or not paid are refused.',
    permission: 'orders.ship',
    input: ScanParcelInput,
    answer: data(ParcelToPack),
    run: scanParcel,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/scan/reset',
    operation: 'resetPacking',
    section: 'Shipment',
    summary: 'Reset the packing of a parcel',
    permission: 'orders.ship',
    input: ResetPackingInput,
    answer: data(ParcelToPack),
    run: resetPacking,
  }),
];
