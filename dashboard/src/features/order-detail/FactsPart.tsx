import { Text } from '@mantine/core';
import { formatDay, formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Order } from '../order-record/order-record.ts';
import { AmountRow } from './AmountRow.tsx';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';

/** Note, date, source and whatever else there is to know. */
export function FactsPart({ order }: { order: Order }) {
  const t = useStrings(strings);
  const created = formatMoment(order.created_at);
  const facts: [string, string | null][] = [
    [t.date, formatDay(order.order_date)],
    [t.source, order.order_source],
    [t.shipped_from, order.origin.name],
    [t.estimated, order.estimated_ship_date === null ? null : formatDay(order.estimated_ship_date)],
    [t.invoice, order.invoice],
    [t.created, order.created_by_name === null ? created : t.by(created, order.created_by_name)],
  ];
  return (
    <Part title={t.facts}>
      <div>
        <Text size="xs" c="dimmed">
          {t.note}
        </Text>
        <Text
          size="sm"
          lineClamp={12}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
          {...(order.note === '' && { c: 'dimmed' })}
        >
          {order.note === '' ? t.no_note : order.note}
        </Text>
      </div>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {name}
            </Text>
            <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
    </Part>
  );
}

/** What is left of the order; only who may see costs gets it from the server. */
export function ProfitPart({ profit }: { profit: NonNullable<Order['profit']> }) {
  const t = useStrings(strings);
  const shipping_paid = profit.is_shipping_paid_set
    ? t.profit_shipping_paid
    : `${t.profit_shipping_paid} (${t.estimate})`;
  const rows: [string, number][] = [
    [t.profit_goods, profit.goods],
    [t.profit_discount, -profit.discount],
    [t.profit_cost, -profit.cost_of_goods],
    [t.profit_shipping_charged, profit.shipping_charged],
    [shipping_paid, -profit.shipping_paid],
    [t.profit_cod, -profit.cod_charges],
    [t.profit_gateway, -profit.gateway_fee],
    [t.profit_marketplace, -profit.marketplace_fee],
    [t.profit_refund, -profit.refund_fee],
    [t.profit_return, -profit.return_cost],
  ];
  return (
    <Part title={t.profit}>
      <div>
        {rows
          .filter(([, idr], index) => index === 0 || idr !== 0)
          .map(([name, idr]) => (
            <AmountRow key={name} name={name} idr={idr} />
          ))}
        <AmountRow name={t.profit} idr={profit.profit} is_strong />
      </div>
    </Part>
  );
}
