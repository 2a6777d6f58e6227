import { callbackRoute } from '../../kernel/http/callback-route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { gatewayNewsJob } from './news-job.ts';
import { keepUnknown, verifyGatewayCallback } from './receive-callback.ts';

/** Gateways wait for 30 s. */
const callback = {
  section: 'Callbacks',
  answer_within_ms: 10_000,
  verify: verifyGatewayCallback,
  keepUnknown,
  job: gatewayNewsJob,
};

export const gatewayNewsRoutes: Route[] = [
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
