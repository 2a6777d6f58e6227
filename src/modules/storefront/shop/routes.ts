import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { storeRoute } from '../store-route.ts';
import { getStore } from './get-store.ts';
import { StoreDetail } from './schemas.ts';

export const storeShopRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain',
    operation: 'getStore',
    summary: 'Get the store',
    description:
      'Name, address and logo of the shop, and how it can be paid. A store that is closed is answered like ' +
      'one that does not exist.',
    buyer: 'anyone',
    input: z.object({}),
    answer: success(StoreDetail),
    run: getStore,
  }),
];
