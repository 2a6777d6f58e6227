import { lowerCase, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getPriceAccess } from './get-price-access.ts';
import { getWholesalePrice } from './get-wholesale-price.ts';
import { quoteOrder } from './quote-order.ts';
import {
  PriceAccess,
  PriceAccessInput,
  Quote,
  QuoteInput,
  WholesalePrice,
  WholesalePriceInput,
} from './schemas.ts';

export const quoteRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order/quote',
    operation: 'quoteOrder',
    section: 'Order',
    summary: 'Quote an order',
    description:
      'Takes the request body of Create an order. Returns the price of each line with the rules that ' +
      'determined it, whether each promo applies, and the errors with which such an order would be refused. No ' +
      'order is created.',
    permission: 'orders.write',
    input: QuoteInput,
    answer: success(Quote),
    run: quoteOrder,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/wholesale',
    operation: 'getWholesalePrice',
    tagged: 'DAY',
    section: 'Order',
    summary: 'Get the wholesale price of a variation',
    permission: 'orders.read',
    input: WholesalePriceInput,
    answer: lowerCase(success(WholesalePrice)),
    run: getWholesalePrice,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/check-price/:customer_category_code',
    operation: 'getPriceAccess',
    tagged: 'DAY',
    section: 'Order',
    summary: 'Get the price access of a customer category',
    permission: 'orders.read',
    input: PriceAccessInput,
    answer: success(PriceAccess),
    run: getPriceAccess,
  }),
];
