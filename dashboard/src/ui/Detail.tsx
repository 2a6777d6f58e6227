import { Anchor, Center, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useStrings } from './language.ts';
import { words } from './words.ts';

interface DetailProps<Found> {
  /** null: there is none, or not for this person. */
  query: { data: Found | null | undefined; error: unknown; refetch: () => unknown };
  /** What is said where there is none. */
  missing: string;
  /** Where the others are. */
  list: { to: string; title: string };
  children: (found: Found) => ReactNode;
}

/** One thing at its address: as it was read before while the server is away. */
export function Detail<Found>({ query, missing, list, children }: DetailProps<Found>) {
  const t = useStrings(words);
  const { data, error } = query;
  if (data === undefined && error !== null)
    return <ErrorNotice error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined)
    return (
      <Center h={160}>
        <Loader role="status" aria-label={t.loading} />
      </Center>
    );
  if (data === null)
    return (
      <Stack align="flex-start">
        <Text>{missing}</Text>
        <Anchor component={Link} to={list.to}>
          {list.title}
        </Anchor>
      </Stack>
    );
  return children(data);
}
