import type { RefusalPart } from '../../../../kernel/errors.ts';
import type { Cell } from '../../../../kernel/sheets/cells.ts';
import { wholeNumber } from '../../../../kernel/sheets/whole-number.ts';
import type { ListedPlace, PlaceList } from '../../../reference/index.ts';
import { tariffErrors } from '../errors.ts';
import { tariffLimits } from '../limits.ts';
import type { PricedService } from '../priced-services.ts';
import { ANYWHERE, placeText, type TariffRow } from '../tariff-row.ts';
import { ZONE_TITLES, ZONES, type Zone } from '../zones.ts';
import type { TariffColumn } from './columns.ts';

type Cells = Partial<Record<TariffColumn, Cell>>;

/** What is wrong with a row, at one of its columns. */
export interface RowFault {
  column: TariffColumn;
  part: RefusalPart;
}

/** What rows are looked up in. */
export interface Known {
  services: ReadonlyMap<string, ServicesOfCourier>;
  places: PlaceList;
}

/** The services of a courier, and the same by their names as `plain` has them. */
interface ServicesOfCourier {
  services: PricedService[];
  named: Map<string, PricedService[]>;
}

/** Services by the names of their couriers: a file has a hundred thousand rows. */
export function servicesByCourier(services: Iterable<PricedService>): Known['services'] {
  const couriers = new Map<string, ServicesOfCourier>();
  for (const service of services)
    for (const courier_name of new Set(service.courier_names.map(plain))) {
      const courier: ServicesOfCourier = couriers.get(courier_name) ?? { services: [], named: new Map() };
      couriers.set(courier_name, courier);
      courier.services.push(service);
      for (const name of new Set([service.rate_name, ...service.names].map(plain)))
        courier.named.set(name, [...(courier.named.get(name) ?? []), service]);
    }
  return couriers;
}

/** Highest price of a kilogram that a cell is read as. */
const MOST_IDR = 999_999_999;
const MOST_DAYS = 90;
/** Of what a name may mean so many are said. */
const SHOWN = 3;

/** Reads a row of a tariff; its cells say names or numbers, as people and couriers write them. */
export function readTariffRow(cells: Cells, known: Known): TariffRow | RowFault[] {
  const faults: RowFault[] = [];
  const read = <Value>(column: TariffColumn, value: Value | RefusalPart): Value | undefined => {
    if (!isFault(value)) return value;
    faults.push({ column, part: value });
    return undefined;
  };
  const service = readService(cells, known.services, faults);
  const destination = readDestination(cells, known.places, faults);
  const origin = cells.origin === undefined ? ANYWHERE : read('origin', placeOf(cells.origin, known.places));
  const next_kg_idr = read('next_kg', amountOf(cells.next_kg));
  const first_kg_idr =
    cells.first_kg === undefined ? next_kg_idr : read('first_kg', amountOf(cells.first_kg));
  const min_kg = cells.min_kg === undefined ? 1 : read('min_kg', kgOf(cells.min_kg));
  const days = read('days', daysOf(cells.days));
  if (faults.length > 0 || service === undefined || destination === undefined) return faults;
  return {
    service_id: service.id,
    destination,
    origin_code: typeof origin === 'object' ? origin.code : ANYWHERE,
    first_kg_idr: first_kg_idr ?? 0,
    next_kg_idr: next_kg_idr ?? 0,
    min_kg: min_kg ?? 1,
    min_days: days?.[0] ?? null,
    max_days: days?.[1] ?? null,
  };
}

function isFault(value: unknown): value is RefusalPart {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

const plain = (text: Cell) =>
  String(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

function readService(
  cells: Cells,
  services: Known['services'],
  faults: RowFault[],
): PricedService | undefined {
  const courier = services.get(plain(cells.courier ?? ''));
  if (courier === undefined) {
    const part = tariffErrors.part('tariff_courier_unknown', '', { value: shown(cells.courier) });
    faults.push({ column: 'courier', part });
    return undefined;
  }
  const name = plain(cells.service ?? '');
  const is_only = courier.services.length === 1 && name === '';
  const found = is_only ? courier.services : (courier.named.get(name) ?? []);
  if (found.length === 1) return found[0];
  faults.push({
    column: 'service',
    part: tariffErrors.part('tariff_service_unknown', '', {
      value: shown(cells.service),
      services: courier.services.map(({ rate_name }) => rate_name).join(', '),
    }),
  });
  return undefined;
}

const ZONE_NAMES: ReadonlyMap<string, Zone> = new Map(
  ZONES.flatMap((zone) =>
    [zone, ZONE_TITLES[zone].en, ZONE_TITLES[zone].id].map((name) => [plain(name), zone] as const),
  ),
);

/** Official code of a district or city, or a zone. */
function readDestination(cells: Cells, places: PlaceList, faults: RowFault[]): string | undefined {
  const zone = ZONE_NAMES.get(plain(cells.destination ?? ''));
  if (zone !== undefined) return zone;
  const column = (['destination', 'district', 'city'] as const).find((key) => cells[key] !== undefined);
  const names = {
    district: String(cells.district ?? ''),
    city: String(cells.city ?? ''),
    province: String(cells.province ?? ''),
  };
  const place =
    column === 'destination'
      ? placeOf(cells.destination ?? '', places)
      : column === undefined
        ? tariffErrors.part('tariff_place_missing', '')
        : meantBy(places.named(names), [names.district, names.city].filter(Boolean).join(', '));
  if (!isFault(place)) return String(place.code);
  const of_province =
    column === 'district' || column === 'city' ? provinceFault(names, place, places) : undefined;
  if (of_province !== undefined) {
    faults.push({ column: 'province', part: of_province });
    return undefined;
  }
  faults.push({ column: column ?? 'destination', part: place });
  return undefined;
}

/** What is wrong with the province of a place that was not found; undefined where it is not the province. */
function provinceFault(
  names: Parameters<PlaceList['named']>[0],
  { code }: RefusalPart,
  places: PlaceList,
): RefusalPart | undefined {
  if (names.province === '' || code !== 'tariff_place_unknown') return undefined;
  const value = shown(names.province);
  if (!places.hasProvince(names.province)) return tariffErrors.part('tariff_province_unknown', '', { value });
  const elsewhere = places.named({ ...names, province: '' });
  if (elsewhere === undefined || !('place' in elsewhere)) return undefined;
  return tariffErrors.part('tariff_province_other', '', { value, place: placeText(elsewhere.place) });
}

/** A place by its number, or by names: `Klojen, Kota Malang, Jawa Timur`, `Klojen` or `Kota Malang`. */
function placeOf(cell: Cell, places: PlaceList): ListedPlace | RefusalPart {
  const id = /^\d{1,6}$/.test(String(cell)) ? Number(cell) : undefined;
  const numbered = id === undefined ? undefined : (places.district(id) ?? places.city(id));
  if (numbered !== undefined) return numbered;
  const [first = '', second = '', third = ''] = String(cell)
    .split(',')
    .map((part) => part.trim());
  const as_district = places.named({ district: first, city: second, province: third });
  const as_city = places.named({ district: '', city: first, province: second });
  return meantBy(
    as_city ?? as_district ?? places.named({ district: first, city: '', province: second }),
    cell,
  );
}

function meantBy(meant: ReturnType<PlaceList['named']>, cell: Cell): ListedPlace | RefusalPart {
  if (meant === undefined) return tariffErrors.part('tariff_place_unknown', '', { value: shown(cell) });
  if ('place' in meant) return meant.place;
  const some = meant.several.slice(0, SHOWN).map((place) => `${placeText(place)} (${place.id})`);
  return tariffErrors.part('tariff_place_several', '', { value: shown(cell), places: some.join('; ') });
}

function amountOf(cell: Cell | undefined): number | RefusalPart {
  const amount = cell === undefined ? undefined : wholeNumber(cell);
  return amount === undefined || amount > MOST_IDR ? tariffErrors.part('tariff_price', '') : amount;
}

function kgOf(cell: Cell): number | RefusalPart {
  const kg = wholeNumber(typeof cell === 'string' ? cell.replace(/\s*kg$/i, '') : cell);
  const { tariff_kg: most } = tariffLimits;
  return kg === undefined || kg < 1 || kg > most ? tariffErrors.part('tariff_min_kg', '', { most }) : kg;
}

const DAY_UNIT = '(?:hari(?: kerja)?|(?:working |business )?days?|hk|h|d)';
const DAYS = new RegExp(
  `^(\\d{1,2})(?:\\s*${DAY_UNIT}?\\s*(?:-|–|—|s\\/d|sd|sampai|to)\\s*(\\d{1,2}))?\\s*${DAY_UNIT}?$`,
);
/** Days that are named. */
const DAY_NAMES = [
  { name: /^(?:same[ -]?day|hari (?:ini|yang sama|itu juga))$/, days: 0 },
  { name: /^next[ -]?day$/, days: 1 },
];

/** `2`, `2-3`, `2 - 3 hari kerja`, `H+2`, `same day`; a spreadsheet makes a day of `2-3`, which is read back. */
function daysOf(cell: Cell | undefined): [number, number] | undefined | RefusalPart {
  if (cell === undefined) return undefined;
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(String(cell)) ?? [];
  const parts = month === undefined ? [] : [Number(month), Number(day)].toSorted((a, b) => a - b);
  const text = parts.length > 0 ? parts.join('-') : String(cell).trim().toLowerCase();
  const named = DAY_NAMES.find(({ name }) => name.test(text));
  if (named !== undefined) return [named.days, named.days];
  const [, from, to = from] = DAYS.exec(text.replaceAll(/\bh\s*\+\s*/g, '')) ?? [];
  if (from === undefined || Number(to) > MOST_DAYS || Number(from) > Number(to))
    return tariffErrors.part('tariff_days_unread', '');
  return [Number(from), Number(to)];
}

function shown(cell: Cell | undefined): string {
  return `"${String(cell ?? '').slice(0, 60)}"`;
}
