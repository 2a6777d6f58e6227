import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/route.ts';

export const orderEntryRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/orders/new',
    component: lazyRouteComponent(() => import('./NewOrderPage.tsx')),
  }),
] as const;
