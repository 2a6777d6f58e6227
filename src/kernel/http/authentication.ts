import type { FastifyRequest } from 'fastify';
import type { Principal } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { may } from '../permissions.ts';
import type { Route } from './route.ts';

export const SESSION_COOKIE = 'ngorder_session';

/** Finds who a token or key belongs to; undefined where it is unknown, expired or revoked. */
export type Authenticate = (credential: string) => Promise<Principal | undefined>;

export interface Credential {
  text: string;
  from_cookie: boolean;
}

/**
 * The key or token of a request: `Authorization: Bearer KEY`, `token: Bearer KEY`, `token: KEY`, or the
 * session cookie of a browser.
 */
export function readCredential(request: FastifyRequest): Credential | undefined {
  const header = [request.headers.authorization, request.headers['token']].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  if (header !== undefined) return { text: header.trim().replace(/^bearer\s+/i, ''), from_cookie: false };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { text: cookie, from_cookie: true } : undefined;
}

/** @throws Refusal 401 without a valid credential, 403 where the role or kind of credential is not enough. */
export function authorise(route: Route, principal: Principal | undefined): asserts principal is Principal {
  if (route.access === 'public') return;
  if (principal === undefined) throw kernelErrors.refuse('unauthenticated');
  if (route.access.session_only === true && principal.actor.kind !== 'session')
    throw kernelErrors.refuse('forbidden');
  if (!may(principal.actor.role, route.access.permission)) throw kernelErrors.refuse('forbidden');
}

/**
 * A browser sends its cookie with forged requests too; it also says where they come from.
 * @throws Refusal 403 where a cookie came with a changing request from another site.
 */
export function refuseForgery(request: FastifyRequest, base_url: string): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none')
    throw kernelErrors.refuse('cross_site');
  if (origin !== undefined && origin !== base_url) throw kernelErrors.refuse('cross_site');
}
