import { takeTurns } from '../../../kernel/slices.ts';
import {
  bareName,
  bareProvinces,
  bareWritings,
  type NamedDistrict,
  type PlacesFound,
} from '../../reference/index.ts';
import type { AddressNames, Span } from '../words/address-names.ts';
import { isSlipOf } from '../../../kernel/slips.ts';

export interface DistrictChoice {
  chosen: NamedDistrict | undefined;
  confidence: number;
  candidates: NamedDistrict[];
}

interface Scored {
  district: NamedDistrict;
  score: number;
  name: number;
  city: number;
  province: number;
  is_fuzzy: boolean;
  is_said: boolean;
  /** Where its name stands. */
  span: Span | undefined;
}

/** The district that an address names; candidates if it is ambiguous. Yields between steps. */
export async function chooseDistrict(
  { spans, postal_codes }: AddressNames,
  places: PlacesFound,
): Promise<DistrictChoice> {
  const all: Scored[] = [];
  for (const district of places.districts) {
    await takeTurns();
    const one = score(district, spans, postal_codes, places);
    if (one.name > 0) all.push(one);
  }
  // "Serpong Utara" is not Serpong.
  all.sort((a, b) => b.score - a.score || a.district.id - b.district.id);
  const longest = all.slice(0, MOST_COMPARED);
  const scored = all.filter((one) => !longest.some((other) => isPartOf(one, other)));
  const [first, second] = scored;
  if (first === undefined) return { chosen: undefined, confidence: 0, candidates: [] };
  const is_ahead = second === undefined || first.score - second.score >= 0.5;
  const confidence = confidenceOf(first);
  if (is_ahead && first.score >= 1.5 && confidence >= 0.5)
    return { chosen: first.district, confidence, candidates: [] };
  const near = scored.filter(({ score: other }) => other > 0.5 && other > first.score - 1.5);
  return { chosen: undefined, confidence: 0, candidates: near.slice(0, 5).map(({ district }) => district) };
}

/** Against so many names others are compared, whether they are parts of them. */
const MOST_COMPARED = 100;

function isPartOf({ span, score: own }: Scored, { span: whole, score: other, is_fuzzy }: Scored): boolean {
  if (span === undefined || whole === undefined || is_fuzzy || other < own) return false;
  return whole.from <= span.from && span.to <= whole.to && whole.to - whole.from > span.to - span.from;
}

/** The cities that an address names, bare. */
export function citiesIn({ spans }: AddressNames, places: PlacesFound): string[] {
  return spans.filter((span) => places.cities.has(span.bare) && !isAside(span)).map(({ bare }) => bare);
}

function confidenceOf({ city, province, name, is_fuzzy, is_said, span }: Scored): number {
  const is_named = name >= 2 && span?.is_amid !== true;
  const named = city > 0 ? 0.95 : province > 0 ? 0.88 : is_said ? 0.85 : is_named ? 0.6 : 0;
  return Math.max(0, Math.round((named - (is_fuzzy ? 0.18 : 0)) * 100) / 100);
}

function score(
  district: NamedDistrict,
  spans: readonly Span[],
  postal_codes: readonly string[],
  places: PlacesFound,
): Scored {
  const bares = bareWritings(district.name);
  const bare_city = bareName(district.city);
  const bare_provinces = bareProvinces(district.province);
  const city_spans = spans.filter((span) => span.bare === bare_city && !isAside(span));
  // "Depok, DIY" is not the city of Depok, which lies in another province.
  const is_city_there = places.districts.some(
    (other) => bares.includes(bareName(other.city)) && other.province === district.province,
  );
  const province_spans = is_city_there
    ? []
    : spans.filter((span) => bare_provinces.includes(span.bare) && !isAside(span));
  const names_city = city_spans.length > 0;
  let best: Scored = {
    district,
    score: 0,
    name: 0,
    city: 0,
    province: 0,
    is_fuzzy: false,
    is_said: false,
    span: undefined,
  };
  for (const span of spans) {
    const is_exact = bares.includes(span.bare);
    const is_fuzzy = !is_exact && (names_city || span.role === 'district') && isFuzzy(span, bares, places);
    if (!is_exact && !is_fuzzy) continue;
    const name = nameScore(span, bares, places, [...city_spans, ...province_spans]) - (is_fuzzy ? 0.5 : 0);
    if (name <= 0) continue;
    const apart = (other: Span) => other.to < span.from || other.from > span.to;
    const city = cityScore(district, spans.filter(apart), places, bare_city);
    const province = provinceScore(spans.filter(apart), places, bare_provinces);
    const postal = postalScore(district, postal_codes);
    const total = name + city + province + postal + (span.to - span.from) * 0.3;
    if (total > best.score)
      best = {
        district,
        score: total,
        name,
        city,
        province,
        is_fuzzy,
        is_said: span.role === 'district',
        span,
      };
  }
  return best;
}

/** Names behind "Jl." and "Kel." are those of streets and villages. */
function isAside(span: Span): boolean {
  return (span.role === 'street' || span.role === 'village') && span.offset === 0;
}

function isFuzzy(span: Span, bares: readonly string[], places: PlacesFound): boolean {
  if (span.role !== 'district' && (isAside(span) || span.role === 'city' || span.role === 'regency'))
    return false;
  if (places.cities.has(span.bare) || places.provinces.has(span.bare) || span.bare.length < 5) return false;
  return bares.some((bare) => span.bare[0] === bare[0] && isSlipOf(span.bare, bare));
}

function nameScore(
  span: Span,
  bares: readonly string[],
  places: PlacesFound,
  around: readonly Span[],
): number {
  if (span.role === 'district') return span.offset === 0 ? 3 : 2;
  if (['city', 'regency', 'province'].includes(span.role) && span.offset === 0) return 0;
  // A name that is a city's too stands for the city, as long as the city or its province is not named beside it.
  const apart = (other: Span) => other.to < span.from || other.from > span.to;
  if (bares.some((bare) => places.cities.has(bare)) && !around.some(apart)) return 0;
  if (span.role === 'street' || span.role === 'village') return isAside(span) ? 0 : 1.6;
  return 2;
}

function cityScore(
  district: NamedDistrict,
  spans: readonly Span[],
  places: PlacesFound,
  bare_city: string,
): number {
  const is_regency = district.city.startsWith('Kabupaten');
  const named = spans.filter(
    (span) => places.cities.has(span.bare) && !isAside(span) && span.role !== 'district',
  );
  const of_city = named.filter((span) => span.bare === bare_city);
  if (of_city.length > 0)
    return Math.max(
      ...of_city.map(({ role }) => {
        if (role === 'city') return is_regency ? 1 : 2.5;
        if (role === 'regency') return is_regency ? 2.5 : 1;
        return 2;
      }),
    );
  // "Jakarta" is part of the names of five cities.
  if (spans.some((span) => span.bare.length > 4 && bare_city.startsWith(span.bare) && !isAside(span)))
    return 1;
  // "Jl. Raya Puncak" is in no regency of Puncak, and Yogyakarta is a province too.
  const others = named.filter(
    ({ role, bare }) =>
      role !== 'street' && role !== 'village' && (role === 'city' || !places.provinces.has(bare)),
  );
  if (others.some(({ role }) => role === 'city' || role === 'regency')) return -3;
  return others.length > 0 ? -2 : 0;
}

function provinceScore(
  spans: readonly Span[],
  places: PlacesFound,
  bare_provinces: readonly string[],
): number {
  const named = spans.filter((span) => places.provinces.has(span.bare) && !isAside(span));
  if (named.some((span) => bare_provinces.includes(span.bare))) return 1;
  // Yogyakarta and the like are cities as well as provinces.
  return named.some((span) => !places.cities.has(span.bare)) ? -2 : 0;
}

function postalScore({ postal_codes }: NamedDistrict, named: readonly string[]): number {
  if (postal_codes.length === 0 || named.length === 0) return 0;
  return named.some((code) => postal_codes.includes(code)) ? 2 : -0.5;
}
