/** Cities and provinces, and how people shorten them. */
const SHORT_FOR: Record<string, string> = {
  'jakarta barat': 'jakbar',
  'jakarta selatan': 'jaksel',
  'jakarta pusat': 'jakpus',
  'jakarta timur': 'jaktim',
  'jakarta utara': 'jakut',
  jakarta: 'jkt jak dki jakarte',
  'tangerang selatan': 'tangsel',
  tangerang: 'tng tgr',
  bandung: 'bdg',
  surabaya: 'sby',
  sidoarjo: 'sda',
  semarang: 'smg',
  malang: 'mlg',
  bekasi: 'bks bksi',
  depok: 'dpk',
  bogor: 'bgr',
  medan: 'mdn',
  palembang: 'plg',
  makassar: 'mks makasar',
  balikpapan: 'bpn bppn',
  samarinda: 'smd',
  denpasar: 'dps',
  pekanbaru: 'pku',
  padang: 'pdg',
  batam: 'btm',
  surakarta: 'solo',
  yogyakarta: 'jogja yogya jogjakarta djogja djokja diy',
  tasikmalaya: 'tasik',
  purwakarta: 'pwk',
  karawang: 'krw',
  cirebon: 'crb cbn',
  banjarmasin: 'bjm',
  'jawa barat': 'jabar',
  'jawa tengah': 'jateng',
  'jawa timur': 'jatim',
  'sumatera utara': 'sumut',
  'sumatera barat': 'sumbar',
  'sumatera selatan': 'sumsel',
  'kalimantan timur': 'kaltim',
  'kalimantan selatan': 'kalsel',
  'kalimantan barat': 'kalbar',
  'kalimantan tengah': 'kalteng',
  'kalimantan utara': 'kaltara',
  'sulawesi selatan': 'sulsel',
  'sulawesi utara': 'sulut',
  'sulawesi tengah': 'sulteng',
  'sulawesi tenggara': 'sultra',
  'sulawesi barat': 'sulbar',
  'nusa tenggara barat': 'ntb',
  'nusa tenggara timur': 'ntt',
  'kepulauan riau': 'kepri',
  'kepulauan bangka belitung': 'babel',
  'maluku utara': 'malut',
  'papua barat': 'pabar irjabar',
  papua: 'irian',
  aceh: 'nad',
};

/** Words of names that people shorten, with a point or without. */
const SHORT_WORDS: Record<string, string> = {
  tanjung: 'tj tjg tg',
  kepulauan: 'kep',
  gunung: 'gn gng',
  sungai: 'sei',
  pulau: 'p pul',
  teluk: 'tlk',
  lubuk: 'lbk',
  simpang: 'sp spg',
  sumatera: 'sumatra',
  utara: 'utr',
  selatan: 'sel slt slatan',
  timur: 'tim tmr',
  barat: 'brt bar',
  tengah: 'tgh teng',
};

/** Parts of names are numbered in words, in Roman numerals or in digits. */
const NUMERALS: Record<string, string> = {
  satu: 'i 1',
  dua: 'ii 2',
  tiga: 'iii 3',
  empat: 'iv 4',
  lima: 'v 5',
  enam: 'vi 6',
  tujuh: 'vii 7',
  delapan: 'viii 8',
  sembilan: 'ix 9',
  sepuluh: 'x 10',
};

/** Provinces of 2012 and 2022, and the ones that they were parts of, as older addresses have it. */
const OLD_PROVINCES: Record<string, string> = {
  'papua pegunungan': 'papua',
  'papua tengah': 'papua',
  'papua selatan': 'papua',
  'papua barat daya': 'papua barat',
  'kalimantan utara': 'kalimantan timur',
};

function reversed(names: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([full, others]) => others.split(' ').map((other) => [other, full])),
  );
}

const SHORT = reversed(SHORT_FOR);
const SHORT_WORD = reversed(SHORT_WORDS);
const NUMERAL = reversed(NUMERALS);

/** A city or province that is shortened, in full; any other word as it is. */
export function longPlace(word: string): string {
  return SHORT.get(word) ?? word;
}

/** A word of a place's name in full, where it is shortened: of `tj` it is `tanjung`. */
export function longWord(word: string): string {
  return SHORT_WORD.get(word) ?? word;
}

/** A numeral in words: of `II` and of `2` it is `dua`; undefined for what is none. */
export function numeralWord(word: string): string | undefined {
  return NUMERAL.get(word);
}

/** The province that a province was a part of, in lower case. */
export function oldProvince(province: string): string | undefined {
  return OLD_PROVINCES[province.toLowerCase()];
}

/** The words of a text in lower case, without accents, apostrophes and signs. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f'’‘`´"]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a name in the one writing that names are compared in: `Seberang Ulu I` is `seberang ulu satu`. */
export function placeWords(name: string): string[] {
  return plainWords(name).map((word, _, all) =>
    all.length === 1 ? word : (numeralWord(word) ?? longWord(word)),
  );
}

/** What kind a city is of stands before its name, as in the names of provinces. */
const KIND =
  /^(?:kabupaten administrasi|kota administrasi|kabupaten|kota|daerah khusus ibukota|daerah khusus|daerah istimewa) /;

/** The name of a city or province without its kind, in lower case. */
export function withoutKind(name: string): string {
  return name.toLowerCase().replace(KIND, '');
}

/** The name of a place in one writing, without its kind and blanks: "Kota Administrasi Jakarta Barat" is `jakartabarat`. */
export function bareName(name: string): string {
  return placeWords(withoutKind(name)).join('');
}

/** The name of a place as names are compared, without blanks: in one writing, and as it is. */
export function bareWritings(name: string): string[] {
  return [...new Set([placeWords(name).join(''), plainWords(name).join('')])];
}

/** The names of a province in one writing, of today and of before. */
export function bareProvinces(province: string): string[] {
  const old = oldProvince(province);
  return [province, ...(old === undefined ? [] : [old])].map(bareName);
}
