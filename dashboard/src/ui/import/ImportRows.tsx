import { Center, Chip, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import { usePagedRows } from '../list/paged-rows.ts';
import { words } from '../words.ts';
import { ImportRowCards } from './ImportRowCards.tsx';
import { ImportRowTable } from './ImportRowTable.tsx';
import type { ImportKind, ShownImport } from './import-kind.ts';
import { strings } from './strings.ts';

const EVERY = 'every';

/** The rows of the file, with what each does or what is wrong in which of its cells. First those that are wrong, if any are. */
export function ImportRows({ kind, shown }: { kind: ImportKind; shown: ShownImport }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const is_phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [picked, setPicked] = useState<string>();
  const outcome = picked ?? (shown.stage === 'ready' && shown.counts.wrong > 0 ? kind.wrong : EVERY);
  const list = usePagedRows(
    [...kind.query_key, 'rows', shown.id, outcome, shown.stage],
    (place, signal) => kind.rows(shown.id, outcome === EVERY ? undefined : outcome, place, signal),
    { never_stale: true },
  );
  const choices = [
    { id: EVERY, label: t.all(formatNumber(shown.counts.rows)) },
    ...kind.outcomes
      .filter(({ id }) => (shown.outcomes[id] ?? 0) > 0)
      .map(({ id, label }) => ({ id, label: t.of(label, formatNumber(shown.outcomes[id] ?? 0)) })),
  ];
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t.rows}
      </Title>
      <Chip.Group value={outcome} onChange={setPicked}>
        <Group gap={6} role="radiogroup" aria-label={t.outcome}>
          {choices.map(({ id, label }) => (
            <Chip key={id} value={id} variant="outline">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <ErrorNotice error={list.error} onRetry={list.reload} />
      {list.rows.length > 0 &&
        (is_phone ? (
          <ImportRowCards key={outcome} kind={kind} list={list} />
        ) : (
          <ImportRowTable key={outcome} kind={kind} shown={shown} list={list} />
        ))}
      {(list.is_loading || list.is_loading_more) && (
        <Center h={40}>
          <Loader size="sm" role="status" aria-label={w.loading} />
        </Center>
      )}
      {!list.is_loading && list.error === null && list.rows.length === 0 && (
        <Text c="dimmed">{t.no_rows}</Text>
      )}
    </Stack>
  );
}
