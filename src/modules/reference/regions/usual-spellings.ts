import { oldProvince, withoutKind } from './place-words.ts';
import { SHORT_FOR } from './short-places.ts';

interface District {
  name: string;
  city: string;
  province: string;
}

/** As people shorten what cities and provinces are called. */
const SHORTENED: [RegExp, string][] = [
  [/^Kota Administrasi Jakarta Selatan$/, 'jaksel'],
  [/^Kota Administrasi Jakarta Barat$/, 'jakbar'],
  [/^Kota Administrasi Jakarta Pusat$/, 'jakpus'],
  [/^Kota Administrasi Jakarta Timur$/, 'jaktim'],
  [/^Kota Administrasi Jakarta Utara$/, 'jakut'],
  [/^Kota Tangerang Selatan$/, 'tangsel'],
  [/^Kota Yogyakarta$/, 'jogja'],
  [/^Kota Surakarta$/, 'solo'],
  [/^Kota Surabaya$/, 'sby'],
  [/^Kota Bandung$/, 'bdg'],
  [/^Daerah Istimewa Yogyakarta$/, 'DIY'],
  [/^Jawa Barat$/, 'jabar'],
  [/^Jawa Tengah$/, 'jateng'],
  [/^Jawa Timur$/, 'jatim'],
  [/^Sumatera Utara$/, 'sumut'],
  [/^Sulawesi Selatan$/, 'sulsel'],
  [/^Nusa Tenggara Timur$/, 'NTT'],
];
const short = (name: string) => SHORTENED.find(([full]) => full.test(name))?.[1];

const ROMAN: Record<string, [string, string]> = {
  satu: ['I', '1'],
  dua: ['II', '2'],
  tiga: ['III', '3'],
  empat: ['IV', '4'],
};

const IN_DIGITS: Record<string, number> = {
  III: 3,
  IV: 4,
  V: 5,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XIII: 13,
  XIV: 14,
  XVI: 16,
  XXIV: 24,
};

/** Two letters swapped in the middle of the longest word, where it is long enough to be known all the same. */
function slipped(name: string): string | undefined {
  const word = name.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (!/^[a-z]{7,}$/i.test(word)) return undefined;
  const at = word.length >> 1;
  if (word[at] === word[at - 1]) return undefined;
  return name.replace(word, `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`);
}

/** How a district is usually typed, each with the name of its kind. */
export function usualSpellings({ name, city, province }: District): [kind: string, keyword: string][] {
  const bare = withoutKind(city);
  const kind = city.startsWith('Kabupaten') ? 'Kab.' : city.includes('Administrasi') ? 'Kota Adm.' : 'Kota';
  const old = oldProvince(province);
  const regency = city.startsWith('Kabupaten') ? SHORT_FOR[bare]?.split(' ')[0] : undefined;
  const spellings: [string, string | undefined][] = [
    ['form', `${name}, ${city}, ${province}`],
    ['marked', `Kec. ${name}, ${kind} ${bare}`],
    ['marked in full', `Kecamatan ${name} ${city}`],
    ['city first', `${bare}, ${name}`],
    ['province first', `${province} - ${bare} - ${name}`],
    ['dashes', `${name} - ${bare}`],
    ['bare', `${name} ${bare}`.toLowerCase()],
    ['run together', `${name.replaceAll(' ', '')} ${bare.replaceAll(' ', '')}`.toLowerCase()],
    ['with province', `${name} ${province}`.toLowerCase()],
    ['short city', short(city) && `${name} ${short(city)}`],
    ['short regency', regency && `${name} ${regency}`],
    [
      'in digits',
      /\b[IVX]{2,}\b/.test(name)
        ? `${name.replaceAll(/\b[IVX]+\b/g, (roman) => String(IN_DIGITS[roman] ?? roman))} ${bare}`
        : undefined,
    ],
    ['short province', short(province) && `${name}, ${bare}, ${short(province)}`],
    ['old province', old && `${name}, ${bare}, ${old}`],
    ['slip', slipped(name) && `${slipped(name)}, ${bare}`],
    ['slip in the city', slipped(bare) && `${name} ${slipped(bare)}`],
    [
      'shortened word',
      /\bTanjung\b/.test(name) ? `${name.replace(/\bTanjung\b/, 'Tj.')}, ${bare}` : undefined,
    ],
    [
      'islands',
      /Kepulauan/.test(name + bare) ? `${name} ${bare}`.replaceAll(/kepulauan/gi, 'Kep.') : undefined,
    ],
    ...Object.entries(ROMAN).flatMap(([word, numerals]): [string, string | undefined][] =>
      numerals.map((numeral) => [
        'numbered',
        new RegExp(` ${word}$`, 'i').test(name) ? `${name.replace(/\S+$/, numeral)} ${bare}` : undefined,
      ]),
    ),
  ];
  return spellings.flatMap(([what, keyword]) => (keyword === undefined ? [] : [[what, keyword]]));
}
