import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { templateAnswer } from '../../../../kernel/files/import-template.ts';
import { isLongList, type ListSheet } from '../../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../../kernel/http/answer.ts';
import type { Cell } from '../../../../kernel/sheets/cells.ts';
import { PlaceList } from '../../../reference/index.ts';
import { pricedServices, type PricedService } from '../priced-services.ts';
import { isZone, placeText, type TariffRow } from '../tariff-row.ts';
import { ZONE_TITLES } from '../zones.ts';
import { OUR_COLUMNS, type TariffColumn } from './columns.ts';
import { ChosenTariffs, type DownloadTariffsInput, type TariffTemplateInput } from './schemas.ts';

type Cells = Partial<Record<TariffColumn, Cell>>;

/** To be written over: a zone, a city, and a district. */
const EXAMPLE: Cells[] = [
  { courier: 'JNE', service: 'REG', destination: 'PAPUA', next_kg: 95_000, days: '5-9' },
  {
    courier: 'SiCepat',
    service: 'GOKIL',
    origin: 'Kota Malang, Jawa Timur',
    destination: 'Kota Surabaya, Jawa Timur',
    next_kg: 2_500,
    first_kg: 2_500,
    min_kg: 10,
  },
  {
    courier: 'JNE',
    service: 'REG',
    destination: 'Klojen, Kota Malang, Jawa Timur',
    next_kg: 9_000,
    days: '1-2',
  },
];

/** The sheet to fill in for an import of a tariff, with an example. */
export function getTariffTemplate(
  context: Context,
  { format }: z.output<typeof TariffTemplateInput>,
): Promise<FileAnswer> {
  return templateAnswer(context, format, {
    file_name: { en: 'import-tariff', id: 'impor-tarif' },
    sheet: 'Tarif',
    columns: OUR_COLUMNS,
    example: EXAMPLE,
  });
}

const BATCH = 2_000;

export const tariffDownload = mailedDownload({
  name: 'download-tariffs',
  choice: ChosenTariffs,
  data: { en: 'tariff', id: 'tarif' },
  isLong: (context, choice) => isLongList(chosenTariffs(context, choice)),
  async sheet(context, choice): Promise<ListSheet<TariffRow, Cells>> {
    const services = await pricedServices(context);
    const places = await PlaceList.load(context);
    return {
      file_name: { en: 'tariff', id: 'tarif' },
      title: { en: 'Tariff', id: 'Tarif' },
      columns: OUR_COLUMNS.map(({ key, title, is_number }) => ({
        header: title[context.language],
        ...(is_number && { is_number }),
        value: (cells) => cells[key] ?? '',
      })),
      query: chosenTariffs(context, choice),
      batch_rows: BATCH,
      load: (rows) => rows.map((row) => cellsOf(context, row, services, places)),
    };
  },
});

/**
 * Writes the shop's own tariff to a workbook that can be imported again, and mails a link to it, or answers with it.
 * @throws Refusal 422 if the workbook is requested immediately and has too many rows
 */
export async function downloadTariffs(
  context: Context,
  { without_being_sent, ...choice }: z.output<typeof DownloadTariffsInput>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const answer = await tariffDownload.request(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}

function chosenTariffs({ db, shop }: Context, { service_id }: z.output<typeof ChosenTariffs>) {
  return db
    .selectFrom('tariffs')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .$if(service_id !== undefined, (query) => query.where('service_id', '=', service_id ?? 0))
    .orderBy('service_id')
    .orderBy('destination')
    .orderBy('origin_code');
}

function cellsOf(
  { language }: Context,
  row: TariffRow,
  services: ReadonlyMap<number, PricedService>,
  places: PlaceList,
): Cells {
  const service = services.get(row.service_id);
  const textOf = (code: number) => {
    const place = places.withCode(code);
    return place === undefined ? String(code) : placeText(place);
  };
  return {
    courier: service?.courier_names[0] ?? '',
    service: service?.rate_name ?? '',
    origin: row.origin_code === 0 ? '' : textOf(row.origin_code),
    destination: isZone(row.destination)
      ? ZONE_TITLES[row.destination][language]
      : textOf(Number(row.destination)),
    next_kg: row.next_kg_idr,
    first_kg: row.first_kg_idr,
    min_kg: row.min_kg,
    days: daysText(row),
  };
}

function daysText({ min_days, max_days }: Pick<TariffRow, 'min_days' | 'max_days'>): string {
  if (min_days === null || min_days === max_days) return String(max_days ?? '');
  return max_days === null ? String(min_days) : `${min_days}-${max_days}`;
}
