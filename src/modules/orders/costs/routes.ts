import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderProfit } from '../order-profit.ts';
import { OrderCostsInput } from './schemas.ts';
import { setOrderCosts } from './set-costs.ts';

export const costRoutes: Route[] = [
  route({
    method: 'PATCH',
    path: '/api/open/order/costs',
    operation: 'setOrderCosts',
    section: 'Order',
    summary: 'Set what an order costs beside its goods',
    description:
      'What the courier was paid, and what gateway and marketplace kept; answers with the profit of the order. What COD ' +
      'couriers charge, refund fees and the cost of returns are entered by themselves.',
    permission: 'cost.read',
    input: OrderCostsInput,
    answer: success(OrderProfit, {
      en: 'Costs of the order have been updated',
      id: 'Biaya pesanan berhasil diperbarui',
    }),
    run: setOrderCosts,
  }),
];
