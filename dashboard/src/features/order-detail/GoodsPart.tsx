import { Divider, Group, Image, Stack, Text } from '@mantine/core';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { AmountRow } from './AmountRow.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useWarehouseNames } from './order-queries.ts';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';

type Line = Order['order_detail'][number];

/** What was ordered and what it costs. */
export function GoodsPart({ order }: { order: Order }) {
  const t = useStrings(strings);
  const warehouses = useWarehouseNames();
  return (
    <Part title={t.goods}>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {order.order_detail.map((line, index) => (
          // eslint-disable-next-line react/no-array-index-key -- the same goods may stand on several lines
          <LineRow key={index} line={line} warehouse={warehouses.get(line.warehouse_id)} />
        ))}
      </Stack>
      <Divider />
      <Sums order={order} />
    </Part>
  );
}

function LineRow({ line, warehouse }: { line: Line; warehouse: string | undefined }) {
  const t = useStrings(strings);
  const { thumbnail, color, size } = line.variation_detail;
  const unit = line.price - line.nominal;
  const details = [line.sku, [color, size].filter((part) => part !== '').join(' '), warehouse];
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      {thumbnail !== '' && <Image src={thumbnail} alt="" w={44} h={44} radius="sm" fit="cover" />}
      <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600} lineClamp={3} title={line.name}>
          {line.name}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {details.filter((part) => part !== undefined && part !== '').join(' · ')}
        </Text>
        {line.promo_id !== null && (
          <Text size="xs" c="dimmed">
            {t.promo} <Money idr={-line.nominal} />
          </Text>
        )}
      </div>
      <div style={{ textAlign: 'right', flexShrink: 0 }}>
        <Text size="sm" fw={600}>
          <Money idr={unit * line.qty} />
        </Text>
        <Text size="xs" c="dimmed">
          {formatNumber(line.qty)} × <Money idr={unit} />
        </Text>
        {line.nominal > 0 && (
          <Text size="xs" c="dimmed" td="line-through">
            <Money idr={line.price} />
          </Text>
        )}
      </div>
    </Group>
  );
}

function Sums({ order }: { order: Order }) {
  const t = useStrings(strings);
  const goods = order.order_detail.reduce((sum, { price, nominal, qty }) => sum + (price - nominal) * qty, 0);
  const { remaining_amount: remaining, total_amount: total } = order;
  const shipping = [t.sum_shipping, order.shipping_logistic, order.shipping_rate];
  return (
    <Stack gap={4}>
      <AmountRow name={t.sum_goods} idr={goods} />
      <AmountRow name={shipping.filter((part) => part !== '').join(' ')} idr={order.shipping_cost} />
      {order.shipping_discount > 0 && (
        <AmountRow name={t.sum_shipping_discount} idr={-order.shipping_discount} />
      )}
      {order.order_cost.map(({ name, category, nominal, percentage, type }, index) => (
        <AmountRow
          // eslint-disable-next-line react/no-array-index-key -- two costs may be alike
          key={index}
          name={type === 'PERCENTAGE' ? `${name} (${formatNumber(percentage)}%)` : name}
          idr={category === 'DISCOUNT' ? -nominal : nominal}
        />
      ))}
      <AmountRow name={t.total} idr={total} is_strong />
      {remaining !== null && remaining < total && <AmountRow name={t.paid} idr={total - remaining} />}
      {remaining !== null && remaining > 0 && <AmountRow name={t.remaining} idr={remaining} is_strong />}
      <Text size="xs" c="dimmed">
        {t.weight(formatNumber(order.weight))}
      </Text>
    </Stack>
  );
}
