import { done, page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listWithdrawals } from './list-withdrawals.ts';
import { ListWithdrawalsInput, Withdrawal, WithdrawInput } from './schemas.ts';
import { withdraw } from './withdraw.ts';

const section = 'Payment';

export const withdrawalRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/payment/withdraw',
    operation: 'withdraw',
    section,
    summary: 'Withdraw from OrderPay',
    description:
      'Amount and admin fee are reserved at once. They are taken when the bank has the money, and available again if the ' +
      'withdrawal fails.',
    permission: 'orderpay.withdraw',
    session_only: true,
    fresh_login: true,
    input: WithdrawInput,
    answer: done({
      en: 'Withdrawal request is successful, we will process it soon',
      id: 'Permintaan penarikan berhasil, akan segera kami proses',
    }),
    run: withdraw,
  }),
  route({
    method: 'GET',
    path: '/api/open/payment/withdrawal',
    operation: 'listWithdrawals',
    section,
    summary: 'List withdrawals',
    permission: 'orderpay.read',
    input: ListWithdrawalsInput,
    answer: page(Withdrawal),
    run: listWithdrawals,
  }),
];
