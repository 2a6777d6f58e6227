import { page, success } from '../../../kernel/http/answer.ts';
import { callbackRoute } from '../../../kernel/http/callback-route.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { decideGatewayPayment, listGatewayPayments } from './queue.ts';
import { chargeNewsJob, keepUnknown, verifyGatewayCallback } from './receive-callback.ts';
import {
  DecideGatewayPaymentInput,
  GatewayPaymentDecided,
  ListGatewayPaymentsInput,
  QueuedGatewayPayment,
} from './schemas.ts';

const section = 'Storefront & Privor';

/** Gateways wait for 30 s. */
const callback = {
  section: 'Callbacks',
  answer_within_ms: 10_000,
  verify: verifyGatewayCallback,
  keepUnknown,
  job: chargeNewsJob,
};

export const gatewayRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order/gateway-payment',
    operation: 'listGatewayPayments',
    section,
    summary: 'List gateway payments to decide',
    description: 'What buyers paid through the payment gateway and is not the amount that was to be paid.',
    permission: 'checkouts.read',
    input: ListGatewayPaymentsInput,
    answer: page(QueuedGatewayPayment),
    run: listGatewayPayments,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/gateway-payment',
    operation: 'decideGatewayPayment',
    section,
    summary: 'Decide a gateway payment',
    permission: 'checkouts.confirm',
    input: DecideGatewayPaymentInput,
    answer: success(GatewayPaymentDecided),
    run: decideGatewayPayment,
  }),
  callbackRoute({
    ...callback,
    path: '/api/hooks/gateway/:connection',
    operation: 'receiveGatewayCallback',
    summary: "Receive news of the shop's own payment gateway account",
    description: 'The address to enter at Xendit: `callback_url` of the Xendit settings.',
  }),
  callbackRoute({
    ...callback,
    path: '/api/hooks/gateway',
    operation: 'receivePlatformGatewayCallback',
    summary: "Receive news of the installation's payment gateway account",
    description: 'What nothing is known of is kept for the operator, and answered as received.',
  }),
];
