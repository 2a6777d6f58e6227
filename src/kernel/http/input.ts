/**
 * Schemas for the input of clients. They accept the loose notations that clients of the API use (numbers as strings,
 * booleans as 1 or "Y", enum values in any letter case) and return exact types. Anything ambiguous is refused with an issue
 * that `fieldErrors` turns into a message.
 *
 * Null and a text of only spaces mean the same as an omitted field everywhere: a plain schema then reports the field as
 * required, `optional` and `withDefault` accept it, `clearable` distinguishes it. No text has characters that cannot be
 * seen: see `visibleText`.
 *
 * Each is one preprocessing step and one schema with its bounds inside, never a union or a chain of pipes: those cost
 * time, lose error paths, and blur the JSON Schema that the documentation is generated from.
 */
import { z } from 'zod';
import { isDay, isTime } from '../calendar.ts';
import { limits } from '../limits.ts';
import { normalisePhone } from '../phone.ts';
import { takeTurns } from '../slices.ts';
import { isBlankText, visibleText } from '../visible-text.ts';

/** What a reader gives back for a value that it can't read. */
export const UNREADABLE = Symbol('unreadable');

/** Formats that our readers report, in addition to those of zod; `validation-messages.ts` has their texts. */
export type InputFormat =
  | 'integer'
  | 'rupiah'
  | 'boolean'
  | 'text'
  | 'characters'
  | 'phone'
  | 'day'
  | 'moment'
  | 'cursor'
  | 'list';

const isBlank = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && isBlankText(value));

/** No field takes a text of so many UTF-16 units: what is longer is refused, or cut off, as it is. */
const LONGEST = 100_000;

/** A schema behind a reader; what the reader can't read is reported in the format's name. */
export function reading<S extends z.ZodType>(
  format: InputFormat,
  read: (value: unknown) => unknown,
  schema: S,
) {
  return z.preprocess((value, context) => {
    if (isBlank(value)) return undefined;
    const is_text = typeof value === 'string' && value.length < LONGEST;
    const result = read(is_text ? visibleText(value) : value);
    if (result !== UNREADABLE) return result;
    context.addIssue({ code: 'invalid_format', format });
    return z.NEVER;
  }, schema);
}

/** Text of a string or an exact number, trimmed. A number past 2^53 has lost digits already and isn't text. */
function readText(value: unknown): string | typeof UNREADABLE {
  if (typeof value === 'string') return value.toWellFormed().trim();
  const is_exact = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return is_exact ? String(value) : UNREADABLE;
}

/** Digits only: "10.000" is ten thousand in Indonesia and ten elsewhere, so no text with a dot is a number. */
function readInteger(value: unknown): number | typeof UNREADABLE {
  const read = typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
  // Adding 0 makes minus zero zero.
  return Number.isInteger(read) ? (read as number) + 0 : UNREADABLE;
}

const BOOLEANS = new Map([
  ...['true', '1', 'y'].map((text) => [text, true] as const),
  ...['false', '0', 'n'].map((text) => [text, false] as const),
]);

function readBoolean(value: unknown): boolean | typeof UNREADABLE {
  return BOOLEANS.get(inLowerCase(value)) ?? UNREADABLE;
}

/** A text, number or boolean in lower case; of anything else nothing. */
function inLowerCase(value: unknown): string {
  const is_plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return is_plain ? String(value).trim().toLowerCase() : '';
}

/** A whole number, as 10 or "10". Texts with a sign of plus, a dot, a comma or an exponent are refused. */
export function integer({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {}) {
  return reading('integer', readInteger, z.int().min(min).max(max));
}

/** The number of a row: a whole number from 1. */
export function id() {
  return integer({ min: 1 });
}

/** Largest amount that one field takes: just under a trillion rupiah. */
export const RUPIAH_MAX = 999_999_999_999;

/** An amount of whole rupiah, as 10000 or "10000"; "Rp10.000", "10.000" and 10000.5 are refused. */
export function rupiah({ min = 0, max = RUPIAH_MAX } = {}) {
  return reading('rupiah', readInteger, z.int().min(min).max(max));
}

/** true, "true", 1, "1", "Y" and their opposites, in any letter case. */
export function boolean() {
  return reading('boolean', readBoolean, z.boolean());
}

/** The same as `boolean`, for a field that the reference documents as `Y` or `N`. */
export function yesNo() {
  return reading('boolean', readBoolean, z.boolean().meta({ type: 'string', enum: ['Y', 'N'] }));
}

/** One of the given values, accepted in any letter case, as text or number; returns the value as declared. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  const canonical = new Map(values.map((value) => [value.toLowerCase(), value]));
  // What is none of them goes on as it is: the schema reports it with the list of what is allowed.
  const read = (value: unknown) => canonical.get(inLowerCase(value)) ?? value;
  // Not z.enum, which lists the values in another order: digits first.
  return reading('text', read, z.literal(values));
}

/**
 * A search keyword: whatever is typed or pasted is plain text, never an error. Control characters are treated as spaces
 * in every list, and of a long keyword only the beginning is used, unless a limit is documented.
 * @param options.min,options.max length in characters, if the reference has limits: other lengths are refused
 */
export function keyword({ min = 0, max }: { min?: number; max?: number } = {}) {
  const read = (value: unknown) => {
    const plain = readText(value);
    if (plain === UNREADABLE) return plain;
    // Of a text as long as the body, no more is looked at than may be read. No character takes more than two places.
    const begin = max === undefined ? plain.slice(0, limits.keyword_characters * 2) : plain;
    // oxlint-disable-next-line no-control-regex
    const blank = begin.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim();
    return max === undefined ? Array.from(blank).slice(0, limits.keyword_characters).join('').trim() : blank;
  };
  const bounds = { ...(min > 0 && { minLength: min }), ...(max !== undefined && { maxLength: max }) };
  return reading(
    'text',
    read,
    z
      .string()
      .check((payload) => checkLength(payload, min, max))
      .meta(bounds),
  );
}

/** Marks that end a line, as browsers, spreadsheets and word processors write them. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Control characters that no text needs: PostgreSQL can't store NUL, and sheets and labels break on the rest. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/**
 * A text, trimmed; numbers are taken as text. Halves of broken characters become U+FFFD, control characters
 * are refused. Line ends become \n, and in a text of one line, like tabs, a space.
 * @param options.min,options.max length in characters (code points: an emoji of one code point counts one)
 */
export function text({
  min = 1,
  max,
  multiline = false,
}: {
  min?: number;
  max: number;
  multiline?: boolean;
}) {
  const read = (value: unknown) => {
    const plain = readText(value);
    if (plain === UNREADABLE) return plain;
    return multiline ? plain.replace(LINE_END, '\n') : plain.replace(LINE_END, ' ').replaceAll('\t', ' ');
  };
  const schema = z
    .string()
    .check((payload) => {
      const { value, issues } = payload;
      if (FORBIDDEN.test(value)) issues.push({ code: 'invalid_format', format: 'characters', input: value });
      checkLength(payload, min, max);
    })
    .meta({ minLength: min, maxLength: max });
  return reading('text', read, schema);
}

function checkLength(
  { value, issues }: z.core.ParsePayload<string>,
  min: number,
  max = Number.POSITIVE_INFINITY,
): void {
  const length = codePoints(value);
  if (length < min)
    issues.push({ code: 'too_small', origin: 'string', minimum: min, inclusive: true, input: value });
  if (length > max)
    issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
}

/** Counted without making an array of what may be a megabyte. */
function codePoints(value: string): number {
  let count = 0;
  for (const _character of value) count += 1;
  return count;
}

const readEmail = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : UNREADABLE);

/** An email address, in lower case. At most 254 characters (RFC 5321). */
export function email() {
  return reading('text', readEmail, z.email().max(254));
}

function readPhone(value: unknown): string | typeof UNREADABLE {
  const written = readText(value);
  return written === UNREADABLE ? written : (normalisePhone(written) ?? UNREADABLE);
}

/** A phone number in any notation, as text or number; returns it as stored: `62812…`. */
export function phone() {
  return reading('phone', readPhone, z.string().meta({ examples: ['081234567890'] }));
}

function readDay(value: unknown): string | typeof UNREADABLE {
  const day = typeof value === 'string' ? value.trim() : '';
  return isDay(day) && day >= '2000' && day < '2101' ? day : UNREADABLE;
}

/** A real calendar day `yyyy-mm-dd` of the years 2000 to 2100. */
export function date() {
  return reading('day', readDay, z.string().meta({ format: 'date' }));
}

function readMoment(value: unknown): string | typeof UNREADABLE {
  const [, day, time = '', seconds = ':00'] =
    /^(\S+) (\d{2}:\d{2})(:\d{2})?$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const read = readDay(day);
  return read !== UNREADABLE && isTime(time + seconds) ? `${read} ${time}${seconds}` : UNREADABLE;
}

/** A moment `yyyy-mm-dd hh:mm` of the years 2000 to 2100, also accepted with seconds; returns it with seconds. */
export function moment() {
  return reading('moment', readMoment, z.string().meta({ examples: ['2026-03-10 09:00'] }));
}

/**
 * The requested page of a list.
 * @param options.per_page items per page if the request does not say
 */
export function pageFields({ per_page }: { per_page?: number } = {}) {
  return {
    per_page: withDefault(integer({ min: 1, max: limits.page_size }), per_page ?? limits.page_size_default),
    pagination_offset: withDefault(integer({ min: 1, max: 1_000_000 }), 1).describe('Page number.'),
  };
}

/**
 * A list. Also accepted: an object with the indexes as keys, as in forms and query strings, and, if the items are not
 * objects or lists themselves, a single item.
 * @param bounds.max is checked before the items are, so that an endless list costs nothing
 */
export function list<Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) {
  const takes_one = !isCompound(item);
  return z.preprocess((value, context) => {
    if (isBlank(value)) return undefined;
    const items = readList(value, takes_one);
    if (items === UNREADABLE) context.addIssue({ code: 'invalid_format', format: 'list' });
    else if (items.length > max)
      context.addIssue({ code: 'too_big', origin: 'array', maximum: max, inclusive: true });
    else return items;
    return z.NEVER;
  }, itemsInTurns(item).min(min).max(max));
}

type Parse = z.core.$ZodArray['_zod']['parse'];
type Payload = Parameters<Parse>[0];

/**
 * An array whose items are read one by one: it stops where `limits.faults_counted` faults have been found, and lets
 * others have their turn where it may wait (`safeParseAsync`). Of an item all is read in one go.
 */
const ItemsInTurns = z.core.$constructor<z.ZodArray>('ItemsInTurns', (schema, definition) => {
  z.ZodArray.init(schema, definition);
  const { element } = definition;
  const readNext = (payload: Payload, values: unknown[], context: Parameters<Parse>[1]) => {
    const index = (payload.value as unknown[]).length;
    const read = element._zod.run({ value: values[index], issues: [] }, { ...context, async: false });
    const { value, issues } = read as Payload;
    (payload.value as unknown[]).push(value);
    for (const issue of issues) payload.issues.push({ ...issue, path: [index, ...(issue.path ?? [])] });
    return index + 1 < values.length && payload.issues.length < limits.faults_counted;
  };
  schema._zod.parse = (payload, context) => {
    const values = payload.value;
    if (!Array.isArray(values)) {
      payload.issues.push({ code: 'invalid_type', expected: 'array', input: values, inst: schema });
      return payload;
    }
    payload.value = [];
    if (values.length === 0) return payload;
    const readAll = async () => {
      while (readNext(payload, values, context)) await takeTurns();
      return payload;
    };
    if (context.async === true) return readAll();
    while (readNext(payload, values, context));
    return payload;
  };
});

/** An array as it is, item by item: see `ItemsInTurns`. */
export function itemsInTurns<Item extends z.ZodType>(element: Item): z.ZodArray<Item> {
  return new ItemsInTurns({ type: 'array', element }) as z.ZodArray<Item>;
}

function readList(value: unknown, takes_one: boolean): unknown[] | typeof UNREADABLE {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return takes_one ? [value] : UNREADABLE;
  // Keys of whole numbers come in ascending order, whatever order they were sent in.
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : UNREADABLE;
}

/** Whether a schema, apart from its wrappers, takes an object or a list. */
function isCompound(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodPipe) return isCompound(schema.def.out);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return isCompound(schema.def.innerType);
  return schema instanceof z.ZodObject || schema instanceof z.ZodArray || schema instanceof z.ZodRecord;
}

/** Lets the field be absent, null or blank: undefined. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());
}

/** Replaces an omitted, null or empty field with a default value. */
export function withDefault<S extends z.ZodType>(schema: S, value: z.util.NoUndefined<z.output<S>>) {
  return (
    z
      .preprocess((given) => (isBlank(given) ? undefined : given), schema.default(value))
      // zod leaves the default of a schema with a reader out of the JSON Schema of inputs, but for this key.
      .meta({ _prefault: value })
  );
}

/** For a PATCH: a field that isn't there (undefined) stays as it is; null or blank (null) empties it. */
export function clearable<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (value !== undefined && isBlank(value) ? null : value),
    schema.nullable().optional(),
  );
}

/** A required field; null or an empty value (null) means that there is none. */
export function emptiable<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value !== undefined && isBlank(value) ? null : value), schema.nullable());
}

/**
 * Accepts other names for the fields of an object, such as misspellings in the reference: `{ address: ['addess'] }`.
 * The correct name takes precedence if both are given. Errors use the correct name.
 */
export function aliases<S extends z.ZodType>(schema: S, others: Record<string, readonly string[]>) {
  return z.preprocess((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const fields: Record<string, unknown> = { ...value };
    for (const [name, slips] of Object.entries(others))
      for (const slip of slips) {
        if (isBlank(fields[name]) && Object.hasOwn(fields, slip)) fields[name] = fields[slip];
        delete fields[slip];
      }
    return fields;
  }, schema);
}

/** The reference sends the only setting as a list too; an empty list means none. */
export function onlyElement(value: unknown): unknown {
  return Array.isArray(value) && value.length < 2 ? value[0] : value;
}
