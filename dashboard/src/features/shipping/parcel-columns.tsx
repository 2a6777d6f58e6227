import { Group, Stack, Text } from '@mantine/core';
import type { Row } from 'ngorder-sdk';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { strings } from './strings.ts';

export type ShippedOrder = Row<'listOrders'>;

function goodsOf({ products }: ShippedOrder): string {
  return products.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ');
}

export function courierOf({ shipping_logistic, shipping_rate }: ShippedOrder): string {
  return `${shipping_logistic} ${shipping_rate}`.trim();
}

/** What the desk shows of an order. */
export function useParcelColumns(): Column<ShippedOrder>[] {
  const t = useStrings(strings);
  return [
    { id: 'number', title: t.number, width: 84, cell: (order) => `#${order.po_number}` },
    { id: 'date', title: t.date, width: 120, cell: (order) => formatDay(order.order_date) },
    {
      id: 'receiver',
      title: t.receiver,
      cell: (order) => <span title={order.receiver_address}>{order.receiver_name}</span>,
    },
    { id: 'items', title: t.items, cell: (order) => <span title={goodsOf(order)}>{goodsOf(order)}</span> },
    { id: 'courier', title: t.courier, width: 140, cell: courierOf },
    { id: 'awb', title: t.awb, width: 160, cell: (order) => order.awb_number ?? '–' },
    {
      id: 'note',
      title: t.note,
      is_extra: true,
      cell: (order) => <span title={order.note}>{order.note}</span>,
    },
    { id: 'source', title: t.source, is_extra: true, cell: (order) => order.order_source },
  ];
}

export function parcelCard(order: ShippedOrder) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          #{order.po_number} {order.receiver_name}
        </Text>
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {formatDay(order.order_date)}
        </Text>
      </Group>
      <Text size="sm" truncate>
        {goodsOf(order)}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {courierOf(order)} · {order.awb_number ?? '–'}
      </Text>
    </Stack>
  );
}
