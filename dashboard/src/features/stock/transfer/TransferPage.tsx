import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Row } from 'ngorder-sdk';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { usePagedRows } from '../../../ui/list/paged-rows.ts';
import { api } from '../../session/api.ts';
import { MovedGoods } from '../goods/MovedGoods.tsx';
import { MovementHead } from '../goods/MovementHead.tsx';
import { transferStrings } from './transfer-strings.ts';

const route = getRouteApi('/shell/stock/transfer/$id');
const LOOK_EVERY_MS = 2_000;

/** A transfer as it was: from where to where, and how many of which goods. */
export default function TransferPage() {
  const t = useStrings(transferStrings);
  const id = Number(route.useParams().id);
  const query = useQuery({
    queryKey: ['stock', 'transfer', id],
    queryFn: async ({ signal }) => (await api.getTransfer({ id }, { signal })).data,
    refetchInterval: ({ state }) => (state.data?.progress_status === 'ON PROGRESS' ? LOOK_EVERY_MS : false),
  });
  const list = usePagedRows(['stock', 'transfer', id, 'lines'], (place, signal) =>
    api.listTransferLines({ id, per_page: 100, ...place }, { signal }),
  );
  if (query.data === undefined)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const { origin_warehouse, destination_warehouse } = query.data;
  return (
    <Stack maw={720}>
      <MovementHead
        back="/stock/transfer"
        movement={query.data}
        where={t.way(origin_warehouse.name, destination_warehouse.name)}
      />
      <MovedGoods
        list={list}
        nameOf={({ product_name, variant_name }) => `${product_name} ${variant_name}`}
        end={endOf}
      />
    </Stack>
  );
}

const endOf = (line: Row<'listTransferLines'>) => <Units count={line.transfered_stock} />;

function Units({ count }: { count: number }) {
  const t = useStrings(transferStrings);
  return (
    <Text size="sm" fw={600}>
      {t.units(formatNumber(count))}
    </Text>
  );
}
