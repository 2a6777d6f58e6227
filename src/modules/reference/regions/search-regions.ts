import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import type { Region, SearchRegionsInput } from '../schemas.ts';
import { FINGERPRINT, withRegions } from './known-regions.ts';

interface Row {
  code: number;
  public_id: number;
  name: string;
  postal_codes: string[];
  city_id: number;
  city: string;
  province_id: number;
  province: string;
}

/**
 * Districts whose name, city or province hold every word of the keyword, in any order, shortened or run together: what
 * is typed in full first, the rest by name. Where there is none, one slip in a long word is forgiven. One statement.
 */
export async function searchRegions(
  context: Context,
  input: z.output<typeof SearchRegionsInput>,
): Promise<Page<z.input<typeof Region>>> {
  const before = itemsBefore(input);
  const { codes, rows } = await withRegions(context, async (index) => {
    const found = await index.search((input.keyword ?? '').trim());
    return { codes: found, ...(await read(context, found.slice(before, before + input.per_page))) };
  });
  return pageOf(input, codes.length, rows.map(present));
}

async function read(context: Context, codes: number[]): Promise<{ rows: Row[]; fingerprint: string | null }> {
  const { rows } = await sql<{ fingerprint: string | null } & (Row | Record<keyof Row, null>)>`
    select list.fingerprint, d.code, d.public_id, d.name, d.postal_codes, coalesce(c.legacy_id, c.code) as city_id,
      c.name as city, coalesce(p.legacy_id, p.code) as province_id, p.name as province
    from (select ${sql.raw(FINGERPRINT)} as fingerprint) as list
      left join unnest(${codes}::int[]) with ordinality as asked (code, place) on true
      left join districts d on d.code = asked.code
      left join cities c on c.code = d.city_code left join provinces p on p.code = c.province_code
    order by asked.place`.execute(context.db);
  return {
    fingerprint: rows[0]?.fingerprint ?? null,
    rows: rows.flatMap((row) => (row.code === null ? [] : [row])),
  };
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
