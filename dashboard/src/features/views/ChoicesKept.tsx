import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { useMemo, type ReactNode } from 'react';
import { KeptChoices } from '../../ui/list/columns.ts';
import { api } from '../session/api.ts';

type Preferences = Output<'listPreferences'>['data'];

/** Of all preferences of the person, whatever they are of. */
const KEY = ['preferences'];

/** Keeps what a person chooses of how lists look with the server: it is so in every browser they sign in with. */
export function ChoicesKept({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.listPreferences({}, { signal })).data,
    staleTime: 60_000,
  });
  const keeper = useMemo(
    () => ({
      kept: Object.fromEntries((data ?? []).map(({ name, value }) => [name, value])),
      keep: (name: string, value: unknown) => {
        client.setQueryData<Preferences>(KEY, (before) =>
          before?.filter((kept) => kept.name !== name).concat({ name, value, updated_at: '' }),
        );
        // The device has it anyway; another try comes with the next choice.
        void api.setPreference({ name, value }).catch(() => undefined);
      },
    }),
    [client, data],
  );
  return <KeptChoices value={keeper}>{children}</KeptChoices>;
}
