import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './route.ts';

export const shellRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./NotificationsPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/jobs',
    component: lazyRouteComponent(() => import('./JobsPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./AccountPage.tsx')),
  }),
] as const;
