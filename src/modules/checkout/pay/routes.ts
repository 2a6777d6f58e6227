import { page, success } from '../../../kernel/http/answer.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { storeRoute } from '../../storefront/index.ts';
import { cancelPayment } from './cancel-payment.ts';
import { changeMethod } from './change-method.ts';
import { confirmReceived } from './confirm-received.ts';
import { getPayment } from './get-payment.ts';
import { getBuyerOrder, listBuyerOrders } from './own-orders.ts';
import {
  BuyerOrderDetail,
  BuyerOrderIdInput,
  BuyerOrderRow,
  BuyerPaymentView,
  ChangeMethodInput,
  ListBuyerOrdersInput,
  ProofInput,
  ReceivedInput,
  TokenInput,
} from './schemas.ts';
import { uploadProof } from './upload-proof.ts';

const answer = success(BuyerPaymentView);

export const payRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/order/:token',
    operation: 'getBuyerPayment',
    summary: 'Get a checkout by its token',
    description:
      'The payment with its state and instructions, and the orders with their status and tracking.',
    buyer: 'anyone',
    input: TokenInput,
    answer,
    run: getPayment,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/order/:token/proof',
    operation: 'uploadProof',
    summary: 'Upload the proof of a transfer',
    buyer: 'anyone',
    upload: 'proof',
    repeatable: true,
    input: ProofInput,
    answer,
    run: uploadProof,
  }),
  storeRoute({
    method: 'PATCH',
    path: '/api/store/:subdomain/order/:token/payment',
    operation: 'changePaymentMethod',
    summary: 'Change the payment method',
    buyer: 'anyone',
    input: ChangeMethodInput,
    answer,
    run: changeMethod,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/order/:token/cancel',
    operation: 'cancelCheckout',
    summary: 'Cancel a checkout',
    description: 'Possible while nothing is paid and nothing decided.',
    buyer: 'anyone',
    input: TokenInput,
    answer,
    run: cancelPayment,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/order/:token/received',
    operation: 'confirmReceived',
    summary: 'Confirm that an order was received',
    buyer: 'anyone',
    input: ReceivedInput,
    answer,
    run: confirmReceived,
  }),
];

/** What a buyer who is signed in has ordered. */
export const historyRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/account/order',
    operation: 'listBuyerOrders',
    summary: 'List the orders of a buyer',
    description: 'Newest first. What a guest ordered with the phone number of the buyer is not among them.',
    buyer: 'signed_in',
    input: ListBuyerOrdersInput,
    answer: page(BuyerOrderRow),
    run: listBuyerOrders,
  }),
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/account/order/:order_id',
    operation: 'getBuyerOrder',
    summary: 'Get an order of a buyer',
    description:
      'With its products, parcels and payment. The operations at `/order/{token}` take the `payment_id` in place of the token while ' +
      'its buyer is signed in.',
    buyer: 'signed_in',
    input: BuyerOrderIdInput,
    answer: success(BuyerOrderDetail),
    run: getBuyerOrder,
  }),
];
