import type { SelectQueryBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';

/** Joins the customers' `category`, and where they live: `district`, `city` and `province`. */
export function withPlaces({ shop }: Context) {
  return <Row>(query: SelectQueryBuilder<DB, 'customers', Row>) =>
    query
      .innerJoin('customer_categories as category', (join) =>
        join.on('category.shop_id', '=', shop.id).onRef('category.code', '=', 'customers.category_code'),
      )
      .leftJoin('districts as district', 'district.code', 'customers.district_code')
      .leftJoin('cities as city', 'city.code', 'district.city_code')
      .leftJoin('provinces as province', 'province.code', 'city.province_code');
}
