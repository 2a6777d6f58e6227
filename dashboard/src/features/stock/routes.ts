import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState } from '../../ui/list/url-state.ts';
import { STOCK_STATE } from './stock-state.ts';

export const stockRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock',
    validateSearch: readListState(STOCK_STATE),
    component: lazyRouteComponent(() => import('./StockListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/$id',
    component: lazyRouteComponent(() => import('./StockPage.tsx')),
  }),
] as const;
