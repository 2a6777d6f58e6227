import { shopFunction } from '../../../kernel/database/shop-function.ts';
import type { EventReader } from '../../../kernel/event-readers.ts';
import { SUMS } from '../tally.ts';
import { foldSales, MOST_SALES_AT_ONCE } from './fold-sales.ts';

/** So many changes are added at once: some 20 ms. */
const MOST_AT_ONCE = 2_000;

/** Adds the oldest changes of a shop to its tallies, and removes them. */
export const foldTallyChanges = shopFunction<{ folded: number }, { shop_id: number }>(
  'fold_tally_changes',
  { takes: { shop_id: 'bigint' }, returns: { folded: 'bigint' } },
  (given, result) => `declare
  last_id bigint;
begin
  select max(oldest.id), count(*) into last_id, ${result.folded} from (
    select id from order_tally_changes where shop_id = ${given.shop_id} order by id limit ${MOST_AT_ONCE}) as oldest;
  if last_id is null then return; end if;
  with folded as (
    delete from order_tally_changes where shop_id = ${given.shop_id} and id <= last_id returning *
  )
  insert into order_tallies as kept (shop_id, facet, order_status, order_date, order_count, ${SUMS.join(', ')})
  select ${given.shop_id}, counted.facet, folded.order_status, folded.order_date, sum(folded.order_count),
    ${SUMS.map((sum) => `sum(folded.order_count * folded.${sum})`).join(', ')}
  from folded cross join unnest(folded.facets) as counted (facet)
  group by counted.facet, folded.order_status, folded.order_date
  on conflict (shop_id, facet, order_status, order_date) do update set
    order_count = kept.order_count + excluded.order_count,
    ${SUMS.map((sum) => `${sum} = kept.${sum} + excluded.${sum}`).join(', ')};
end`,
);

/**
 * Adds what changed to the tallies, soon after. Whoever reads them adds what has yet to be folded, so that they
 * are exact at any moment; it is the only one that writes them, and one process does it at a time.
 */
export const orderTallies: EventReader = {
  name: 'order-tallies',
  reads: [
    'order.created',
    'order.edited',
    'order.paid',
    'order.payment_removed',
    'order.awb_added',
    'order.shipping_changed',
    'order.label_printed',
    'order.canceled',
    'order.confirmed',
    'order.rejected',
    'order.expired',
    'order.revived',
    'order.reactivated',
    'order.return_received',
    'order.return_settled',
    'order.deleted',
  ],
  async read({ platform }, events) {
    for (const shop_id of new Set(events.map((event) => event.shop_id))) {
      while ((await foldTallyChanges.call(platform, { shop_id })).folded === MOST_AT_ONCE);
      while ((await foldSales.call(platform, { shop_id })).folded === MOST_SALES_AT_ONCE);
    }
  },
};
