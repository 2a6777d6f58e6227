import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Row } from 'ngorder-sdk';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment, formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

type CustomerOrder = Row<'listCustomerOrders'>;

const PER_PAGE = 50;
const SHOWN_GOODS = 8;

/** What the customer ordered, and what of it most. */
export function CustomerOrders({ customer_id }: { customer_id: number }) {
  const t = useStrings(strings);
  const query = useInfiniteQuery({
    queryKey: ['customers', 'orders', customer_id],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.listCustomerOrders(
        { id: customer_id, per_page: PER_PAGE, pagination_offset: pageParam },
        { signal },
      ),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
  });
  const orders = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const total = query.data?.pages[0]?.total;
  return (
    <Stack>
      {orders.length > 0 && <Goods orders={orders} />}
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t.orders}
            </Title>
            {total !== undefined && (
              <Text size="sm" c="dimmed">
                {t.orders_total(formatNumber(total.orders), formatNumber(total.items))}
              </Text>
            )}
          </Group>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          {orders.length === 0 && !query.isLoading && query.error === null && (
            <Text c="dimmed">{t.no_orders}</Text>
          )}
          {orders.map((order) => (
            <OrderLine key={order.order_id} order={order} />
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
    </Stack>
  );
}

function OrderLine({ order }: { order: CustomerOrder }) {
  const t = useStrings(strings);
  const goods = order.order_detail
    .map(({ product_name, total }) => `${total.trim()}× ${product_name}`)
    .join(', ');
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      py={6}
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} to={`/orders/${order.order_id}`} size="sm" fw={600}>
          {t.order(order.po_number)}
        </Anchor>
        <Text size="sm" truncate title={goods}>
          {goods}
        </Text>
        <Text size="xs" c="dimmed">
          {formatMoment(order.date)}
        </Text>
      </div>
      <Money idr={order.total_price} fw={600} />
    </Group>
  );
}

/** Products by how many units were ordered, of the orders that are loaded. */
function Goods({ orders }: { orders: readonly CustomerOrder[] }) {
  const t = useStrings(strings);
  const counts = new Map<string, number>();
  for (const { product_name, total } of orders.flatMap(({ order_detail }) => order_detail))
    counts.set(product_name, (counts.get(product_name) ?? 0) + Number(total));
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN_GOODS);
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5">
        {t.buys}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t.buys_of(formatNumber(orders.length))}
      </Text>
      {most.map(([name, count]) => (
        <Group key={name} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate title={name}>
            {name}
          </Text>
          <Text size="sm" fw={600}>
            {t.times(formatNumber(count))}
          </Text>
        </Group>
      ))}
    </Paper>
  );
}
