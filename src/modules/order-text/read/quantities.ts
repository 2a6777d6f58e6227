import { isColourOrSize, isFiller, isSize, oneWriting } from '../words/vocabulary.ts';
import { withBracketsRead } from './brackets.ts';

/** One requested item, as written. */
export interface RequestedItem {
  text: string;
  /** Words in their one writing, without quantity, prices and signs. */
  words: string[];
  /** undefined where none is marked as one. */
  qty: number | undefined;
  /** Places in `words` of numbers without a mark: a quantity, a size, or a part of the name. Behind "size" it is none. */
  numbers: number[];
  /** The quantity is that of each of a row: "masing-masing 2", "@2". */
  is_each: boolean;
  /** It is ordered like what stands before it: "hijau sama". */
  is_same: boolean;
  /** The quantity is marked by a sign alone, as a size may be: "hitam (40)", "hitam - 40". */
  is_by_sign: boolean;
  /** Of a unit that may hold several pieces, as a box: nobody knows how many. */
  is_unit_unclear: boolean;
}

const DOZENS: Record<string, number> = {
  lusin: 12,
  lsn: 12,
  lusn: 12,
  dozen: 12,
  kodi: 20,
  gross: 144,
  gros: 144,
};
const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
    one: 1,
    two: 2,
    three: 3,
    sebelas: 11,
    duabelas: 12,
    siji: 1,
    loro: 2,
    telu: 3,
    papat: 4,
    limo: 5,
    enem: 6,
    pitu: 7,
    wolu: 8,
    songo: 9,
    hiji: 1,
    tilu: 3,
    opat: 4,
  }),
);
const PIECES =
  'pcs|pcz|pc|pce|pieces|piece|biji|bj|bji|buah|bh|potong|ptg|stel|setel|pasang|psg|lembar|lbr|helai|unit|ekor|btl|botol|bungkus|bks|bgks|sachet|tube|porsi|set|toples|cup|gelas|kaleng|pouch|batang|butir';
const BOXES = 'pack|pak|pck|kotak|box|dus|dos|karton|ball|bal|renceng|paket|roll|ikat|peti|karung';
export const QUANTITY_WORDS: readonly string[] = [
  ...Object.keys(DOZENS),
  ...WORDS.keys(),
  ...PIECES.split('|'),
  ...BOXES.split('|'),
];
const NUMBER_WORD = [...WORDS.keys()].join('|');
const AMOUNT = String.raw`(?:(?<amount>\d{1,5}|${NUMBER_WORD})|(?<half>1\/2|setengah|stgh|1\s+1\/2))`;

/** Prices, dates, times and percentages say nothing of how many: `85.000`, `Rp 85rb`, `@ 50k`, `28-11-2026 10:02`, `10%`. */
const PRICE =
  /(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:20)?\d{2}(?!\d)|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])|\d{1,3}\s?%|(?:@\s*)?(?:(?:rp\.?\s*)\d[\d.,]*\s*(?:rb|ribu|k|jt|juta)?|(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?!\d)(?:,-)?|(?<![\d.,])\d+(?:[.,]\d+)?\s*(?:rb|rbu|ribu|k|jt|juta)(?![\p{L}\d])|@\s*\d{4,}|=\s*\d{4,})(?:\s*\/\s*(?:pcs|pc|biji|lusin))?/giu;

/** The marks of a quantity, the plainest first; `amount` is how many, `box` a unit nobody can count. */
const MARKS: RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:${AMOUNT}\s*|(?<one>se))(?<dozen>${Object.keys(DOZENS).join('|')})(?![\p{L}\d])`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.,/])(?:(?<amount>\d{1,5}|${NUMBER_WORD})\s*|(?<one>se))(?:${PIECES})(?![\p{L}\d])`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.,/])(?:(?<amount>\d{1,5}|${NUMBER_WORD})\s*|(?<one>se))(?<box>${BOXES})(?![\p{L}\d])`,
    'giu',
  ),
  /(?<![\p{L}\d])(?:qty|jumlah|jml|sebanyak|sejumlah|order|pesan|isi)\s*[:.=]?\s*(?<amount>\d{1,5})(?![\p{L}\d])/giu,
  // Neither "HIT-40 x 1" nor "No. 88X".
  /(?<![\p{L}\d.,/]|[\p{L}\d]-(?=\d+\s?[x×]\s?\d)|(?<![\p{L}\d])(?:no|nomor|nomer)[\s.]{1,3})(?<amount>\d{1,4})\s?[x×](?![\p{L}\d])/giu,
  /^\s*(?<amount>\d{1,4})\s?\*\s*(?=\p{L})/giu,
  /(?<![\p{L}\d])[x×]\s?(?<amount>\d{1,4})(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?:masing|msg|ms)[\s-]?(?:masing|msg|ms|2)\s*[@:=x]?\s*(?<each>\d{1,4})(?![\p{L}\d])/giu,
  /@\s*(?<each>\d{1,3})(?![\p{L}\d.,])/giu,
  /=\s*(?<amount>\d{1,3})(?![\p{L}\d.,])/giu,
  /\(\s*(?<amount>\d{1,3})\s*\)/giu,
  // "hitam - 2", "hitam-2", but neither "45-46" nor "blok C-12".
  /(?:(?<=[\p{L}\d])(?:\s*[:→>]+|\s+-+)|(?<=\p{L}{2})-+)\s*(?<amount>\d{1,3})\s*$/giu,
];

/** Brackets, dashes and colons stand before sizes as well. */
const SIGN_ALONE = /^[\s(:→>-]+\d+[\s)]*$/u;

interface Mark {
  at: number;
  end: number;
  qty: number;
  is_box: boolean;
  is_each: boolean;
  is_sign: boolean;
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const expression of MARKS)
    for (const match of text.matchAll(expression)) {
      const end = match.index + match[0].length;
      if (marks.some((mark) => mark.at < end && match.index < mark.end)) continue;
      const qty = quantityOf(match.groups ?? {});
      const is_box = match.groups?.['box'] !== undefined;
      const is_each = match.groups?.['each'] !== undefined;
      const is_sign = SIGN_ALONE.test(match[0]);
      if (qty >= 0) marks.push({ at: match.index, end, qty, is_box, is_each, is_sign });
    }
  return marks.sort((a, b) => a.at - b.at);
}

function quantityOf({ amount, each, half, dozen }: Record<string, string | undefined>): number {
  if (each !== undefined) return Number(each);
  const dozens = dozen === undefined ? 1 : (DOZENS[dozen.toLowerCase()] ?? 1);
  if (half !== undefined) return (half.startsWith('1 ') ? 1.5 : 0.5) * dozens;
  if (amount === undefined) return dozens;
  return (WORDS.get(amount.toLowerCase()) ?? Number(amount)) * dozens;
}

/** A number as it is written or spoken, up to 999: `2`, `dua`; undefined for other words. */
export function numberOf(word: string): number | undefined {
  const number = /^\d{1,3}$/.test(word) ? Number(word) : WORDS.get(word);
  return number === 0 ? undefined : number;
}

/** A number of pieces that ends a sentence: "2pc." */
export const PIECES_END: string = String.raw`\d\s?(?:${PIECES})\.`;

/** Whether a text contains a quantity. */
export function hasQuantity(text: string): boolean {
  return marksIn(withoutPrices(text)).length > 0;
}

/** What is not wanted says nothing of what is: "hitam XL (bukan L ya)". */
const NOT_WANTED = /\(\s*(?:bukan|bkn)\s[^()]*\)|(?<![\p{L}\d])(?:bukan|bkn)\s[^,;()]*/giu;

/** The number under which something is kept, and what several amounts make together, and amounts said again: "keep 14 = …", "jadi total 3", "2 (dua)". */
const NO_AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:keep|kip|kode|nomor|nomer|no)[\s.]{0,3}\d{1,4}\s?[=:]\s?(?=\p{L})|(?<=\d\s?)\((?:(?:${NUMBER_WORD})(?:\s(?:belas|puluh))?)\)|jadi(?:nya)?\s(?:total|semua)(?:nya)?\s\d{1,4}(?![\p{L}\d]))`,
  'giu',
);

/** A text with blanks in place of its prices, of what is not wanted and of what counts nothing, every word at its place. */
export function withBlankedPrices(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text.replaceAll(PRICE, blank).replaceAll(NOT_WANTED, blank).replaceAll(NO_AMOUNT, blank);
}

export function withoutPrices(text: string): string {
  return text.replaceAll(PRICE, ' ');
}

/** A quantity on its own: `2`, `2 pcs`, `1 lusin`. */
export function quantityAlone(text: string): number | undefined {
  const plain = withoutPrices(text).trim();
  const [mark] = marksIn(plain);
  if (mark !== undefined && plain.length <= mark.end - mark.at + 12) return mark.qty;
  const [, bare = ''] = /^(\d{1,5}|\p{L}+)(?![\p{L}\d])/u.exec(plain) ?? [];
  return /^\d+$/.test(bare) ? Number(bare) : WORDS.get(bare.toLowerCase());
}

/** Whether a text is a quantity and nothing more: `2`, `2 pcs`, `2 x Rp85.000`. */
export function isQuantityAlone(text: string): boolean {
  const item = readItem(withoutPrices(text), marksIn(withoutPrices(text))[0]);
  return item.words.every((word) => /^\d{1,5}$/.test(word) || numberOf(word) !== undefined || isFiller(word));
}

/** The items of an order line in their order, at most 100. What is said to be none of something has the quantity 0. */
export function itemsIn(line: string): RequestedItem[] {
  const items = withBlankedPrices(withBracketsRead(line))
    .split(/\s*[,;+]\s*/u)
    .slice(0, 100)
    .reduce<string[]>(withOptionAlone, [])
    .flatMap((piece) =>
      piece.split(
        /\s+(?:dan|and|&|plus|ditambah|karo|ambek|jeung|serta|sama(?!(?:\s(?:juga|jg|ya|aja|kak))*\W*$))\s+/iu,
      ),
    )
    .slice(0, 100)
    .reduce<string[]>(withNumberAlone, [])
    .flatMap(cutAtMarks);
  // "sage dan milo @3": each of them.
  const each = items.findLast(({ is_each }) => is_each);
  const all = each === undefined ? items : items.map((item) => withEach(item, each));
  return all.filter((item) => item.words.length > 0 || item.qty !== undefined);
}

/** "Kaos Polos, Putih, L": a colour or size between commas tells of what stands before it, unless that has one, or a quantity. */
function withOptionAlone(pieces: string[], piece: string): string[] {
  const last = pieces.at(-1);
  const own = wordsIn(piece);
  if (last === undefined || own.length === 0 || !own.every(isColourOrSize) || marksIn(last).length > 0)
    return [...pieces, piece];
  const said = wordsIn(last);
  const isOnlyColour = (word: string) => isColourOrSize(word) && !isSize(word);
  const is_said = own.some((word) => (isSize(word) ? said.some(isSize) : said.some(isOnlyColour)));
  if (is_said || said.every(isColourOrSize)) return [...pieces, piece];
  return [...pieces.slice(0, -1), `${last} ${piece.trim()}`];
}

/** "Serum Wajah Glow, 2": a number between commas tells of what stands before it, unless that has one. */
function withNumberAlone(pieces: string[], piece: string): string[] {
  const last = pieces.at(-1);
  if (
    last === undefined ||
    !/^\s*\d{1,3}\s*$/.test(piece) ||
    /(?<![\p{L}\d])\d{1,3}(?![\p{L}\d])(?!\s*(?:gr|gram|ml|kg|ltr|liter|cm)\b)/u.test(last)
  )
    return [...pieces, piece];
  return [...pieces.slice(0, -1), `${last} ${piece.trim()}`];
}

/** Of two numbers one is the quantity already: "hitam 42 2, 41 @3". */
function withEach(item: RequestedItem, { qty }: RequestedItem): RequestedItem {
  return item.qty !== undefined || item.numbers.length > 1 ? item : { ...item, qty };
}

/** "kaos polos L hitam 2 putih 1": each number ends an item, or starts it; the text after the last one has none. */
export function cutAtNumbers({ words, numbers }: RequestedItem): RequestedItem[] {
  const last = numbers.at(-1) ?? -1;
  const begins = numbers[0] === 0 && last < words.length - 1;
  const ends = begins ? [...numbers.slice(1).map((at) => at - 1), words.length - 1] : numbers;
  const items = ends.map((end, index) => {
    const said = words.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1);
    const name_words = begins ? said.slice(1) : said.slice(0, -1);
    return itemOf(said, name_words, numberOf((begins ? said[0] : said.at(-1)) ?? ''));
  });
  const rest = begins ? [] : words.slice(last + 1);
  return rest.length === 0 ? items : [...items, itemOf(rest, rest, undefined)];
}

function itemOf(said: readonly string[], words: string[], qty: number | undefined): RequestedItem {
  return {
    text: said.join(' '),
    words,
    qty,
    numbers: [],
    is_each: false,
    is_same: false,
    is_by_sign: false,
    is_unit_unclear: false,
  };
}

/** A piece with several quantities holds several things: each ends with its quantity, or begins with it. */
function cutAtMarks(piece: string): RequestedItem[] {
  const marks = marksIn(piece);
  if (marks.length < 2) return [readItem(piece, marks[0])];
  const begins = (marks[0] as Mark).at === 0 || wordsIn(piece.slice(0, (marks[0] as Mark).at)).length === 0;
  return marks.map((mark, index) => {
    const from = begins ? (index === 0 ? 0 : mark.at) : (marks[index - 1]?.end ?? 0);
    const to = begins
      ? (marks[index + 1]?.at ?? piece.length)
      : index === marks.length - 1
        ? piece.length
        : mark.end;
    const text = piece.slice(from, to);
    return readItem(text, { ...mark, at: mark.at - from, end: mark.end - from });
  });
}

/** An item of more is no name of anything. */
const MOST_WORDS = 30;
const MOST_NUMBERS = 12;

const SAME = /(?<!\p{L})(?:sama|idem|sda)(?:\s(?:juga|jg|ya|aja|kak))*\W*$/iu;

function readItem(text: string, mark: Mark | undefined): RequestedItem {
  const without = mark === undefined ? text : `${text.slice(0, mark.at)} ${text.slice(mark.end)}`;
  const words = readWords(without).slice(0, MOST_WORDS);
  return {
    text: text.trim(),
    words: words.map(({ word }) => word),
    qty: mark?.qty,
    numbers: words
      .flatMap(({ word, is_size }, index) => (!is_size && numberOf(word) !== undefined ? [index] : []))
      .slice(-MOST_NUMBERS),
    is_each: mark?.is_each ?? false,
    is_same: mark === undefined && SAME.test(text) && !words.some(({ word }) => /^\d/.test(word)),
    is_by_sign: mark?.is_sign ?? false,
    is_unit_unclear: mark?.is_box ?? false,
  };
}

/** Words that introduce a size or colour or connect words, and do not belong to a name. */
const JOINING = new Set(
  `warna wrn ukuran size uk sz yang yg nya nomor no nomer number varian rasa motif tipe type model merk merek jumlah qty pcs pc masing masing2 item produk barang nama harga hrg
  atau dari ke di untuk buat dan and sama kak ya dong mau pesan pesen order beli ambil saya aku minta lagi juga aja saja`.split(
    /\s+/,
  ),
);

const UNITS = /^(?:gr|gram|grm|g|ml|mili|kg|kilo|ltr|liter|cm|gb|mm)$/;
const ONE_UNIT: Record<string, string> = {
  gram: 'gr',
  grm: 'gr',
  g: 'gr',
  mili: 'ml',
  kilo: 'kg',
  liter: 'ltr',
};

/** What says that the number behind it is a size or a model. */
const BEFORE_SIZE = new Set(['size', 'sz', 'uk', 'ukuran', 'no', 'nomor', 'nomer', 'number']);

/** The words of a name in their one writing; `250 gr`, `250gram` and `250g` are one. */
export function wordsIn(text: string): string[] {
  return readWords(text).map(({ word }) => word);
}

function readWords(text: string): { word: string; is_size: boolean }[] {
  const raw = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/\b(abu)[\s-]*(?:abu|2)\b/g, 'abu')
    .replaceAll(/\bt[\s-]?shirts?\b/g, 'kaos')
    .match(/[\p{L}\p{N}]+/gu);
  const words: { word: string; is_size: boolean }[] = [];
  let is_size = false;
  for (const word of raw ?? []) {
    const [, amount, unit] = /^(\d+)([a-z]+)$/.exec(word) ?? [];
    const before = words.at(-1);
    if (unit !== undefined && UNITS.test(unit))
      words.push({ word: `${amount}${ONE_UNIT[unit] ?? unit}`, is_size });
    else if (UNITS.test(word) && before !== undefined && /^\d+$/.test(before.word))
      before.word += ONE_UNIT[word] ?? word;
    else if (!JOINING.has(word)) words.push({ word: oneWriting(word), is_size });
    is_size = BEFORE_SIZE.has(word);
  }
  return words;
}

/** Possible SKUs in a text: sequences without spaces, in lower case. */
export function skusIn(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_.#/][\p{L}\p{N}]+)*/gu) ?? []).filter(
    (run) => run.length > 2,
  );
}
