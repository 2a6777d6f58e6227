import { Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Output } from 'ngorder-sdk';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { useHistory, useLevels } from './stock-of.ts';
import { strings } from './strings.ts';

type Movement = Output<'listStockHistory'>['data'][number];

/** Every change of the stock, with who made it and what was left. */
export function History({ variation_id }: { variation_id: number }) {
  const t = useStrings(strings);
  const [warehouse, setWarehouse] = useState<string | null>(null);
  const levels = useLevels(variation_id).data ?? [];
  const query = useHistory(variation_id, warehouse);
  const rows = query.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t.history}
          </Title>
          {levels.length > 1 && (
            <Select
              aria-label={t.warehouse}
              placeholder={t.every_warehouse}
              clearable
              data={levels.map(({ warehouse_id, name }) => ({ value: String(warehouse_id), label: name }))}
              value={warehouse}
              onChange={setWarehouse}
            />
          )}
        </Group>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {rows.length === 0 && !query.isLoading && <Text c="dimmed">{t.no_history}</Text>}
        {rows.map((movement, index) => (
          // eslint-disable-next-line react/no-array-index-key -- rows of a ledger have no id and never change
          <Line key={index} movement={movement} />
        ))}
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Line({ movement: { date, time_ago, user, detail, warehouse, stock, old } }: { movement: Movement }) {
  const t = useStrings(strings);
  const change = stock.in - stock.out;
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      py={6}
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {detail.id_order === null ? (
            detail.description
          ) : (
            <Anchor component={Link} to={`/orders/${detail.id_order}`} size="sm">
              {detail.description}
            </Anchor>
          )}
        </Text>
        <Text size="xs" c="dimmed" title={time_ago}>
          {date} · {warehouse.name} · {user ?? t.system}
        </Text>
      </div>
      <Stack gap={0} align="flex-end" style={{ flexShrink: 0 }}>
        <Text size="sm" fw={600} c={change < 0 ? 'red' : 'teal'}>
          {change < 0 ? '−' : '+'}
          {formatNumber(Math.abs(change))}
        </Text>
        <Text size="xs" c="dimmed">
          {t.result(formatNumber(old), formatNumber(stock.last))}
        </Text>
      </Stack>
    </Group>
  );
}
