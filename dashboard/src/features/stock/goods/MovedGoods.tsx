import { Anchor, Button, Center, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useStrings } from '../../../ui/language.ts';
import type { LoadedRows } from '../../../ui/list/list-props.ts';
import { words } from '../../../ui/words.ts';
import { goodsStrings } from './goods-strings.ts';

interface MovedGoodsProps<Row> {
  list: LoadedRows<Row>;
  nameOf: (row: Row) => string;
  end: (row: Row) => ReactNode;
}

/** The goods of an opname or a transfer, each leading to its ledger. */
export function MovedGoods<Row extends { id: number; variation_id: number; sku: string }>({
  list,
  nameOf,
  end,
}: MovedGoodsProps<Row>) {
  const t = useStrings(goodsStrings);
  const w = useStrings(words);
  return (
    <Stack gap="xs">
      <ErrorNotice error={list.error} onRetry={list.reload} />
      {list.is_loading && (
        <Center h={56}>
          <Loader size="sm" role="status" aria-label={w.loading} />
        </Center>
      )}
      {list.rows.map((row) => (
        <Paper key={row.id} withBorder px="sm" py={6}>
          <Group justify="space-between" wrap="nowrap">
            <Stack gap={0} miw={0}>
              <Anchor component={Link} to={`/stock/${row.variation_id}`} size="sm" fw={600} truncate>
                {nameOf(row).slice(0, 200)}
              </Anchor>
              <Text size="xs" c="dimmed" truncate>
                {row.sku}
              </Text>
            </Stack>
            <Stack gap={0} align="flex-end" style={{ flexShrink: 0 }}>
              {end(row)}
            </Stack>
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
