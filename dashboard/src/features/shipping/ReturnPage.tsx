import { ActionIcon, Anchor, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { ReceiveForm } from './ReceiveForm.tsx';
import { ReturnBadge } from './return-rows.tsx';
import type { ReturnDetail } from './return-state.ts';
import { returnStrings } from './return-strings.ts';
import { SettleForm } from './SettleForm.tsx';

const route = getRouteApi('/shell/shipping/returns/$id');

/** A parcel that comes back: what of it is good, and what becomes of its order. */
export default function ReturnPage() {
  const t = useStrings(returnStrings);
  const w = useStrings(words);
  const may = useMay();
  const client = useQueryClient();
  const id = Number(route.useParams().id);
  const query = useQuery({
    queryKey: ['orders', 'return', id],
    queryFn: async ({ signal }) => (await api.getReturn({ id }, { signal })).data,
  });
  const shown = query.data;
  const onChanged = () => {
    for (const queryKey of [['orders'], ['stock'], ['home']]) void client.invalidateQueries({ queryKey });
  };
  return (
    <Stack maw={760}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to="/shipping/returns" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {shown === undefined ? t.title : t.found(shown.po_number)}
        </Title>
        {shown !== undefined && <ReturnBadge state={shown.state} />}
      </Group>
      {query.isLoading && <Loader size="sm" role="status" aria-label={w.loading} />}
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {shown !== undefined && (
        <>
          <Facts shown={shown} />
          {(shown.state === 'ANNOUNCED' || shown.state === 'ON_THE_WAY') &&
            (may('orders.ship') ? (
              <ReceiveForm shown={shown} onChanged={onChanged} />
            ) : (
              <Received shown={shown} />
            ))}
          {(shown.state === 'RECEIVED' || shown.state === 'SETTLED') && <Received shown={shown} />}
          {shown.state === 'RECEIVED' &&
            (may('orders.write') ? (
              <SettleForm id={shown.id} onChanged={onChanged} />
            ) : (
              <Text size="sm">{t.wait_for_admin}</Text>
            ))}
          {shown.costs !== null && <Costs costs={shown.costs} total={shown.cost} />}
        </>
      )}
    </Stack>
  );
}

function Facts({ shown }: { shown: ReturnDetail }) {
  const t = useStrings(returnStrings);
  return (
    <Stack gap={2}>
      <Text style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
        {shown.customer.name} · {shown.courier.name} · {shown.awb_number || '–'}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} lineClamp={3}>
        {[shown.reason, shown.is_sent_back && t.sent_back, shown.note].filter(Boolean).join(' · ')}
      </Text>
      <Anchor component={Link} to={`/orders/${shown.order_id}`} size="sm">
        {t.open_order}
      </Anchor>
    </Stack>
  );
}

function Received({ shown }: { shown: ReturnDetail }) {
  const t = useStrings(returnStrings);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t.received_title}
        </Title>
        {shown.lines.map(
          ({ variation_id, warehouse_id, name, color, size, quantity, sellable, damaged, missing }) => (
            <div key={`${variation_id} ${warehouse_id}`}>
              <Text lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {[name, color, size].filter(Boolean).join(' ')}
              </Text>
              <Text size="sm" c="dimmed">
                {sellable === null
                  ? t.quantity(formatNumber(quantity))
                  : `${t.good} ${formatNumber(sellable)} · ${t.damaged} ${formatNumber(damaged ?? 0)} · ${t.missing} ${formatNumber(missing ?? 0)}`}
              </Text>
            </div>
          ),
        )}
      </Stack>
    </Paper>
  );
}

function Costs({ costs, total }: { costs: NonNullable<ReturnDetail['costs']>; total: number | null }) {
  const t = useStrings(returnStrings);
  const rows = [
    { text: t.cost_outbound, idr: costs.outbound_shipping },
    { text: t.cost_return, idr: costs.return_fee },
    { text: t.cost_lost, idr: costs.lost_products },
  ];
  return (
    <Paper withBorder p="sm">
      {rows.map(({ text, idr }) => (
        <Group key={text} justify="space-between">
          <Text size="sm">{text}</Text>
          <Money idr={idr} />
        </Group>
      ))}
      <Group justify="space-between">
        <Text fw={600}>{t.cost}</Text>
        <Money idr={total} fw={600} />
      </Group>
    </Paper>
  );
}
