import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { likePart } from '../../../kernel/database/text-search.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import type { Region, SearchRegionsInput } from '../schemas.ts';

interface Row {
  code: number;
  public_id: number;
  name: string;
  postal_codes: string[];
  city_id: number;
  city: string;
  province_id: number;
  province: string;
  total: number;
}

/**
 * Districts whose name, city or province hold every word of the keyword, in any order: those of exactly this
 * name first, then those that begin with it, then the rest by name. One statement over 7,300 rows.
 */
export async function searchRegions(
  context: Context,
  input: z.output<typeof SearchRegionsInput>,
): Promise<Page<z.input<typeof Region>>> {
  const keyword = (input.keyword ?? '').toLowerCase();
  const words = keyword.split(/[\s,]+/).filter((word) => word !== '');
  const patterns = words.map(likePart);
  // The total is selected next to the page, so that a page beyond the last one has it too.
  const { rows } = await sql<Row | (Record<Exclude<keyof Row, 'total'>, null> & { total: number })>`
    with found as materialized (
      select d.code, d.public_id, d.name, d.postal_codes, coalesce(c.legacy_id, c.code) as city_id,
        c.name as city, coalesce(p.legacy_id, p.code) as province_id, p.name as province
      from districts d join cities c on c.code = d.city_code join provinces p on p.code = c.province_code
      where d.search_text like all (${patterns}::text[])
    ), page as (
      select row_number() over (order by lower(name) <> ${keyword}, not starts_with(lower(name), ${keyword}),
        name, code) as place, found.* from found
      order by place limit ${input.per_page} offset ${itemsBefore(input)}
    )
    select page.*, total from (select count(*) as total from found) counted left join page on true
    order by place`.execute(context.db);
  return pageOf(
    input,
    rows[0]?.total ?? 0,
    rows.flatMap((row) => (row.code === null ? [] : [present(row)])),
  );
}

function present(row: Row): z.input<typeof Region> {
  return {
    _id: createHash('sha1').update(`district ${row.code}`).digest('hex').slice(0, 24),
    id: row.public_id,
    subdistrict: row.name,
    district: { id: row.city_id, name: row.city },
    province: { id: row.province_id, name: row.province },
    fullname: `${row.name}, ${row.city}, ${row.province}`,
    postal_code: row.postal_codes,
  };
}
