import { Button, Center, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import type { LoadedRows } from '../../../ui/list/list-props.ts';
import { words } from '../../../ui/words.ts';
import { goodsStrings } from './goods-strings.ts';
import { MovementState, type Progress } from './MovementState.tsx';

interface Movement {
  id: number;
  description: string;
  created_at: string;
  progress_status: Progress;
}

interface PastMovementsProps<Row> {
  title: string;
  list: LoadedRows<Row>;
  linkOf: (row: Row) => string;
  factsOf: (row: Row) => string[];
}

/** Opnames or transfers, the newest first. */
export function PastMovements<Row extends Movement>({
  title,
  list,
  linkOf,
  factsOf,
}: PastMovementsProps<Row>) {
  const t = useStrings(goodsStrings);
  const w = useStrings(words);
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {title}
      </Title>
      <ErrorNotice error={list.error} onRetry={list.reload} />
      {list.is_loading && (
        <Center h={56}>
          <Loader size="sm" role="status" aria-label={w.loading} />
        </Center>
      )}
      {!list.is_loading && list.error === null && list.rows.length === 0 && <Text c="dimmed">{t.none}</Text>}
      {list.rows.map((row) => (
        <Paper
          key={row.id}
          withBorder
          p="sm"
          component={Link}
          to={linkOf(row)}
          style={{ color: 'inherit', textDecoration: 'none' }}
        >
          <Group justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text fw={600} truncate>
                {row.description.slice(0, 200)}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {[formatMoment(row.created_at), ...factsOf(row)].join(' · ')}
              </Text>
            </div>
            <MovementState progress={row.progress_status} />
          </Group>
        </Paper>
      ))}
      {list.has_more && (
        <Button variant="default" loading={list.is_loading_more} onClick={list.loadMore}>
          {t.more}
        </Button>
      )}
    </Stack>
  );
}
