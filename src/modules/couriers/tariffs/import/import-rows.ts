import type { Context } from '../../../../kernel/context.ts';
import { namedStatement } from '../../../../kernel/database/named-statement.ts';
import { errorText } from '../../../../kernel/errors.ts';
import type { OpenedRecords, SheetRecord } from '../../../../kernel/sheets/read-records.ts';
import { takeTurns } from '../../../../kernel/slices.ts';
import { PlaceList } from '../../../reference/index.ts';
import { tariffErrors } from '../errors.ts';
import { pricedServices } from '../priced-services.ts';
import { keyText, type TariffRow } from '../tariff-row.ts';
import type { TariffColumn } from './columns.ts';
import { readTariffRow, servicesByCourier, type Known, type RowFault } from './read-row.ts';

/** Rows that one statement stores. */
const BATCH = 500;

type Outcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG';

/** How many rows of an import do what. */
export type OutcomeCounts = Record<Outcome, number>;

/** A fault as it is stored: at the column's title, with its text in both languages. */
export interface StoredFault {
  column: string;
  en: string;
  id: string;
}

const insertBatch = namedStatement<
  { outcome: Outcome },
  { shop_id: number; import_id: number; rows: string }
>(
  'insert_tariff_import_rows',
  (
    at,
  ) => `insert into tariff_import_rows (shop_id, import_id, row_number, cells, faults, service_id, destination, origin_code,
    first_kg_idr, next_kg_idr, min_kg, min_days, max_days, outcome)
  select ${at.shop_id}, ${at.import_id}, row.row_number, row.cells, row.faults, row.service_id, row.destination,
    row.origin_code, row.first_kg_idr, row.next_kg_idr, row.min_kg, row.min_days, row.max_days,
    case when row.service_id is null then 'WRONG'
      when t.service_id is null then 'NEW'
      when (t.first_kg_idr, t.next_kg_idr, t.min_kg, t.min_days, t.max_days) is not distinct from
        (row.first_kg_idr, row.next_kg_idr, row.min_kg, row.min_days, row.max_days) then 'UNCHANGED'
      else 'CHANGED' end
  from jsonb_to_recordset(${at.rows}::jsonb) as row (row_number integer, cells jsonb, faults jsonb, service_id bigint,
    destination text, origin_code integer, first_kg_idr bigint, next_kg_idr bigint, min_kg integer, min_days smallint,
    max_days smallint)
  left join tariffs t on t.shop_id = ${at.shop_id} and t.service_id = row.service_id and t.destination = row.destination
    and t.origin_code = row.origin_code
  returning outcome`,
);

/**
 * Reads the rows of a tariff and stores each with what it would do, or what is wrong with it.
 * @returns the number of rows of each kind
 * @throws Refusal 422 if the file is damaged or too large
 */
export async function insertTariffRows(
  context: Context,
  import_id: number,
  { titles, records }: OpenedRecords<TariffColumn>,
): Promise<OutcomeCounts> {
  const known: Known = {
    services: servicesByCourier((await pricedServices(context)).values()),
    places: await PlaceList.load(context),
  };
  const counts: OutcomeCounts = { NEW: 0, CHANGED: 0, UNCHANGED: 0, WRONG: 0 };
  const seen = new Map<string, number>();
  let batch: object[] = [];
  const flush = async () => {
    const stored = await insertBatch.run(context.db, {
      shop_id: context.shop.id,
      import_id,
      rows: JSON.stringify(batch),
    });
    for (const { outcome } of stored) counts[outcome] += 1;
    batch = [];
  };
  for await (const record of records) {
    await takeTurns();
    const read = firstOf(record, readTariffRow(record.cells, known), seen);
    const { row: row_number, cells } = record;
    const faults = Array.isArray(read) ? read.map((fault) => storedFault(fault, titles)) : [];
    batch.push({ row_number, cells, faults, ...(Array.isArray(read) ? {} : read) });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return counts;
}

/** Of two rows for the same way the second is wrong: which of them is meant, only who wrote them knows. */
function firstOf(
  { row }: SheetRecord<TariffColumn>,
  read: TariffRow | RowFault[],
  seen: Map<string, number>,
): TariffRow | RowFault[] {
  if (Array.isArray(read)) return read;
  const key = keyText(read);
  const before = seen.get(key);
  seen.set(key, before ?? row);
  return before === undefined
    ? read
    : [{ column: 'destination', part: tariffErrors.part('tariff_row_twice', '', { row: before }) }];
}

function storedFault({ column, part }: RowFault, titles: ReadonlyMap<TariffColumn, string>): StoredFault {
  return {
    column: titles.get(column) ?? column,
    en: errorText(part, 'en'),
    id: errorText(part, 'id'),
  };
}
