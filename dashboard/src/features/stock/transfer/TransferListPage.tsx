import { Button, Group, Stack, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { usePagedRows } from '../../../ui/list/paged-rows.ts';
import { api } from '../../session/api.ts';
import { useMay } from '../../session/session.ts';
import { useGoodsDraft } from '../goods/use-goods-draft.ts';
import { PastMovements } from '../goods/PastMovements.tsx';
import { transferStrings } from './transfer-strings.ts';

const SINCE = '2000-01-01';

/** Transfers that were made, and where the next one begins. */
export default function TransferListPage() {
  const t = useStrings(transferStrings);
  const may_write = useMay()('stock.write');
  const { draft } = useGoodsDraft('transfer');
  const list = usePagedRows(['stock', 'transfers'], (place, signal) =>
    api.listTransfers({ start_date: SINCE, per_page: 30, ...place }, { signal }),
  );
  return (
    <Stack maw={960}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t.title}
        </Title>
        {may_write && (
          <Button component={Link} to="/stock/transfer/new" leftSection={<IconArrowsExchange size={16} />}>
            {draft.lines.length === 0 ? t.start : t.go_on(formatNumber(draft.lines.length))}
          </Button>
        )}
      </Group>
      <PastMovements
        title={t.past}
        list={list}
        linkOf={({ id }) => `/stock/transfer/${id}`}
        factsOf={({ origin_warehouse, destination_warehouse }) => [
          t.way(origin_warehouse.name, destination_warehouse.name),
        ]}
      />
    </Stack>
  );
}
