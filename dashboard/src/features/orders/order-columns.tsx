import { Group, Stack, Text } from '@mantine/core';
import type { Row } from 'ngorder-sdk';
import { formatDay } from '../../ui/format.ts';
import type { Column } from '../../ui/list/columns.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { useMay } from '../session/session.ts';
import { PaymentBadge, ProgressBadge } from './OrderBadges.tsx';
import { strings } from './strings.ts';

export type OrderRow = Row<'listOrders'>;

export function goodsOf({ products }: { products: readonly { name: string; quantity: number }[] }): string {
  return products.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ');
}

/** What the list can show of an order; profit only to who may see it. */
export function useOrderColumns(): Column<OrderRow>[] {
  const t = useStrings(strings);
  const may = useMay();
  return [
    { id: 'number', title: t.number, width: 84, cell: (order) => `#${order.po_number}` },
    { id: 'date', title: t.date, width: 120, cell: (order) => formatDay(order.order_date) },
    { id: 'customer', title: t.customer, cell: (order) => order.sender_name },
    {
      id: 'receiver',
      title: t.receiver,
      is_extra: true,
      cell: (order) => <span title={order.receiver_address}>{order.receiver_name}</span>,
    },
    { id: 'items', title: t.items, cell: (order) => <span title={goodsOf(order)}>{goodsOf(order)}</span> },
    {
      id: 'total',
      title: t.total,
      align: 'right',
      width: 120,
      cell: (order) => <Money idr={order.total_amount} />,
    },
    {
      id: 'remaining',
      title: t.remaining,
      width: 120,
      align: 'right',
      is_extra: true,
      cell: (order) => <Money idr={order.remaining_amount} />,
    },
    {
      id: 'payment',
      title: t.payment,
      width: 132,
      cell: (order) => <PaymentBadge status={order.payment_status} />,
    },
    {
      id: 'progress',
      title: t.progress,
      width: 162,
      cell: (order) => <ProgressBadge status={order.order_progress_status} />,
    },
    { id: 'courier', title: t.courier, width: 84, cell: (order) => order.shipping_rate },
    { id: 'awb', title: t.awb, width: 132, cell: (order) => order.awb_number ?? '–' },
    { id: 'source', title: t.source, is_extra: true, cell: (order) => order.order_source },
    { id: 'created_by', title: t.created_by, is_extra: true, cell: (order) => order.created_by_name ?? '–' },
    {
      id: 'note',
      title: t.note,
      is_extra: true,
      cell: (order) => <span title={order.note}>{order.note}</span>,
    },
    ...(may('cost.read')
      ? [
          {
            id: 'profit',
            title: t.profit,
            width: 120,
            align: 'right' as const,
            is_extra: true,
            cell: (order: OrderRow) => <Money idr={order.profit} />,
          },
        ]
      : []),
  ];
}

export function orderCard(order: OrderRow) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          #{order.po_number} {order.sender_name}
        </Text>
        <Money idr={order.total_amount} fw={600} />
      </Group>
      <Text size="sm" truncate>
        {goodsOf(order)}
      </Text>
      <Group gap={6}>
        <PaymentBadge status={order.payment_status} />
        <ProgressBadge status={order.order_progress_status} />
        <Text size="xs" c="dimmed">
          {formatDay(order.order_date)}
        </Text>
      </Group>
    </Stack>
  );
}
