import type { RegionField, KeywordKind, Token } from './keyword-tokens.ts';

export interface Name {
  /** Its place among all names. */
  at: number;
  /** Its words without blanks between, in one writing and as they are. */
  bares: readonly string[];
  /** How many words it has. */
  length: number;
  /** With and without the blanks in it, as it is written and in one writing; a blank before each word. */
  text: string;
}

/** A district with the names of all that it is in. */
export interface Row {
  code: number;
  district: Name;
  city: Name;
  is_regency: boolean;
  /** The one of today, and those that it was a part of. */
  provinces: Name[];
  /** Its place in the list. */
  at: number;
}

/** What a name that is typed in full is worth, for each of its words. */
const FULL: Record<RegionField, number> = { district: 50, city: 45, province: 30 };
/** What the beginning of a word is worth. */
const BEGUN: Record<RegionField, number> = { district: 8, city: 6, province: 4 };
/** Who types a name and nothing more means the city of that name, not a district far away that has it too. */
const CITY_ALONE = 10;
/** "Kec.", "Kab." and the like before a name of that kind, and before one of another. */
const OF_KIND = 15;
const SLIP = 12;

const LONGEST_NAME = 6;
const SHORTEST_INSIDE = 3;

/** What is short is sought where words begin. */
export function sought(text: string): string {
  return text.length < SHORTEST_INSIDE ? ` ${text}` : text;
}

/**
 * How well a row is told by all words of a keyword; undefined where one of them is in none of its names. Words that
 * make up a name in full count most, each name once.
 */
export function scoreOf(tokens: readonly Token[], row: Row): number | undefined {
  const names: { field: RegionField; name: Name; bit: number }[] = [
    { field: 'district', name: row.district, bit: 1 },
    { field: 'city', name: row.city, bit: 2 },
    ...row.provinces.map((name) => ({ field: 'province' as const, name, bit: 4 })),
  ];
  let states = new Map<number, number>([[0, 0]]);
  const waiting: Map<number, number>[] = tokens.map(() => new Map<number, number>());
  const best = (states_at: Map<number, number> | undefined, said: number, score: number) => {
    if (states_at !== undefined && score > (states_at.get(said) ?? -Infinity)) states_at.set(said, score);
  };
  const last = new Map<number, number>();
  const at_end = (at: number) => (at === tokens.length ? last : waiting[at]);
  for (const [at, token] of tokens.entries()) {
    if (at > 0) states = waiting[at] as Map<number, number>;
    if (states.size === 0) continue;
    const partly = partScore(token, names);
    const spans = names.flatMap((one) =>
      fullSpans(tokens, at, one.name).map((span) => ({ ...one, ...span })),
    );
    for (const [said, score] of states) {
      if (token.may_be_kind) best(at_end(at + 1), said, score);
      if (partly !== undefined) best(at_end(at + 1), said, score + partly);
      for (const { field, name, bit, to, is_slip } of spans) {
        // "Kudus, Kudus" tells the district and its city; told a third time it tells no more.
        const worth = (said & bit) === 0 ? FULL[field] * Math.max(name.length, to - at) : 0;
        best(
          at_end(to),
          said | bit,
          score + worth + kindScore(token.kind, field, row) - (is_slip ? SLIP : 0),
        );
      }
    }
  }
  const scores = [...last.values()];
  if (scores.length === 0) return undefined;
  return Math.max(...scores) + (isCityAlone(tokens, row) ? CITY_ALONE : 0);
}

function isCityAlone(tokens: readonly Token[], { city }: Row): boolean {
  return city.bares.includes(tokens.map(({ readings }) => readings[0]?.bare ?? '').join(''));
}

/** Where the words from one on make up a name in full. */
function fullSpans(
  tokens: readonly Token[],
  from: number,
  { bares }: Name,
): { to: number; is_slip: boolean }[] {
  const spans: { to: number; is_slip: boolean }[] = [];
  let beginnings = bares.map((bare) => ({ bare, length: 0, is_slip: false }));
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_NAME) && beginnings.length > 0; at += 1) {
    const { readings } = tokens[at] as Token;
    beginnings = beginnings.flatMap(({ bare, length, is_slip }) =>
      readings
        .filter((reading) => bare.startsWith(reading.bare, length))
        .map((reading) => ({
          bare,
          length: length + reading.bare.length,
          is_slip: is_slip || reading.is_slip,
        })),
    );
    const whole = beginnings.filter(({ bare, length }) => length === bare.length);
    if (whole.length > 0) spans.push({ to: at + 1, is_slip: whole.every(({ is_slip }) => is_slip) });
  }
  return spans;
}

/** What a word that is a part of a name tells: undefined where it is in none. */
function partScore(
  { readings, kind }: Token,
  names: readonly { field: RegionField; name: Name }[],
): number | undefined {
  let best: number | undefined;
  for (const { text, bare, is_slip } of readings)
    for (const { field, name } of names) {
      if (!name.text.includes(sought(text))) continue;
      const begins = name.bares.some((one) => one.startsWith(bare));
      const begun = begins ? BEGUN[field] : name.text.includes(` ${text}`) ? BEGUN[field] / 2 : 1;
      const of_kind =
        kind !== undefined && (kind === field || (kind === 'regency' && field === 'city')) ? 1 : 0;
      best = Math.max(best ?? -Infinity, begun + of_kind - (is_slip ? SLIP : 0));
    }
  return best;
}

function kindScore(kind: KeywordKind | undefined, field: RegionField, { is_regency }: Row): number {
  if (kind === undefined) return 0;
  if (kind === 'city' || kind === 'regency')
    return field === 'city' && (kind === 'regency') === is_regency ? OF_KIND : -OF_KIND;
  return kind === field ? OF_KIND : -OF_KIND;
}
