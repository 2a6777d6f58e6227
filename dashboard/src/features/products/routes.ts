import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';
import { readListState } from '../../ui/list/url-state.ts';
import { PRODUCT_STATE } from './product-state.ts';

export const productRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products',
    validateSearch: readListState(PRODUCT_STATE),
    component: lazyRouteComponent(() => import('./ProductListPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products/new',
    component: lazyRouteComponent(() => import('./NewProductPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products/import',
    component: lazyRouteComponent(() => import('./ImportPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products/import/$id',
    component: lazyRouteComponent(() => import('./ImportPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products/prices',
    validateSearch: readListState([...PRODUCT_STATE, 'chosen']),
    component: lazyRouteComponent(() => import('./prices/PricesPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/products/$id',
    component: lazyRouteComponent(() => import('./ProductPage.tsx')),
  }),
] as const;
