import { writings } from './lists.ts';

/** Cities and provinces, and how people shorten them. */
const SHORT = shortened(
  writings(`
  jakarta barat = jakbar; jakarta selatan = jaksel; jakarta pusat = jakpus; jakarta timur = jaktim;
  jakarta utara = jakut; jakarta = jkt, dki; tangerang selatan = tangsel; tangerang = tng, tgr; bandung = bdg;
  surabaya = sby; sidoarjo = sda; semarang = smg; malang = mlg; bekasi = bks, bksi; depok = dpk; bogor = bgr;
  medan = mdn; palembang = plg; makassar = mks, makasar; balikpapan = bpn; samarinda = smd; denpasar = dps;
  pekanbaru = pku; padang = pdg; batam = btm; surakarta = solo;
  yogyakarta = jogja, yogya, jogjakarta, djogja, diy; tasikmalaya = tasik; purwakarta = pwk; karawang = krw;
  cirebon = crb, cbn; banjarmasin = bjm; jawa barat = jabar; jawa tengah = jateng; jawa timur = jatim;
  sumatera utara = sumut; sumatera barat = sumbar; sumatera selatan = sumsel; kalimantan timur = kaltim;
  kalimantan selatan = kalsel; kalimantan barat = kalbar; kalimantan tengah = kalteng; kalimantan utara = kaltara;
  sulawesi selatan = sulsel; sulawesi utara = sulut; sulawesi tengah = sulteng; sulawesi tenggara = sultra;
  sulawesi barat = sulbar; nusa tenggara barat = ntb; nusa tenggara timur = ntt; kepulauan riau = kepri;
  kepulauan bangka belitung = babel`),
);

/** A city or province that is shortened, in full; any other word as it is. */
export function longPlace(word: string): string {
  return SHORT.get(word) ?? word;
}

/** Districts are numbered in words. */
const NUMERALS = shortened(writings('satu = i; dua = ii; tiga = iii; empat = iv; lima = v; enam = vi'));

/** The meaning of a word in front of a name. */
export type AddressRole = 'district' | 'city' | 'regency' | 'province' | 'street' | 'village' | 'none';
const ROLES = shortened(
  writings(`
  district = kec, kecamatan, kc; city = kota, kt, kodya, kotamadya; regency = kab, kabupaten;
  province = prov, provinsi, propinsi; village = kel, kelurahan, desa, ds, dusun, dsn, dukuh, kampung, kp, rt, rw,
  lingkungan, banjar; street = jl, jln, jalan, jlan, gg, gang, perum, perumahan, komplek, kompleks, komp, blok, blk,
  cluster, griya, villa, taman, lorong, lrg, apartemen, ruko, pasar, toko, masjid, sd, smp, sma, smk, kampus, kost, kos,
  dekat, depan, belakang, samping, sebelah, seberang, stasiun, terminal, rs, pt, cv, warung, ponpes, pesantren, kantor,
  bank, no, km`),
);

/** Whether the words after this one are the name of a street, a village or a house: "Jl.", "Blok". */
export function isStreetWord(word: string): boolean {
  return ROLES.has(word.toLowerCase().replaceAll(/[^\p{L}]/gu, ''));
}

/** From each writing to what it stands for. */
function shortened(names: Map<string, string[]>): Map<string, string> {
  return new Map([...names].flatMap(([name, others]) => others.map((other) => [other, name])));
}

interface Word {
  text: string;
  role: AddressRole;
  /** How many words of the same piece stand before it behind its role. */
  offset: number;
}

/** A possible name of a place: consecutive words, normalised. */
export interface Span {
  bare: string;
  from: number;
  to: number;
  role: AddressRole;
  offset: number;
}

/** An address split into possible names of places. */
export interface AddressNames {
  spans: Span[];
  /** Bare names to look up. */
  names: string[];
  /** What is said to be the district. */
  hints: string[];
  postal_codes: string[];
}

const LONGEST_SPAN = 4;
const MOST_NAMES = 600;
const MOST_HINTS = 4;

/** Reads the names in an address; the meanings of labels are words in it (`kec. Cengkareng, kota Bandung`). */
export function addressNames(address: string): AddressNames {
  const words = wordsOf(address);
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let to = from; to < Math.min(words.length, from + LONGEST_SPAN); to += 1) {
      const piece = words.slice(from, to + 1);
      if (piece.some(({ text }) => text === '')) break;
      if (piece.some((word, at) => at > 0 && word.offset === 0 && word.role !== 'none')) break;
      const [first] = piece as [Word];
      spans.push({
        bare: piece.map(({ text }) => text.replaceAll(' ', '')).join(''),
        from,
        to,
        role: first.role,
        offset: first.offset,
      });
    }
  const hints = spans.filter(
    ({ role, offset, bare }) => role === 'district' && offset === 0 && bare.length > 3,
  );
  return {
    spans,
    names: [
      ...new Set(spans.flatMap(({ bare }) => (bare.length > 2 ? [bare, ...inNumerals(bare)] : []))),
    ].slice(0, MOST_NAMES),
    hints: [...new Set(hints.map((span) => textOf(words, span)))].slice(0, MOST_HINTS),
    postal_codes: [...new Set(address.match(/(?<![\d.,+-])[1-9]\d{4}(?![\d.,-])/g))].slice(0, 3),
  };
}

function textOf(words: readonly Word[], { from, to }: Span): string {
  const said = words.slice(from, to + 1);
  return said.map(({ text }) => text).join(' ');
}

/** The words of an address; an empty one stands where it breaks off. */
function wordsOf(address: string): Word[] {
  const words: Word[] = [];
  let role: AddressRole = 'none';
  let offset = 0;
  // Whatever follows a street's number may be a place again.
  for (const [token] of address
    .toLowerCase()
    .slice(0, 3_000)
    .matchAll(/[\p{L}']+|\d+|[,;\n()/|-]/gu)) {
    const marker = ROLES.get(token) as AddressRole | undefined;
    // "Medan Kota" is a district; "Sukun Kota Malang" is one in a city.
    const before = words.at(-1);
    if (token === 'kota' && before !== undefined && before.text !== '')
      words.push({ text: token, role, offset });
    if (marker !== undefined) {
      words.push({ text: '', role: 'none', offset: 0 });
      role = marker;
      offset = 0;
    } else if (/\p{L}/u.test(token)) {
      const text = SHORT.get(token) ?? (words.at(-1)?.text ? (NUMERALS.get(token) ?? token) : token);
      words.push({ text, role, offset });
      offset += 1;
    } else if (token !== '-') {
      words.push({ text: '', role: 'none', offset: 0 });
      role = 'none';
      offset = 0;
    }
  }
  return words.slice(0, 200);
}

/** The normalised name of a district, with the numeral at its end in words. */
export function inWords(name: string): string {
  const words = name.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), NUMERALS.get(last) ?? last].join('');
}

/** The other writing of a bare name that ends with a number: of `ilirtimursatu` it is `ilirtimuri`. */
function inNumerals(bare: string): string[] {
  return [...NUMERALS].flatMap(([numeral, word]) =>
    bare.endsWith(word) ? [bare.slice(0, -word.length) + numeral] : [],
  );
}
