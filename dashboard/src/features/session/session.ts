import { NgorderError, type Output } from 'ngorder-sdk';
import { QueryClient, QueryCache, MutationCache, useQuery, queryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from './api.ts';

export type Me = Output<'getMe'>['data'];

/** Whether the server has said, in the middle of work, that nobody is signed in any more. */
let is_expired = false;
const listeners = new Set<() => void>();

function setExpired(value: boolean): void {
  if (is_expired === value) return;
  is_expired = value;
  for (const listener of listeners) listener();
}

export function useIsExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => is_expired,
  );
}

/** Nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof NgorderError && error.status === 401;
}

/**
 * Of an error that tells of the person: where nobody is signed in any more the page stays as it is, with all that was typed, and the
 * password is asked for above it; where something is not allowed the role may be another than it was, and menus follow it.
 */
export function noteRefusal(error: unknown): void {
  const was_signed_in = queries.getQueryData(meQuery.queryKey) !== undefined;
  if (!was_signed_in) return;
  if (isSignedOut(error)) setExpired(true);
  else if (error instanceof NgorderError && error.status === 403)
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteRefusal }),
  mutationCache: new MutationCache({ onError: noteRefusal }),
  defaultOptions: {
    queries: {
      // The client itself tries again where that may help.
      retry: false,
      staleTime: 15_000,
      // What was seen stays on the screen while the connection is away.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await api.getMe({}, { signal })).data,
  staleTime: 60_000,
});

/** Who is signed in. Only below the shell, which is shown to nobody else. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) throw new Error('nobody is signed in');
  return data;
}

/** Whether the role has a permission, as `orders.write`. What is shown follows it; what is allowed the server decides. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

export async function signIn(email: string, password: string): Promise<void> {
  await api.login({ email, password });
  const before = queries.getQueryData(meQuery.queryKey);
  const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
  setExpired(false);
  // Of somebody else nothing may be left on the screen.
  if (before !== undefined && before.user.id !== me.user.id) globalThis.location.assign('/');
  else if (before !== undefined) await queries.invalidateQueries();
}

export async function signOut(): Promise<void> {
  await api.logout();
  queries.clear();
  globalThis.location.assign('/sign-in');
}
