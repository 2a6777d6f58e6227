import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState } from '../../ui/list/url-state.ts';
import { CUSTOMER_STATE } from './customer-state.ts';

export const customerRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/customers',
    validateSearch: readListState(CUSTOMER_STATE),
    component: lazyRouteComponent(() => import('./CustomerListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/customers/$id',
    component: lazyRouteComponent(() => import('./CustomerPage.tsx')),
  }),
] as const;
