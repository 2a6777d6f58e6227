import { z } from 'zod';
import { bare, data, lowerCase, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { addAwbNumber } from './add-awb-number.ts';
import { editOrder } from './edit-order.ts';
import { UpdateOrderInput } from './edit-schemas.ts';
import { getOrder } from './get-order.ts';
import { getPriceAccess } from './get-price-access.ts';
import { getWholesalePrice } from './get-wholesale-price.ts';
import { listOrders } from './list-orders.ts';
import { listPayments } from './list-payments.ts';
import { placeOrder } from './place-order.ts';
import { quoteOrder } from './quote-order.ts';
import {
  PriceAccess,
  PriceAccessInput,
  Quote,
  QuoteInput,
  WholesalePrice,
  WholesalePriceInput,
} from './quote-schemas.ts';
import {
  AddAwbInput,
  AwbAdded,
  CreateOrderInput,
  ListOrdersInput,
  OrderDetail,
  OrderIdInput,
  OrderMade,
  OrderRow,
  PaymentHistory,
  PaymentHistoryInput,
  PaymentUpdated,
  SetShippingStatusInput,
  UpdatePaymentInput,
} from './schemas.ts';
import { setShippingStatus } from './set-shipping-status.ts';
import { updatePayment } from './update-payment.ts';

const section = 'Order';

export const orderRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order',
    operation: 'createOrder',
    section,
    summary: 'Create an order',
    description:
      'Prices come from the shop: category of the sender, wholesale steps, product discount. ' +
      'Stock that is not there refuses the whole order on `products.N.qty`.',
    permission: 'orders.write',
    input: CreateOrderInput,
    answer: success(OrderMade, { en: 'Order created', id: 'Order dibuat' }),
    run: placeOrder,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order',
    operation: 'updateOrder',
    section,
    summary: 'Change an order',
    description:
      'What is left out stays, and so does what was paid. Stock moves by the difference. Where goods, discounts, ' +
      'promos or the sender change, all lines are priced anew; else they keep their prices.',
    permission: 'orders.write',
    input: UpdateOrderInput,
    answer: success(OrderMade, { en: 'Order updated', id: 'Order diperbarui' }),
    run: editOrder,
  }),
  route({
    method: 'POST',
    path: '/api/open/order/quote',
    operation: 'quoteOrder',
    section,
    summary: 'Price an order without making it',
    description:
      'Takes the body of a new order. Says of each line which rules made its price, of each promo whether the order ' +
      'may have it, and what such an order would be refused for.',
    permission: 'orders.write',
    input: QuoteInput,
    answer: success(Quote),
    run: quoteOrder,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/wholesale',
    operation: 'getWholesalePrice',
    section,
    summary: 'Get the price of a variation for a quantity',
    permission: 'orders.read',
    input: WholesalePriceInput,
    answer: lowerCase(success(WholesalePrice)),
    run: getWholesalePrice,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/check-price/:customer_category_code',
    operation: 'getPriceAccess',
    section,
    summary: 'Get what a customer category may have besides its own prices',
    permission: 'orders.read',
    input: PriceAccessInput,
    answer: success(PriceAccess),
    run: getPriceAccess,
  }),
  route({
    method: 'GET',
    path: '/api/open/order',
    operation: 'listOrders',
    section,
    summary: 'List orders',
    permission: 'orders.read',
    input: ListOrdersInput,
    answer: page(OrderRow),
    run: listOrders,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/detail',
    operation: 'getOrder',
    section,
    summary: 'Get an order',
    permission: 'orders.read',
    input: OrderIdInput,
    answer: data(OrderDetail),
    run: getOrder,
  }),
  route({
    method: 'POST',
    path: '/api/open/order/awb-number/add',
    operation: 'addAwbNumber',
    section,
    summary: 'Add an AWB number',
    permission: 'orders.ship',
    input: AddAwbInput,
    in_query: ['id', 'awb_number'],
    answer: success(AwbAdded, { en: 'Awb number has been updated', id: 'Nomor resi diperbarui' }),
    run: addAwbNumber,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/shipping-status',
    operation: 'setShippingStatus',
    section,
    summary: 'Say where the parcel is',
    description: 'For parcels whose courier does not tell by itself.',
    permission: 'orders.ship',
    input: SetShippingStatusInput,
    answer: success(OrderMade, { en: 'Shipping status updated', id: 'Status pengiriman diperbarui' }),
    run: setShippingStatus,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/quick-payment',
    operation: 'updatePayment',
    section,
    summary: 'Record a payment',
    permission: 'payments.write',
    input: UpdatePaymentInput,
    answer: bare(PaymentUpdated),
    run: updatePayment,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/payment-history',
    operation: 'listPayments',
    section,
    summary: 'List the payments of an order',
    description: 'For those who may see the bank accounts of the shop.',
    permission: 'banks.read',
    input: PaymentHistoryInput,
    answer: lowerCase(success(z.array(PaymentHistory))),
    run: listPayments,
  }),
];
