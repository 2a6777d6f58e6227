import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState } from '../../ui/list/url-state.ts';
import { CLOSED_STATE, ORDER_STATE } from './order-state.ts';

export const orderRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders',
    validateSearch: readListState(ORDER_STATE),
    component: lazyRouteComponent(() => import('./OrderListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/closed',
    validateSearch: readListState(CLOSED_STATE),
    component: lazyRouteComponent(() => import('./ClosedOrdersPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/bulk/$id',
    component: lazyRouteComponent(() => import('./bulk/BulkRunPage.tsx')),
  }),
] as const;
