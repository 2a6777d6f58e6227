import { z } from 'zod';
import type { PublicContext } from '../../../kernel/context.ts';
import { success } from '../../../kernel/http/answer.ts';
import { SESSION_COOKIE } from '../../../kernel/http/authentication.ts';
import { publicRoute, route, type Route } from '../../../kernel/http/route.ts';
import { Nothing } from '../schemas.ts';
import { endSession } from './end-session.ts';
import { getMe } from './get-me.ts';
import { DEVICE_COOKIE, DEVICE_DAYS } from './known-devices.ts';
import { listSessions } from './list-sessions.ts';
import { login, SESSION_DAYS } from './login.ts';
import { logout } from './logout.ts';
import { LoggedIn, LoginInput, Me, Session, SessionEnded, SessionIdInput } from './schemas.ts';

/** Signing in and out, and sessions. */
export const signInRoutes: Route[] = [
  publicRoute<typeof LoginInput, Awaited<ReturnType<typeof login>>>({
    method: 'POST',
    path: '/api/account/login',
    operation: 'login',
    section: 'Account',
    summary: 'Sign in',
    description: 'Returns a token, and sets it as an httpOnly cookie for browsers.',
    input: LoginInput,
    answer: success(LoggedIn),
    run: login,
    headers: (result, context) => ({
      'set-cookie': [
        sessionCookie(result.token, SESSION_DAYS * 86_400, context),
        deviceCookie(result.device, context),
      ],
    }),
  }),
  route({
    method: 'POST',
    path: '/api/account/logout',
    operation: 'logout',
    section: 'Account',
    summary: 'Sign out',
    permission: 'shop.read',
    session_only: true,
    input: Nothing,
    answer: success(Nothing),
    run: logout,
    headers: (_result, context) => ({ 'set-cookie': sessionCookie('', 0, context) }),
  }),
  route({
    method: 'GET',
    path: '/api/account/me',
    operation: 'getMe',
    section: 'Account',
    summary: 'Get the current user',
    permission: 'shop.read',
    input: Nothing,
    answer: success(Me),
    run: getMe,
  }),
  route({
    method: 'GET',
    path: '/api/account/sessions',
    operation: 'listSessions',
    section: 'Account',
    summary: 'List sessions',
    permission: 'shop.read',
    session_only: true,
    input: Nothing,
    answer: success(z.array(Session)),
    run: listSessions,
  }),
  route({
    method: 'DELETE',
    path: '/api/account/session/:id',
    operation: 'endSession',
    section: 'Account',
    summary: 'Revoke a session',
    permission: 'shop.read',
    session_only: true,
    fresh_login: true,
    input: SessionIdInput,
    answer: success(SessionEnded),
    run: endSession,
  }),
];

/** Identifies a known device when signing in again; it stays when the session ends. */
function deviceCookie(value: string, { base_url }: PublicContext): string {
  const secure = base_url.startsWith('https:') ? '; Secure' : '';
  const max_age_s = DEVICE_DAYS * 86_400;
  return `${DEVICE_COOKIE}=${value}; Path=/api/account; HttpOnly; SameSite=Lax; Max-Age=${max_age_s}${secure}`;
}

/** Sent back by the browser to this server alone, out of reach of scripts, and over TLS where there is TLS. */
function sessionCookie(value: string, max_age_s: number, { base_url }: PublicContext): string {
  const secure = base_url.startsWith('https:') ? '; Secure' : '';
  return `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${max_age_s}${secure}`;
}
