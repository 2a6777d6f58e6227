import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';

/** Steps named by their id stay with it, others of the input are new, and those that it does not name go. */
const replace = namedStatement<object, { shop_id: number; product_id: number; steps: string }>(
  'replace_wholesales',
  (at) => `with wanted as materialized (
    select * from jsonb_to_recordset(${at.steps}::jsonb) as w (id bigint, from_quantity integer, to_quantity integer, price_idr bigint)
  ),
  gone as (
    delete from product_wholesales as w
    where w.shop_id = ${at.shop_id} and w.product_id = ${at.product_id} and w.id not in (select id from wanted where id is not null)
  ),
  changed as (
    update product_wholesales as w
    set from_quantity = wanted.from_quantity, to_quantity = wanted.to_quantity, price_idr = wanted.price_idr
    from wanted
    where w.shop_id = ${at.shop_id} and w.product_id = ${at.product_id} and w.id = wanted.id
  )
  insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
  select ${at.shop_id}, ${at.product_id}, from_quantity, to_quantity, price_idr from wanted where id is null`,
);

/** Of many products; steps that are as they were stay, with their ids. */
const replaceMany = namedStatement<
  object,
  { shop_id: number; product_ids: readonly number[]; steps: string }
>(
  'replace_wholesales_of_many',
  (at) => `with wanted as materialized (
    select * from jsonb_to_recordset(${at.steps}::jsonb)
      as w (product_id bigint, from_quantity integer, to_quantity integer, price_idr bigint)
  ),
  gone as (
    delete from product_wholesales as w
    where w.shop_id = ${at.shop_id} and w.product_id = any(${at.product_ids}::bigint[])
      and (w.product_id, w.from_quantity, w.to_quantity, w.price_idr) not in (select * from wanted)
  )
  insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
  select ${at.shop_id}, wanted.* from wanted
  where not exists (select 1 from product_wholesales w
    where w.shop_id = ${at.shop_id} and w.product_id = wanted.product_id and w.from_quantity = wanted.from_quantity
      and w.to_quantity = wanted.to_quantity and w.price_idr = wanted.price_idr)`,
);

/** Replaces the wholesale steps of many products in one statement. */
export async function replaceSteps(
  context: Context,
  products: readonly {
    product_id: number;
    wholesale: readonly { from: number; to: number; price: number }[];
  }[],
): Promise<void> {
  const rows = products.flatMap(({ product_id, wholesale }) =>
    wholesale.map(({ from, to, price }) => ({
      product_id,
      from_quantity: from,
      to_quantity: to,
      price_idr: price,
    })),
  );
  const product_ids = products.map(({ product_id }) => product_id);
  await replaceMany.run(context.db, { shop_id: context.shop.id, product_ids, steps: JSON.stringify(rows) });
}

/**
 * Replaces the wholesale steps of a product with those of the input in one statement. The caller has checked the ids.
 */
export async function replaceWholesales(
  context: Context,
  product_id: number,
  steps: readonly { id?: number | undefined; from: number; to: number; price: number }[],
): Promise<void> {
  const rows = steps.map(({ id, from, to, price }) => ({
    id: id ?? null,
    from_quantity: from,
    to_quantity: to,
    price_idr: price,
  }));
  await replace.run(context.db, { shop_id: context.shop.id, product_id, steps: JSON.stringify(rows) });
}
