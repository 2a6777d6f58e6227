import { bare } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getCost } from './get-cost.ts';
import { CostAnswer, GetCostInput } from './schemas.ts';

export const rateRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/expedition/cost',
    operation: 'getExpeditionCost',
    section: 'Expedition',
    summary: 'Get shipping costs',
    description:
      'The price of a parcel by each active courier service and custom courier: of connected vendors, else of the tariff ' +
      'of the shop, else our estimate.',
    permission: 'shop.read',
    input: GetCostInput,
    answer: bare(CostAnswer),
    run: getCost,
  }),
];
