import type { Runtime } from '../src/start.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { TODAY_SQL } from '../test/shop-zone.ts';
import { inOneSession } from './fill.ts';
import { inTurn, type Print } from './orders-at-scale.ts';
import { openBenchShop } from './shop.ts';

const PARCELS = 1_000_000;
const WEEKS = 104;

const LISTS: Record<string, string> = {
  ageing: 'cod',
  'open parcels': 'cod/parcels',
  'open parcels, a courier': 'cod/parcels?courier=jnt',
  'open parcels, over 30 days': 'cod/parcels?figure=UNPAID_OVER_30',
  'on their way': 'cod/parcels?figure=ON_ITS_WAY',
  'an AWB number': 'cod/parcels?awb_number=JP999999',
  invoices: 'invoice',
  'invoices, pending': 'invoice?status=PENDING',
  payments: 'payment',
  'payments, pending': 'payment?status=PENDING',
  payouts: 'payout',
  queue: 'payout/queue',
};

/** Of two years: what left a week ago is on its way, three weeks ago invoiced, and older ones paid out but for one in 200. */
const PARCEL = `select n, (${PARCELS} - n) * ${WEEKS} / ${PARCELS} as age_weeks,
  (array['jnt', 'sicepat', 'jne'])[1 + n % 3] as courier, (array[6, 4, 1])[1 + n % 3] as courier_id, n % 3 as place
  from generate_series(1, ${PARCELS}) as n`;
const MONDAY = `(date_trunc('week', ${TODAY_SQL})::date - 7 * age_weeks::int)`;
const INVOICE_ID = `upper(left(courier, 1) || substr(courier, 3, 1) || lpad(age_weeks::text, 6, '0'))`;
const PAYOUT_ID = '(age_weeks * 3 + place + 1)';
const IS_PAID = 'age_weeks >= 3 and n % 200 <> 0';

const FILL = [
  `insert into cod_parcels (shop_id, order_id, trip, po_number, awb_number, courier_id, courier, state, cod_idr,
     shipping_idr, entered_idr, paid_idr, invoiced_on, event_position, changed_at)
   select $1, n, 1, n, 'JP' || n, courier_id, courier, case when age_weeks = 0 then 'ON_ITS_WAY' else 'COLLECTED' end, 90000,
     9000, case when age_weeks = 0 then 0 else 81000 end, case when ${IS_PAID} then 81000 else 0 end,
     case when age_weeks >= 1 then ${MONDAY} + 7 end, n, ${MONDAY} from (${PARCEL}) as parcel`,
  `insert into cod_invoices (shop_id, id, sequence, number, courier, week_start, total_idr, completed_at, created_at)
   select $1, ${INVOICE_ID}, row_number() over (order by age_weeks desc, courier), 'INV-S-' || ${INVOICE_ID}, courier,
     ${MONDAY}, 81000, case when age_weeks >= 20 then ${MONDAY} + 21 end, ${MONDAY} + 7
   from (select distinct age_weeks, courier from (${PARCEL}) as parcel where age_weeks >= 1) as week`,
  `insert into cod_entries (shop_id, order_id, trip, kind, amount_idr, entered_on, courier, invoice_id, created_at)
   select $1, n, 1, kind, amount_idr, ${MONDAY}, courier, ${INVOICE_ID}, ${MONDAY}
   from (${PARCEL}) as parcel cross join (values ('COLLECTED', 90000), ('SHIPPING', -9000)) as entry (kind, amount_idr)
   where age_weeks >= 1`,
  `insert into cod_payouts (shop_id, id, source, courier, bank_account_id, paid_on, status, row_total, created_at)
   overriding system value
   select $1, ${PAYOUT_ID}, 'FILE', courier, case when courier <> 'jne' or age_weeks > 10 then 1 end, ${MONDAY} + 14, 'APPLIED',
     3000, ${MONDAY} + 14
   from (select distinct age_weeks, courier, place from (${PARCEL}) as parcel where age_weeks >= 3) as week`,
  `insert into cod_payout_lines (shop_id, id, payout_id, row_number, status, fault, net_idr) overriding system value
   select $1, n, ${PAYOUT_ID}, n, case when n % 1000 = 1 then 'QUEUED' else 'SETTLED' end,
     case when n % 1000 = 1 then 'UNKNOWN_PARCEL' end, 81000
   from (${PARCEL}) as parcel where ${IS_PAID}`,
  `insert into cod_settlements (shop_id, order_id, trip, line_id, payout_id, kind, amount_idr, created_at)
   select $1, n, 1, n, ${PAYOUT_ID}, 'PAYOUT', 81000, ${MONDAY} from (${PARCEL}) as parcel where ${IS_PAID}`,
  `update cod_payouts as p set paid_idr = settled.paid_idr, first_entered_on = p.paid_on - 14,
     last_entered_on = p.paid_on - 14, settled = lines.settled, queued = lines.queued
   from (select payout_id, sum(amount_idr)::bigint as paid_idr from cod_settlements where shop_id = $1 group by payout_id)
     as settled
   join (select payout_id, count(*) filter (where status = 'SETTLED') as settled,
       count(*) filter (where status = 'QUEUED') as queued
     from cod_payout_lines where shop_id = $1 group by payout_id) as lines on lines.payout_id = settled.payout_id
   where p.shop_id = $1 and p.id = settled.payout_id`,
];

/** Measures the lists of COD over HTTP, in a shop with a million parcels that were cash on delivery, one request after the other. */
export async function measureCodAtScale(
  server: ServerProcess,
  { database }: Runtime,
  number: number,
  print: Print,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  await inOneSession(database, async (client) => {
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
    for (const statement of FILL) await client.query(statement, [shop.shop_id]);
    await client.query(
      'vacuum analyze cod_parcels, cod_invoices, cod_entries, cod_payouts, cod_payout_lines, cod_settlements',
    );
    await client.query('checkpoint');
  });
  console.log(`\n${PARCELS} COD parcels of one shop, GET /api/open/shipping/…, 1 connection`);
  for (const [title, path] of Object.entries(LISTS))
    print(title, '', await inTurn(server, shop, () => `/api/open/shipping/${path}`));
}
