import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListState } from '../../ui/list/url-state.ts';
import { shellRoute } from '../shell/route.ts';

export const orderEntryRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/new',
    // The order that a similar one is made of.
    validateSearch: readListState(['copy']),
    component: lazyRouteComponent(() => import('./NewOrderPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/$id/edit',
    component: lazyRouteComponent(() => import('./EditOrderPage.tsx')),
  }),
] as const;
