import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { pictureUrl, thumbnailUrl } from '../pictures/index.ts';
import { courierBadge, CUSTOM_BADGE, findCourier, findService } from '../reference/index.ts';
import type { PromoDetail, PromoIdInput } from './schemas.ts';

/** A promo with its products, couriers and all customer categories of the shop, in one statement. */
export async function getPromo(
  context: Context,
  input: z.output<typeof PromoIdInput>,
): Promise<z.input<typeof PromoDetail>> {
  const promo = await context.db
    .selectFrom('promos as promo')
    .selectAll('promo')
    .select([productsSql(context).as('products'), categoriesSql(context).as('categories')])
    .select([customCouriersSql(context).as('custom_couriers')])
    .where('promo.shop_id', '=', context.shop.id)
    .where('promo.id', '=', input.id)
    .where('promo.deleted_at', 'is', null)
    .executeTakeFirst();
  if (promo === undefined) throw kernelErrors.refuse('not_found');
  const { time_zone } = context.shop;
  return {
    id: promo.id,
    group: promo.promo_group,
    name: promo.name,
    coupon_code: promo.coupon_code ?? '',
    type: promo.promo_type,
    start_date: dateTimeText(promo.starts_at, time_zone),
    end_date: promo.ends_at === null ? null : dateTimeText(promo.ends_at, time_zone),
    is_active: promo.is_active,
    discount: {
      type: promo.discount_type,
      amount: promo.discount_percentage ?? promo.discount_idr ?? 0,
      max_nominal: promo.discount_idr ?? promo.discount_max_idr,
    },
    limits: {
      usage_per_customer: promo.usage_per_customer === null ? 'UNLIMITED' : String(promo.usage_per_customer),
      promo_limit: promo.quota,
      minimum_product: promo.minimum_product,
      minimum_transaction: promo.minimum_transaction_idr,
    },
    used: promo.used,
    all_products: promo.all_products,
    selected_items: {
      products: promo.products.map(({ id, name, images, primary_image }) => {
        const of_product = [images ?? [], primary_image ?? 0] as const;
        const image = pictureUrl(context, ...of_product);
        return { id, produk: name, image, thumbnail: thumbnailUrl(context, ...of_product) };
      }),
      couriers: promo.courier_service_ids.flatMap((id) => courierOf(context, id, promo.custom_couriers)),
      platforms: promo.platforms,
    },
    customer_categories: promo.categories.map(({ code, name }) => ({
      code,
      name,
      selected: promo.customer_category_codes.includes(code),
    })),
  };
}

/** None of a custom courier that was deleted. */
function courierOf(context: Context, service_id: number, custom: readonly { id: number; name: string }[]) {
  const own = custom.find(({ id }) => id === service_id);
  if (own !== undefined)
    return [
      {
        id: own.id,
        logistic_name: own.name,
        rate_name: '',
        logo_url: context.base_url + courierBadge(CUSTOM_BADGE),
      },
    ];
  const service = findService(service_id);
  const courier = service === undefined ? undefined : findCourier(service.courier_id);
  if (service === undefined || courier === undefined) return [];
  return [
    {
      id: service.id,
      logistic_name: courier.name,
      rate_name: service.rate_name,
      logo_url: context.base_url + courierBadge(courier.code),
    },
  ];
}

/** Those that are not deleted, with the picture of their first variation. */
const productsSql = ({ shop }: Context) => sql<
  { id: number; name: string; images: string[] | null; primary_image: number | null }[]
>`(
  select coalesce(json_agg(json_build_object('id', product.id, 'name', product.name, 'images', picture.images,
    'primary_image', picture.primary_image) order by product.id), '[]')
  from promo_products chosen
  join products product on product.shop_id = ${shop.id} and product.id = chosen.product_id
  left join lateral (
    select v.images, v.primary_image from product_variations v
    where v.shop_id = ${shop.id} and v.product_id = product.id and v.archived_at is null
    order by v.position, v.id limit 1
  ) picture on true
  where chosen.shop_id = ${shop.id} and chosen.promo_id = promo.id and product.archived_at is null)`;

/** Those of its couriers that are the shop's own, and not deleted. */
const customCouriersSql = ({ shop }: Context) => sql<{ id: number; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', own.id, 'name', own.name)), '[]')
  from custom_couriers own
  where own.shop_id = ${shop.id} and own.id = any(promo.courier_service_ids) and own.archived_at is null)`;

/** The built-in ones, then the shop's own, as their list has them. */
const categoriesSql = ({ shop }: Context) => sql<{ code: string; name: string }[]>`(
  select coalesce(json_agg(json_build_object('code', category.code, 'name', category.name)
    order by position(category.code in 'NYD123')), '[]')
  from customer_categories category where category.shop_id = ${shop.id})`;
