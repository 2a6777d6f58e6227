import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState, type ListState } from '../../ui/list/url-state.ts';
import { queries } from '../session/session.ts';
import { CLOSED_STATE, ORDER_STATE, type OrderStateName } from './order-state.ts';
import { ordersQuery } from './orders-query.ts';

export const orderRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders',
    validateSearch: readListState(ORDER_STATE),
    loaderDeps: ({ search }: { search: ListState<OrderStateName> }) => search,
    // The rows are on their way while the page is loaded; that they fail is told by the page.
    loader: ({ deps }) => void queries.prefetchInfiniteQuery(ordersQuery(deps)),
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
