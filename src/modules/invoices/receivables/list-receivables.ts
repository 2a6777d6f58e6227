import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { daysBetween, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { customerKeywordCondition } from '../../customers/index.ts';
import { AGE_NAMES, ageingOf, type Ageing } from './ages.ts';
import { IS_RECEIVABLE, sumsOn } from './receivable-sql.ts';
import type { ListReceivablesInput, Receivable, RECEIVABLE_TOTAL } from './schemas.ts';

type Input = z.output<typeof ListReceivablesInput>;
type Head = z.input<z.ZodObject<typeof RECEIVABLE_TOTAL>>;

interface Row extends Ageing {
  customer_id: number;
  name: string;
  phone: string;
  category_code: string;
  order_count: number;
  amount_idr: number;
  oldest_on: string;
}

interface Found {
  total: Ageing & { customers: number; order_count: number; amount_idr: number };
  /** One more than the page has, where another follows. */
  rows: Row[];
}

/**
 * What customers owe, by customer, with the sums of all. One statement, which reads the index of unpaid orders once; with
 * a keyword only those of the customers that it finds.
 */
export async function listReceivables(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof Receivable>> & { head: Head }> {
  const day = today(context.clock, context.shop.time_zone);
  const { total, rows } = await findReceivables(context, input, day);
  const shown = rows.slice(0, input.per_page);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const at = last && (input.order_by === 'AGE' ? last.oldest_on : last.amount_idr);
  return {
    ...pageOf(
      input,
      total.customers,
      shown.map(({ amount_idr, oldest_on, order_count, ...row }) => ({
        ...row,
        orders: order_count,
        amount: amount_idr,
        oldest_date: oldest_on,
        oldest_days: daysBetween(oldest_on, day),
        ageing: ageingOf(row),
      })),
    ),
    is_counted_whole: true,
    next_cursor: last === undefined ? null : `${at}_${last.customer_id}`,
    head: {
      total: {
        customers: total.customers,
        orders: total.order_count,
        amount: total.amount_idr,
        ageing: ageingOf(total),
      },
    },
  };
}

async function findReceivables(context: Context, input: Input, day: string): Promise<Found> {
  const shop_id = context.shop.id;
  const { per_page, cursor, order_by } = input;
  const offset = cursor === undefined ? itemsBefore(input) : 0;
  const { order, behind } =
    order_by === 'AGE'
      ? {
          order: sql`d.oldest_on, d.customer_id`,
          behind: cursor && sql`(d.oldest_on, d.customer_id) > (${cursor.at}::date, ${cursor.id}::bigint)`,
        }
      : {
          order: sql`d.amount_idr desc, d.customer_id desc`,
          behind: cursor && sql`(d.amount_idr, d.customer_id) < (${cursor.at}::bigint, ${cursor.id}::bigint)`,
        };
  const ages = AGE_NAMES.map((name) => [sql.lit(name), sql.ref(`d.${name}`)] as const);
  const { rows } = await sql<Found>`
    with ${debtors(context, input, day)},
    page as materialized (select d.* from debtor d where ${behind ?? sql`true`} order by ${order}
      limit ${per_page + 1} offset ${offset})
    select (select json_build_object('customers', count(*), 'order_count', coalesce(sum(d.order_count), 0)::bigint,
        'amount_idr', coalesce(sum(d.amount_idr), 0)::bigint,
        ${sql.join(ages.map(([name, age]) => sql`${name}, coalesce(sum(${age}), 0)::bigint`))}) from debtor d) as total,
      (select coalesce(json_agg(json_build_object('customer_id', d.customer_id, 'name', c.name, 'phone', c.phone,
          'category_code', c.category_code, 'order_count', d.order_count, 'amount_idr', d.amount_idr, 'oldest_on', d.oldest_on,
          ${sql.join(ages.map(([name, age]) => sql`${name}, ${age}`))}) order by ${order}), '[]')
        from page d cross join lateral (select customers.name, customers.phone, customers.category_code from customers
          where customers.shop_id = ${shop_id} and customers.id = d.customer_id limit 1) as c) as rows`.execute(
    context.db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a sum gave no row');
  return found;
}

/**
 * CTEs that end with `debtor`: each customer who owes something, with the sums. With a keyword, the customers are found
 * by their texts, and what they owe by the index; where these are more than are worth that, all who owe something are
 * gathered, and their texts looked at.
 */
function debtors(context: Context, { keyword }: Input, day: string): RawBuilder<unknown> {
  const shop_id = context.shop.id;
  const sums = sumsOn(day);
  const all = sql`select o.sender_id as customer_id, ${sums} from orders o
    where o.shop_id = ${shop_id} and ${IS_RECEIVABLE} group by o.sender_id`;
  if (keyword === undefined || keyword === '') return sql`debtor as materialized (${all})`;
  const words = customerKeywordCondition(keyword);
  const most = sql.lit(limits.exact_total);
  return sql`hit as materialized (select text.customer_id from customer_texts as text
      where text.shop_id = ${shop_id} and ${words} limit ${most} + 1),
    counted as materialized (select count(*) as hits from hit),
    owing as materialized (${all}),
    debtor as materialized (
      select hit.customer_id, owed.* from hit cross join lateral (select ${sums} from orders o
        where o.shop_id = ${shop_id} and o.sender_id = hit.customer_id and ${IS_RECEIVABLE} having count(*) > 0) as owed
      where (select hits from counted) <= ${most}
      union all
      select owing.* from owing where (select hits from counted) > ${most}
        and (select true from customer_texts as text where text.shop_id = ${shop_id}
          and text.customer_id = owing.customer_id and (${words}) is true limit 1) is true)`;
}
