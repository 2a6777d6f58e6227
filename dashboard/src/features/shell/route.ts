import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ConnectionError, NgorderError } from 'ngorder-sdk';
import { meQuery, queries, type Me } from '../session/session.ts';
import { Failed, NotFound } from './Failures.tsx';

export const rootRoute = createRootRoute({ notFoundComponent: NotFound });

const STORED_AS = 'ngorder.me';

/** Whoever is signed in gets in; everybody else signs in first, and comes back to where they wanted to go. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('./Shell.tsx')),
  errorComponent: Failed,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    try {
      const me = await queries.ensureQueryData(meQuery);
      localStorage.setItem(STORED_AS, JSON.stringify(me));
    } catch (error) {
      if (error instanceof NgorderError && error.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      // Without a connection the pages open for who was here before; the server still decides about everything.
      const stored = error instanceof ConnectionError ? localStorage.getItem(STORED_AS) : null;
      if (stored === null) throw error;
      queries.setQueryData(meQuery.queryKey, JSON.parse(stored) as Me);
    }
  },
});
