import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { customerRoutes } from './features/customers/routes.ts';
import { homeRoutes } from './features/home/routes.ts';
import { orderDetailRoutes } from './features/order-detail/routes.ts';
import { orderEntryRoutes } from './features/order-entry/routes.ts';
import { orderRoutes } from './features/orders/routes.ts';
import { productRoutes } from './features/products/routes.ts';
import { rootRoute, shellRoute } from './features/shell/route.ts';
import { shellRoutes } from './features/shell/routes.ts';
import { shippingRoutes } from './features/shipping/routes.ts';
import { stockRoutes } from './features/stock/routes.ts';
import { parseSearch, stringifySearch } from './ui/list/url-state.ts';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>) => ({
    // Only to a place of ours.
    to: typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/',
  }),
  component: lazyRouteComponent(() => import('./features/session/SignInPage.tsx')),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./features/session/SignUpPage.tsx')),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  shellRoute.addChildren([
    ...homeRoutes,
    ...orderRoutes,
    ...orderEntryRoutes,
    ...orderDetailRoutes,
    ...productRoutes,
    ...shippingRoutes,
    ...stockRoutes,
    ...customerRoutes,
    ...shellRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
