import type { FastifyRequest } from 'fastify';
import { shopContext, type Context, type Principal, type Services } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { isLookedUp, may } from '../permissions.ts';
import { enter } from './entrance.ts';
import { hasEntrance, isForSignedIn, type Route } from './route.ts';

export const SESSION_COOKIE = 'ngorder_session';

const FRESH_MS = 10 * 60_000;

/** Until when a password that was given counts as just given. */
export function freshUntil(given_at: Date): Date {
  return new Date(given_at.getTime() + FRESH_MS);
}

/**
 * Finds the principal of a token or key; undefined if it is unknown, expired or revoked.
 * @param anew queries the database and ignores the cache
 */
export type Authenticate = (credential: string, anew?: boolean) => Promise<Principal | undefined>;

/**
 * Notes that the person behind a session has given the password again.
 * @throws Refusal 422 where it is wrong, 429 after too many wrong ones
 */
export type ConfirmPassword = (context: Context, password: string) => Promise<void>;

export interface Authentication {
  services: Services;
  authenticate: Authenticate;
  confirmPassword: ConfirmPassword;
}

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
  if (!isForSignedIn(route.access)) return;
  if (principal === undefined) throw kernelErrors.refuse('unauthenticated');
  if (route.access.session_only === true && principal.actor.kind !== 'session')
    throw kernelErrors.refuse('session_needed');
  if (!may(principal.actor.role, route.access.permission)) throw kernelErrors.refuse('forbidden');
}

/**
 * Authenticates again when the complete request has arrived: half a minute can pass between its headers and its end, in
 * which a user can be removed. Routes that control access query the database.
 * @param password the input's `current_password`
 * @throws Refusal 401, 403 like `authorise`; 403 if the route requires a password entered within ten minutes
 */
export async function authoriseAgain(
  route: Route,
  request: FastifyRequest,
  authentication: Authentication,
  password: string | undefined,
): Promise<Principal | undefined> {
  // Known ones are remembered: only who was shown out meanwhile is refused.
  if (hasEntrance(route.access)) await enter(authentication.services, request);
  const { principal: before, credential } = request;
  if (!isForSignedIn(route.access) || before === undefined || credential === undefined) return before;
  const { fresh_login, session_only, permission } = route.access;
  if (fresh_login === true && password !== undefined)
    await authentication.confirmPassword(
      shopContext(authentication.services, request.facts, before),
      password,
    );
  const anew = session_only === true || isLookedUp(permission);
  const principal = await authentication.authenticate(credential.text, anew);
  authorise(route, principal);
  if (fresh_login === true) {
    const { password_confirmed_at } = principal;
    if (
      password_confirmed_at === undefined ||
      freshUntil(password_confirmed_at) <= authentication.services.clock.now()
    )
      throw kernelErrors.refuse('password_needed');
  }
  return principal;
}

/**
 * A browser also sends its cookie with forged requests, and stores the cookie of a forged response; but it says which
 * site a request comes from. Programs that do not say so are not refused: they have no cookies of other people.
 * @throws Refusal 403 if a browser says that the request comes from another site or from an opaque origin (`null`)
 */
export function refuseForgery(request: FastifyRequest, base_url: string): void {
  const { origin, referer } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw kernelErrors.refuse('cross_site');
  // An older browser names no origin in a GET, but the page that it comes from.
  const from = origin ?? (site === undefined ? originOf(referer) : undefined);
  if (from === undefined || from === base_url) return;
  // Where a proxy ends TLS and does not say so, we take our scheme for http: the browser knows better.
  const is_ours = site === 'same-origin' && from === base_url.replace(/^http:/, 'https:');
  if (!is_ours) throw kernelErrors.refuse('cross_site');
}

function originOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  return URL.canParse(address) ? new URL(address).origin : 'null';
}
