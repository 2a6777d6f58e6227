import { z } from 'zod';
import { data, page } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { marketplaces } from './reference.ts';
import { searchRegions } from './regions/search-regions.ts';
import { ListedMarketplace, Region, SearchRegionsInput } from './schemas.ts';

export const referenceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/region',
    operation: 'searchRegions',
    section: 'Region',
    summary: 'Search districts',
    permission: 'reference.read',
    input: SearchRegionsInput,
    answer: page(Region),
    run: searchRegions,
  }),
  route({
    method: 'GET',
    path: '/api/open/marketplace',
    operation: 'listMarketplaces',
    section: 'Marketplace',
    summary: 'List marketplaces',
    permission: 'reference.read',
    input: z.object({}),
    answer: data(z.array(ListedMarketplace)),
    run: async () => [...marketplaces],
  }),
];
