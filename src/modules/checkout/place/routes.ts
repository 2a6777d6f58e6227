import { success } from '../../../kernel/http/answer.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { storeRoute } from '../../storefront/index.ts';
import { checkOut, prepareCheckout } from './checkout.ts';
import { CheckoutDone, CheckoutInput, CheckoutQuote, QuoteInput } from './schemas.ts';
import { quoteCheckout } from './quote-checkout.ts';

export const placeRoutes: Route[] = [
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/quote',
    operation: 'quoteCheckout',
    summary: 'Quote a checkout',
    description:
      'Prices goods, promos, a coupon and shipping with the data of the store, as a checkout would. Nothing is stored.',
    buyer: 'anyone',
    input: QuoteInput,
    answer: success(CheckoutQuote),
    run: quoteCheckout,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/checkout',
    operation: 'checkOut',
    summary: 'Check out',
    description:
      'Places the orders and holds their stock. All prices, rates and stock are those of the store. Unpaid orders expire 24 hours ' +
      'after their last change. Send an `Idempotency-Key` so that a repeated request cannot order twice.',
    buyer: 'anyone',
    status: 201,
    input: CheckoutInput,
    answer: success(CheckoutDone),
    prepare: prepareCheckout,
    run: checkOut,
  }),
];
