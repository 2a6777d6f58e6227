import { BEGINNING, LABELS, MIDDLE, OF_SENTENCE, type Field } from '../words/label-words.ts';
import { isSlipOf } from '../../../kernel/slips.ts';
import { fieldByParts } from '../words/label-parts.ts';
import { isInsideAddress, withoutFillers } from '../words/vocabulary.ts';
import { isBeforeHolder } from './payments.ts';

/** Fields that stand together in one value are read by what it holds, but for these. */
const TOGETHER: Field[][] = [
  ['district', 'city'],
  ['city', 'province'],
  ['district', 'city', 'province'],
  ['district', 'city', 'province', 'postal_code'],
  ['city', 'postal_code'],
  ['city', 'province', 'postal_code'],
  ['district', 'postal_code'],
];

const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field as Field])),
);

const LONGEST_FIRST = [...FIELD_OF.keys()].sort((a, b) => b.length - a.length);
const anyOf = (labels: readonly string[]) => labels.map((label) => label.replaceAll(' ', '[ ./]*')).join('|');
const NAME = `(?:${anyOf(LONGEST_FIRST)})`;
/** `Nama`, `No. HP`, `Nama / No HP (WA)`: with a colon or an equals sign behind. */
const WITH_SIGN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NAME}(?:\s*(?:[/&,+-]|dan)\s*${NAME}){0,3})\.?\s*(?:\([^()]{0,40}\))?\s*(?::|=(?!\s*\d+\s*$))+\s*`,
  'giu',
);

const longestFirst = (labels: readonly string[]) => labels.toSorted((a, b) => b.length - a.length);
/** Labels of several words are plain enough without a sign. */
const PLAIN_LABELS = [...LABELS.name, ...LABELS.phone, ...LABELS.address].filter((label) =>
  label.includes(' '),
);

const AT_BEGINNING = new RegExp(
  String.raw`^(${anyOf(longestFirst([...BEGINNING, ...PLAIN_LABELS]))}|up(?=\.))(?=\s+\S|\.\s*\S|\.?$)\.?\s*`,
  'iu',
);
const IN_MIDDLE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(a\s?[./]\s?n\.?|an(?=\.\s)|u\s?[./]\s?p\.?|${anyOf(longestFirst(MIDDLE))}|(?<=[.,;!?)]\s+)(?:${anyOf(longestFirst(OF_SENTENCE))})|(?<=\ske\s)nama|(?<=[.,;]\s)up(?=\s\p{L})|(?<=\d\s)an(?=\s\p{L}))(?![\p{L}\p{N}:=])\.?\s+(?=\S)`,
  'giu',
);

/** Fields of which a form has several, each with its number. */
const NUMBERED = new Set<Field>(['name', 'phone', 'address', 'goods']);

/** A part of a line: the field of its label, the label as written, and the text after it. */
export interface Piece {
  /** undefined where nothing heads it; `unknown` where a label does that is none of the usual ones. */
  field: Field | 'unknown' | undefined;
  label: string;
  text: string;
  /** A colon or the like stands behind the label. */
  is_signed?: boolean;
  /** The label as it is written, with its number and what stands in brackets behind it. */
  head?: string;
}

function fieldsOf(label: string): Field[] {
  const written = (part: string) =>
    part
      .toLowerCase()
      .replaceAll(/[ ./]+/g, ' ')
      .trim();
  const whole = FIELD_OF.get(written(label));
  if (whole !== undefined) return [whole];
  return label
    .split(/[/&,+-]|\bdan\b/iu)
    .map((part) =>
      LONGEST_FIRST.find((known) => known.replaceAll(' ', '') === written(part).replaceAll(' ', '')),
    )
    .flatMap((known) => (known === undefined ? [] : [FIELD_OF.get(known) as Field]));
}

/** The field of the title of a column; undefined for what is none. */
export function fieldOfTitle(title: string): Field | undefined {
  const written = title
    .toLowerCase()
    .replaceAll(/[*_]|\([^()]*\)/g, ' ')
    .replaceAll(/[ ./:]+/g, ' ')
    .trim();
  // The rows of a table are numbered.
  if (['no', 'nomor', '#', 'no urut'].includes(written)) return 'other';
  const field = FIELD_OF.get(written) ?? fieldByParts(written);
  return field === 'unknown' || field === 'free' ? undefined : field;
}

/** The field of a label, and for several in one the one that they make together. */
function fieldOf(label: string): Field {
  const fields = [...new Set(fieldsOf(label))];
  const [first = 'free'] = fields;
  if (fields.length < 2) return first;
  if (TOGETHER.some((set) => set.join() === fields.join())) return first;
  return fields.every((field) => field === 'name' || field === 'phone') ? 'name' : 'free';
}

/** "a/n", which heads the holder of an account as well as the receiver. */
export function isInNameOf(label: string): boolean {
  return /^(?:a\s*[./]?\s*n|atas\s+nama)\.?$/iu.test(label);
}

/** Whether a text is a label and no more. */
export function isLabel(text: string): boolean {
  return FIELD_OF.has(
    text
      .toLowerCase()
      .replaceAll(/[ ./:]+/g, ' ')
      .trim(),
  );
}

/** A label with a slip of typing that heads a line: "Psnanan: …". */
function slippedLabel(line: string): { at: number; end: number; label: string } | undefined {
  const [whole = '', written = ''] = /^(\p{L}[\p{L} ]{4,20}\p{L})\s*[:=]\s*/u.exec(line) ?? [];
  const meant =
    written === ''
      ? undefined
      : LONGEST_FIRST.find(
          (label) =>
            label.length > 5 &&
            label[0] === written[0]?.toLowerCase() &&
            isSlipOf(written.toLowerCase(), label) &&
            differing(written.toLowerCase(), label) < 2,
        );
  return meant === undefined ? undefined : { at: 0, end: whole.length, label: meant };
}

/** How many words differ; "madu rder" is no "mau order". */
function differing(written: string, label: string): number {
  const [words, others] = [written.split(' '), label.split(' ')];
  return words.length === others.length ? words.filter((word, at) => word !== others[at]).length : 1;
}

/** Words with a colon behind them, at the beginning of a line or behind a sign. */
const HEADS =
  /(?<=^|[;|#]\s{0,3}|,\s)(\p{L}(?:[^:=,;|#?!"()]|\([^():]{0,40}\)){0,60}?)\s*:(?!\/\/)(?=\s|$|[^\d\s])\s*/gu;
const MOST_LABEL_WORDS = 8;

interface Cut {
  at: number;
  end: number;
  label: string;
  field?: Field | 'unknown';
}

/**
 * Labels by their parts, and those that nobody knows: they end the field before them all the same.
 * @param known the labels found by their whole words
 */
function cutsByParts(line: string, known: readonly Cut[]): Cut[] {
  const cuts: Cut[] = [];
  for (const match of line.matchAll(HEADS)) {
    const [whole, written = ''] = match;
    const end = match.index + whole.length;
    const within = known.filter((cut) => cut.at < end && cut.end > match.index);
    if (within.some((cut) => cut.at === match.index && cut.end === end)) continue;
    if (
      written.split(' ').length > MOST_LABEL_WORDS ||
      isInsideAddress(written.replaceAll(PLACE_LABELS, ' '))
    )
      continue;
    const label = written.replace(/\s*\([^()]*\)$/u, '');
    // "Penerima 1: Ani"
    if (/ \d{1,2}$/.test(label) && within.some((cut) => cut.at === match.index)) continue;
    const suffix = within.find((cut) => cut.end === end);
    const by_parts = isAddressLabel(label, line.slice(end)) ? 'address' : fieldByParts(label);
    // "Nama Budi alamat: …" has two labels.
    if (by_parts === 'unknown' && new Set(within.map((cut) => cut.at)).size > 1) continue;
    // "Pilihan: Kaos Polos", but not "Data lengkap:" above a form.
    const is_value = /[\p{L}\p{N}]/u.test(line.slice(end)) && !isFillersOnly(label);
    const is_first = match.index === 0 && within.length === 1 && suffix?.at !== 0;
    const by_value = TO_WHOM.test(label) ? 'free' : PERSON.test(label) ? 'name' : 'unknown';
    // "jenis order: …"
    const by_suffix =
      by_parts === undefined && suffix !== undefined && is_first ? fieldOf(suffix.label) : undefined;
    const field = TO_WHOM.test(label)
      ? 'free'
      : (by_parts ?? by_suffix ?? (is_value && suffix === undefined ? by_value : undefined));
    // "pakai JNE REG. Catatan: …": what stands before a known label is none, but "Tahu dari" is one.
    const is_sentence = match.index > 0 || /\p{L}{4,}[.!]\s/u.test(label);
    if (field === 'unknown' && suffix !== undefined && (is_sentence || PLAIN.has(fieldOf(suffix.label))))
      continue;
    if (field !== undefined) cuts.push({ at: match.index, end, label, field });
  }
  return cuts;
}

/** Fields whose labels are no words of everyday: they are labels behind other words too. */
const PLAIN = new Set<Field>([
  'phone',
  'address',
  'village',
  'district',
  'postal_code',
  'quantity',
  'variant',
  'courier',
  'note',
]);

/** "Alamat antar: Jl. …", but not "Alamat email". */
function isAddressLabel(label: string, value: string): boolean {
  return (
    /^(?:alamat|almt|address)(?![\p{L}])/iu.test(label) &&
    !/\b(?:lama|sebelumnya|asal|toko)\b/iu.test(label) &&
    isInsideAddress(value)
  );
}

/** "Kirim ke kantor aja: PT Maju Jaya" */
const TO_WHOM =
  /^(?:(?:tolong|mohon)\s+)?(?:di)?(?:kirim|antar|anter|serahkan)\p{L}*\s+(?:ke|kepada|untuk|utk|buat)(?!\p{L})/iu;

/** "Penerima paket: Ani" */
const PERSON = /penerima|pemesan|pembeli|customer|konsumen|pelanggan/iu;

const isFillersOnly = (text: string) => withoutFillers(text) === '';

/** In labels these are no address: "Alamat lengkap + Kelurahan/Kecamatan/Kota". */
const PLACE_LABELS =
  /\b(?:kel|kelurahan|kec|kecamatan|kota|kab|kabupaten|prov|provinsi|rt|rw|blok|patokan|desa)\b/giu;

/** Splits a line at its labels. Each part contains the words up to the next label; texts can be empty. */
export function cutAtLabels(line: string): Piece[] {
  let cuts: Cut[] = [];
  for (const match of line.matchAll(WITH_SIGN))
    cuts.push({ at: match.index, end: match.index + match[0].length, label: match[1] ?? '' });
  const beginning = AT_BEGINNING.exec(line);
  if (beginning !== null && cuts[0]?.at !== 0)
    cuts.push({ at: 0, end: beginning[0].length, label: beginning[1] ?? '' });
  for (const match of line.matchAll(IN_MIDDLE))
    cuts.push({ at: match.index, end: match.index + match[0].length, label: match[1] ?? '' });
  const slipped = cuts.some(({ at }) => at === 0) ? undefined : slippedLabel(line);
  if (slipped !== undefined) cuts.push(slipped);
  const by_parts = cutsByParts(line, cuts);
  cuts = [
    ...cuts.filter((cut) => by_parts.every(({ at, end }) => cut.end <= at || cut.at >= end)),
    ...by_parts,
  ];
  cuts.sort((a, b) => a.at - b.at || b.end - a.end);
  // "transfer BCA 123456 a/n Budi"
  const labels = cuts.filter(({ at, label }) => !isInNameOf(label) || !isBeforeHolder(line.slice(0, at)));
  const apart = labels.filter((cut, index) => labels.slice(0, index).every((other) => other.end <= cut.at));
  const pieces: Piece[] = [];
  const before = line.slice(0, apart[0]?.at ?? line.length).trim();
  if (before !== '') pieces.push({ field: undefined, label: '', text: before });
  for (const [index, { at, end, label, field: by_part }] of apart.entries()) {
    const field = by_part ?? fieldOf(label);
    const text = line
      .slice(end, apart[index + 1]?.at ?? line.length)
      .replace(/[\s,;|#/-]+$/u, '')
      .trim();
    const is_numbered = field !== 'unknown' && NUMBERED.has(field) && !/[:=]\s*$/.test(line.slice(at, end));
    // "Penerima 1: Ani"
    const [number = ''] = is_numbered ? (/^\d{1,2}\s*:\s*/.exec(text) ?? []) : [];
    pieces.push({
      field,
      label: label.trim(),
      text: text.slice(number.length),
      head: `${line.slice(at, end)} ${number}`,
      is_signed: /[:=]\s*$/.test(line.slice(at, end)),
    });
  }
  return pieces;
}
