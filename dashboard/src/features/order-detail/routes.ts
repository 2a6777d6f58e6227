import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';

export const orderDetailRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/$id',
    component: lazyRouteComponent(() => import('./OrderPage.tsx')),
  }),
] as const;
