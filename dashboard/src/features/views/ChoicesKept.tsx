import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { KeptChoices } from '../../ui/list/columns.ts';
import { api } from '../session/api.ts';

const KEY = ['preferences'];

/** Keeps what a person chooses of how lists look with the server: it is so in every browser they sign in with. */
export function ChoicesKept({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      Object.fromEntries(
        (await api.listPreferences({}, { signal })).data.map(({ name, value }) => [name, value]),
      ),
    staleTime: 60_000,
  });
  const keeper = useMemo(
    () => ({
      kept: data ?? {},
      keep: (name: string, value: unknown) => {
        client.setQueryData(KEY, { ...data, [name]: value });
        // The device has it anyway; another try comes with the next choice.
        void api.setPreference({ name, value }).catch(() => undefined);
      },
    }),
    [client, data],
  );
  return <KeptChoices value={keeper}>{children}</KeptChoices>;
}
