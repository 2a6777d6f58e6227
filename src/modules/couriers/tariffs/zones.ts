import type { Bilingual } from '../../../kernel/http/answer.ts';

/** How far a parcel goes, from near to far; each with its title. Other zones than these are not priced. */
export const ZONE_TITLES = {
  CITY: { en: 'Same city', id: 'Satu kota' },
  PROVINCE: { en: 'Same province', id: 'Satu provinsi' },
  ISLAND: { en: 'Same island group', id: 'Satu pulau' },
  JAWA_BALI: { en: 'Jawa – Bali, Nusa Tenggara', id: 'Jawa – Bali, Nusa Tenggara' },
  JAWA_SUMATRA: { en: 'Jawa – Sumatra', id: 'Jawa – Sumatra' },
  JAWA_KALIMANTAN: { en: 'Jawa – Kalimantan', id: 'Jawa – Kalimantan' },
  JAWA_SULAWESI: { en: 'Jawa – Sulawesi', id: 'Jawa – Sulawesi' },
  OUTER: { en: 'Between islands outside Jawa', id: 'Antar pulau di luar Jawa' },
  MALUKU_INSIDE: { en: 'Within Maluku', id: 'Di dalam Maluku' },
  MALUKU: { en: 'To or from Maluku', id: 'Dari atau ke Maluku' },
  PAPUA_INSIDE: { en: 'Within Papua', id: 'Di dalam Papua' },
  PAPUA: { en: 'To or from Papua', id: 'Dari atau ke Papua' },
} as const satisfies Record<string, Bilingual>;

export type Zone = keyof typeof ZONE_TITLES;

export const ZONES = Object.keys(ZONE_TITLES) as [Zone, ...Zone[]];

type IslandGroup = 'SUMATRA' | 'JAWA' | 'BALI' | 'KALIMANTAN' | 'SULAWESI' | 'MALUKU' | 'PAPUA';

/** By the first digit of the province's official code: 5 is Bali with both Nusa Tenggara. */
const ISLAND_GROUPS: Readonly<Record<string, IslandGroup>> = {
  '1': 'SUMATRA',
  '2': 'SUMATRA',
  '3': 'JAWA',
  '5': 'BALI',
  '6': 'KALIMANTAN',
  '7': 'SULAWESI',
  '8': 'MALUKU',
  '9': 'PAPUA',
};

/** Jakarta: its five cities are one for couriers. */
const PROVINCE_OF_ONE_CITY = 31;

/** Where a parcel starts or ends, by official codes. */
export interface TariffPlace {
  /** Of the district. */
  code: number;
  city_code: number;
  province_code: number;
}

/** The zone of a way, the same in both directions. */
export function zoneOf(origin: TariffPlace, destination: TariffPlace): Zone {
  const is_one_province = origin.province_code === destination.province_code;
  if (origin.city_code === destination.city_code) return 'CITY';
  if (is_one_province && origin.province_code === PROVINCE_OF_ONE_CITY) return 'CITY';
  const [from, to] = [islandGroupOf(origin), islandGroupOf(destination)];
  if (from === to) {
    if (from === 'MALUKU') return 'MALUKU_INSIDE';
    if (from === 'PAPUA') return 'PAPUA_INSIDE';
    return is_one_province ? 'PROVINCE' : 'ISLAND';
  }
  for (const apart of ['PAPUA', 'MALUKU'] as const) if (from === apart || to === apart) return apart;
  if (from !== 'JAWA' && to !== 'JAWA') return 'OUTER';
  return `JAWA_${from === 'JAWA' ? to : from}` as Zone;
}

function islandGroupOf({ province_code }: TariffPlace): IslandGroup {
  const group = ISLAND_GROUPS[String(province_code)[0] ?? ''];
  if (group === undefined) throw new RangeError(`no island group has province ${province_code}`);
  return group;
}
