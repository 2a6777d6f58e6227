import { page, success } from '../../../kernel/http/answer.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { Region, searchRegions, SearchRegionsInput } from '../../reference/index.ts';
import { storeRoute } from '../store-route.ts';
import { listStoreRates } from './list-rates.ts';
import { ListStoreRatesInput, StoreRatesAnswer } from './schemas.ts';

export const storeRateRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/district',
    operation: 'searchStoreDistricts',
    summary: 'Search districts',
    buyer: 'anyone',
    input: SearchRegionsInput,
    answer: page(Region),
    run: searchRegions,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/rate',
    operation: 'listStoreRates',
    summary: 'Get the shipping costs of an order',
    description:
      'What sending these products to a district costs, by each courier service of the store, and pickup at the shop. Nothing ' +
      'is stored. The order is charged by the same rules.',
    buyer: 'anyone',
    input: ListStoreRatesInput,
    answer: success(StoreRatesAnswer),
    repeatable: true,
    run: listStoreRates,
  }),
];
