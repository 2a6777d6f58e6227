import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState } from '../../ui/list/url-state.ts';
import { RUNNING_OUT_STATE, STOCK_STATE } from './stock-state.ts';

export const stockRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock',
    validateSearch: readListState(STOCK_STATE),
    component: lazyRouteComponent(() => import('./StockListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/running-out',
    validateSearch: readListState(RUNNING_OUT_STATE),
    component: lazyRouteComponent(() => import('./RunningOutPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/opname',
    component: lazyRouteComponent(() => import('./opname/OpnameListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/opname/new',
    component: lazyRouteComponent(() => import('./opname/NewOpnamePage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/opname/import',
    component: lazyRouteComponent(() => import('./opname/ImportOpnamePage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/opname/$id',
    component: lazyRouteComponent(() => import('./opname/OpnamePage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/transfer',
    component: lazyRouteComponent(() => import('./transfer/TransferListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/transfer/new',
    component: lazyRouteComponent(() => import('./transfer/NewTransferPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/transfer/$id',
    component: lazyRouteComponent(() => import('./transfer/TransferPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/stock/$id',
    component: lazyRouteComponent(() => import('./StockPage.tsx')),
  }),
] as const;
