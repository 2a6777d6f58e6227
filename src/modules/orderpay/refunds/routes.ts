import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listRefunds } from './list-refunds.ts';
import { ListRefundsInput, RefundDue, SettledRefund, SettleRefundInput } from './schemas.ts';
import { settleRefund } from './settle-refund.ts';

const section = 'Payment';
const path = '/api/open/payment/refund';

export const refundRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    operation: 'listRefunds',
    section,
    summary: 'List refunds that are due',
    description: 'What customers have paid for orders that were rejected, and have not got back yet.',
    permission: 'orderpay.read',
    input: ListRefundsInput,
    answer: page(RefundDue),
    run: listRefunds,
  }),
  route({
    method: 'POST',
    path: `${path}/:customer_id/settle`,
    operation: 'settleRefund',
    section,
    summary: 'Settle the refund of a customer',
    description:
      'Settles all that is due to the customer. If the shop has transferred it, what OrderPay holds of it becomes ' +
      'available.',
    permission: 'refunds.settle',
    session_only: true,
    fresh_login: true,
    input: SettleRefundInput,
    answer: success(SettledRefund),
    run: settleRefund,
  }),
];
