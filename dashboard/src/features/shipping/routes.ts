import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListState } from '../../ui/list/url-state.ts';
import { shellRoute } from '../shell/route.ts';
import { RETURN_STATE } from './return-state.ts';
import { SHIPPING_STATE } from './shipping-state.ts';

const getParentRoute = () => shellRoute;

export const shippingRoutes = [
  createRoute({
    getParentRoute,
    path: '/shipping',
    validateSearch: readListState(SHIPPING_STATE),
    component: lazyRouteComponent(() => import('./ShippingPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/pack',
    component: lazyRouteComponent(() => import('./PackPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/handover',
    component: lazyRouteComponent(() => import('./HandoverPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/awb',
    component: lazyRouteComponent(() => import('./AwbPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/awb/$id',
    component: lazyRouteComponent(() => import('./AwbPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/returns',
    validateSearch: readListState(RETURN_STATE),
    component: lazyRouteComponent(() => import('./ReturnListPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/returns/$id',
    component: lazyRouteComponent(() => import('./ReturnPage.tsx')),
  }),
  createRoute({
    getParentRoute,
    path: '/shipping/cod',
    validateSearch: readListState(['courier', 'figure']),
    component: lazyRouteComponent(() => import('./CodPage.tsx')),
  }),
] as const;
