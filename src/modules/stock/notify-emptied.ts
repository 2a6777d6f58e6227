import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { readByShop, type EventReader } from '../../kernel/event-readers.ts';
import { sendMail } from '../../kernel/mail/index.ts';
import { stockLimits } from './limits.ts';

/**
 * Informs the owner which variations are sold out, once each time, all of a batch in one mail.
 *
 * `stock.emptied` is written for each warehouse whose last unit is taken, by the statement that takes it. Whether the
 * variation is sold out is determined here, from its levels when the event is read: two concurrent orders that empty
 * two warehouses do not see each other. If stock has returned meanwhile, there is nothing to report, and
 * `stock_notices` stores which time was reported: the one after the last stock that arrived.
 */
export const stockNotices: EventReader = {
  name: 'stock-notices',
  reads: ['stock.emptied'],
  read: (context, events) =>
    readByShop(context, events, async (inner, of_shop) => {
      const emptied = await noteEmptied(inner, [...new Set(of_shop.map(({ subject_id }) => subject_id))]);
      if (emptied.length > 0) await mailOwners(inner, emptied, `stock emptied ${of_shop[0]?.id}`);
    }),
};

/** @returns the variations that are sold out and have not been reported since */
async function noteEmptied(
  { db, shop, clock }: Context,
  variation_ids: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ variation_id: number }>`
    insert into stock_notices as notice (shop_id, variation_id, ledger_id, created_at)
    select ${shop.id}::bigint, wanted.id, filled.id, ${clock.now()}::timestamptz
    from unnest(${variation_ids}::bigint[]) as wanted (id)
    cross join lateral (
      select l.id from stock_ledger as l
      where l.shop_id = ${shop.id} and l.variation_id = wanted.id and l.quantity_in > 0
      order by l.created_at desc, l.id desc limit 1
    ) as filled
    where not exists (
      select 1 from stock_levels as level
      where level.shop_id = ${shop.id} and level.variation_id = wanted.id and level.quantity > 0)
    order by wanted.id
    on conflict (shop_id, variation_id) do update
    set ledger_id = excluded.ledger_id, created_at = excluded.created_at
    where notice.ledger_id <> excluded.ledger_id
    returning variation_id`.execute(db);
  return rows.map(({ variation_id }) => variation_id);
}

async function mailOwners(context: Context, variation_ids: readonly number[], key: string): Promise<void> {
  const titles = await titlesOf(context, variation_ids);
  if (titles.length === 0) return;
  const owners = await context.db
    .selectFrom('users')
    .select(['id', 'email', 'full_name'])
    .where('shop_id', '=', context.shop.id)
    .where('role', '=', 'owner')
    .where('status', '=', 'ACTIVE')
    .orderBy('id')
    .execute();
  for (const { id, email, full_name } of owners)
    await sendMail(context, {
      user_id: id,
      recipient: email,
      ...noticeOf(full_name, titles),
      key: `${key} to ${id}`,
    });
}

/** Name, colour, size and SKU of those that are still sold. */
async function titlesOf(context: Context, variation_ids: readonly number[]): Promise<string[]> {
  const rows = await context.db
    .selectFrom('product_variations as v')
    .innerJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .select(['p.name', 'v.color', 'v.size', 'v.sku'])
    .where('v.shop_id', '=', context.shop.id)
    .where('p.shop_id', '=', context.shop.id)
    .where('v.id', '=', sql<number>`any(${variation_ids}::bigint[])`)
    .where('v.archived_at', 'is', null)
    .where('p.archived_at', 'is', null)
    .orderBy('p.name')
    .orderBy('v.position')
    .orderBy('v.id')
    .execute();
  return rows.map(
    ({ name, color, size, sku }) => `${[name, color, size].filter(Boolean).join(' ')} (${sku})`,
  );
}

/** In Indonesian, because the language of the owner is not known here. */
function noticeOf(full_name: string, titles: readonly string[]): { subject: string; body: string } {
  const [first = ''] = titles;
  const shown = titles.slice(0, stockLimits.notice_lines);
  const hidden = titles.length - shown.length;
  return {
    subject: titles.length === 1 ? `Stok habis: ${first}` : `Stok habis: ${titles.length} variasi produk`,
    body: `Halo ${full_name},

${titles.length === 1 ? 'Stok variasi produk ini sudah habis' : 'Stok variasi produk berikut sudah habis'} di semua gudang:

${shown.map((title) => `- ${title}`).join('\n')}
${hidden > 0 ? `- dan ${hidden} variasi lainnya\n` : ''}
Pesanan baru untuk variasi tersebut akan ditolak sampai stok ditambah.
`,
  };
}
