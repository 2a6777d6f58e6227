import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listShippingWork } from './list-work.ts';
import { retryShippingWork } from './retry-work.ts';
import { ListShippingWorkInput, RetryShippingWorkInput, ShippingWork } from './schemas.ts';

export const bookingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/shipping/work',
    operation: 'listShippingWork',
    section: 'Shipment',
    summary: 'List work that waits for a vendor',
    description:
      'Bookings and cancellations that wait for Biteship, Shipper or another vendor of the shop, and those that failed, ' +
      'with the reason and what to do. The parcel stays where it is until the vendor has done its part.',
    permission: 'orders.read',
    input: ListShippingWorkInput,
    answer: page(ShippingWork),
    run: listShippingWork,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/work/:id/retry',
    operation: 'retryShippingWork',
    section: 'Shipment',
    summary: 'Try failed or waiting work again',
    description:
      'The vendor is asked again at once. A parcel that it has booked already is not booked twice.',
    permission: 'orders.ship',
    input: RetryShippingWorkInput,
    answer: success(ShippingWork),
    run: retryShippingWork,
  }),
];
