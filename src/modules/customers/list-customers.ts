import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, startOfDay } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { countRows } from '../../kernel/database/count-rows.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { phoneSearchDigits } from '../../kernel/phone.ts';
import type { CustomerRow, ListCustomersInput } from './schemas.ts';

type Input = z.output<typeof ListCustomersInput>;
type CustomersBuilder = ExpressionBuilder<DB, 'customers'>;

/** A page of the shop's customers, in two statements; totals are exact up to `limits.exact_total`. */
export async function listCustomers(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof CustomerRow>>> {
  const matching = context.db
    .selectFrom('customers')
    .where('customers.shop_id', '=', context.shop.id)
    .where('customers.archived_at', 'is', null)
    .where((builder) => builder.and(conditions(builder, context, input)));
  const rows = await matching
    .innerJoin('customer_categories as category', (join) =>
      join
        .onRef('category.shop_id', '=', 'customers.shop_id')
        .onRef('category.code', '=', 'customers.category_code'),
    )
    .leftJoin('districts', 'districts.code', 'customers.district_code')
    .leftJoin('cities', 'cities.code', 'districts.city_code')
    .leftJoin('provinces', 'provinces.code', 'cities.province_code')
    .select([
      'customers.id',
      'customers.name',
      'customers.phone',
      'customers.address',
      'customers.postal_code',
      'customers.email',
      'customers.line',
      'customers.other',
      'customers.category_code',
      'category.name as category',
      'customers.activation as is_active',
      'customers.registration_status',
      'districts.public_id as district_id',
      'districts.name as district',
      'cities.name as city',
      'provinces.name as province',
    ])
    .$if(input.order_by === 'LAST_ORDER', (query) =>
      query.orderBy('customers.last_order_at', (order) => order.desc().nullsLast()),
    )
    .$if(input.order_by === 'LATEST_CUSTOMER', (query) => query.orderBy('customers.created_at', 'desc'))
    .orderBy('customers.id', 'desc')
    .limit(input.per_page)
    .offset((input.pagination_offset - 1) * input.per_page)
    .execute();
  const total = await countRows(context.db, matching);
  return { items: rows.map(present), total, page: input.pagination_offset, per_page: input.per_page };
}

function conditions(builder: CustomersBuilder, context: Context, input: Input): Expression<SqlBool>[] {
  const { time_zone } = context.shop;
  const found: Expression<SqlBool>[] = [];
  if (input.category !== undefined) found.push(builder('customers.category_code', '=', input.category));
  if (input.registration_status !== undefined)
    found.push(builder('customers.registration_status', '=', input.registration_status));
  if (input.create_from !== undefined)
    found.push(builder('customers.created_at', '>=', startOfDay(input.create_from, time_zone)));
  if (input.create_to !== undefined)
    found.push(builder('customers.created_at', '<', startOfDay(addDays(input.create_to, 1), time_zone)));
  if (input.keyword !== undefined) found.push(keyword(builder, input.keyword, input.type));
  return found;
}

/** Each part is one that the trigram index of the table serves. */
function keyword(builder: CustomersBuilder, text: string, type: Input['type']): Expression<SqlBool> {
  const digits = phoneSearchDigits(text);
  const parts = {
    NAME: contains(sql`lower(customers.name)`, text.toLowerCase()),
    EMAIL: contains(sql`lower(customers.email)`, text.toLowerCase()),
    ADDRESS: contains(sql`lower(customers.address)`, text.toLowerCase()),
    PHONE: digits === undefined ? sql.lit(false) : contains(sql`customers.phone`, digits),
  };
  return type === undefined ? builder.or(Object.values(parts)) : parts[type];
}

function contains(column: Expression<unknown>, text: string): Expression<SqlBool> {
  return sql<SqlBool>`${column} like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
}

type Row = Omit<z.input<typeof CustomerRow>, 'name_initial'>;

function present(row: Row): z.input<typeof CustomerRow> {
  return {
    ...row,
    name_initial: String.fromCodePoint(row.name.codePointAt(0) ?? 32)
      .trim()
      .toUpperCase(),
    address: fullAddress(row),
  };
}

/** One line as labels have it: "Jln. ABC ,KAB. BANJARNEGARA, MANDIRAJA, JAWA TENGAH, ID, 53473". */
function fullAddress(row: Pick<Row, 'address' | 'city' | 'district' | 'province' | 'postal_code'>): string {
  if (row.city === null) return row.address;
  const city = row.city.replace(/^Kabupaten /, 'Kab. ');
  const places = [city, row.district, row.province].filter((place) => place !== null);
  return `${row.address} ,${[...places.map((place) => place.toUpperCase()), 'ID', row.postal_code].filter((part) => part !== null).join(', ')}`;
}
