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
import { opnameStrings } from './opname-strings.ts';
import { Variance } from './Variance.tsx';

const route = getRouteApi('/shell/stock/opname/$id');
const LOOK_EVERY_MS = 2_000;

/** An opname as it was: what was counted, what the system had, and the difference. */
export default function OpnamePage() {
  const id = Number(route.useParams().id);
  const query = useQuery({
    queryKey: ['stock', 'opname', id],
    queryFn: async ({ signal }) => (await api.getOpname({ id }, { signal })).data,
    refetchInterval: ({ state }) => (state.data?.progress_status === 'ON PROGRESS' ? LOOK_EVERY_MS : false),
  });
  const list = usePagedRows(['stock', 'opname', id, 'lines', query.data?.progress_status], (place, signal) =>
    api.listOpnameLines({ id, per_page: 100, ...place }, { signal }),
  );
  if (query.data === undefined)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack maw={720}>
      <MovementHead back="/stock/opname" movement={query.data} where={query.data.warehouse.name} />
      <MovedGoods list={list} nameOf={({ full_name }) => full_name} end={endOf} />
    </Stack>
  );
}

type Line = Row<'listOpnameLines'>;

const endOf = (line: Line) => <Counted line={line} />;

function Counted({ line }: { line: Line }) {
  const t = useStrings(opnameStrings);
  const { warehouse_stock, system_stock, changed_stock } = line.stock_adjustment;
  return (
    <>
      <Text size="sm" component="div">
        <Variance difference={changed_stock} />
      </Text>
      <Text size="xs" c="dimmed">
        {t.counted_of(formatNumber(warehouse_stock), formatNumber(system_stock))}
      </Text>
    </>
  );
}
