import { longPlace, longWord, numeralWord, plainWords } from './place-words.ts';

export type RegionField = 'district' | 'city' | 'province';

/** Nobody types more of a place; further words are not looked at. */
const MOST_WORDS = 12;

export type KeywordKind = RegionField | 'regency' | 'rank' | 'beside' | 'none';

const KINDS = new Map<string, KeywordKind>();
for (const [kind, words] of Object.entries({
  district: 'kec kecamatan kc distrik district',
  regency: 'kab kabupaten kabupten',
  city: 'kota kodya kotamadya kt',
  province: 'prov provinsi propinsi prop province',
  rank: 'daerah khusus ibukota istimewa',
  beside: 'kel kelurahan desa ds dusun dsn nagari gampong',
  none: 'adm administrasi administratif indonesia',
}))
  for (const word of words.split(' ')) KINDS.set(word, kind as KeywordKind);

/** What a word says that a name of stands behind it: of `kec` it is a district; undefined for words that tell no kind. */
export function kindOf(word: string): KeywordKind | undefined {
  return KINDS.get(word);
}

/** A word of a keyword with all that it may stand for. */
export interface Token {
  /** Its readings in one writing, blanks between their words; the first one is as typed. */
  readings: { text: string; bare: string; is_slip: boolean }[];
  /** What the word before says that it begins the name of. */
  kind: KeywordKind | undefined;
  /** It may tell a kind itself, and no name. */
  may_be_kind: boolean;
}

/**
 * The words of a keyword without the kinds that come before names.
 * @param has_villages "desa" and the like are names too; else what follows them is in no list, and not read
 */
export function tokensOf(keyword: string, has_villages: boolean): Token[] {
  const tokens: Token[] = [];
  for (const part of keyword.split(/[,;/|()\n]|\s[-–—]\s/u)) {
    const words = plainWords(part);
    let kind: KeywordKind | undefined;
    for (const word of words) {
      const own = kindOf(word);
      const may_be_kind = own === 'city' || own === 'rank';
      if (own === 'none') continue;
      if (may_be_kind || (own === 'beside' && has_villages))
        tokens.push({
          ...tokenOf(word, words.length > 1),
          kind,
          may_be_kind: may_be_kind && words.length > 1,
        });
      if (own === 'beside' && has_villages) kind = undefined;
      else if (own === 'rank') kind = 'province';
      else if (own !== undefined) kind = own === 'city' && kind === 'district' ? kind : own;
      else if (kind !== 'beside' && !/^\d{5}$/.test(word)) {
        tokens.push({ ...tokenOf(word, words.length > 1), kind, may_be_kind: false });
        kind = undefined;
      }
    }
  }
  const is_only_kind = tokens.every(({ may_be_kind }) => may_be_kind);
  return (is_only_kind ? tokens.map((token) => ({ ...token, may_be_kind: false })) : tokens).slice(
    0,
    MOST_WORDS,
  );
}

function tokenOf(word: string, is_of_several: boolean): Pick<Token, 'readings'> {
  const texts = [
    word,
    longPlace(word),
    longWord(word),
    ...(is_of_several ? [numeralWord(word) ?? word] : []),
  ];
  return {
    readings: [...new Set(texts)].map((text) => ({ text, bare: text.replaceAll(' ', ''), is_slip: false })),
  };
}
