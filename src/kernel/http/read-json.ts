import { parse as parseSecurely } from 'secure-json-parse';
import { kernelErrors, Refusal } from '../errors.ts';
import { limits } from '../limits.ts';
import { takeTurns } from '../slices.ts';

/** So much is parsed in one go, and scanned between two looks at the clock: a millisecond or two. */
const PIECE_CHARACTERS = 65_536;

/**
 * Reads a JSON body: a long one in parts, yielding to other requests. Keys that would change prototypes are dropped.
 * @param most_bytes the maximum size of the body, to which the number of values is proportional
 * @throws Refusal 413 if it has more than `limits.json_values` values, `limits.json_depth` levels of nesting, or (in an
 *   object of more than 64 KB) `limits.json_fields` fields; 400 if it is not JSON
 */
export async function readJson(text: string, most_bytes: number): Promise<unknown> {
  // Larger bodies may hold more.
  await checkStructure(text, (limits.json_values * most_bytes) / limits.json_body_bytes);
  try {
    return await readLong(text, 0, text.length);
  } catch (error) {
    throw error instanceof Refusal ? error : kernelErrors.refuse('unreadable_body');
  }
}

/** Reads a short text whole. */
function parse(text: string): unknown {
  return parseSecurely(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
}

async function checkStructure(text: string, most_values: number): Promise<void> {
  let depth = 0;
  let values = 1;
  let looked = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at - looked > PIECE_CHARACTERS) {
      looked = at;
      await takeTurns();
    }
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (sign === COMMA) values += 1;
    else if (isOpening(sign)) {
      depth += 1;
      values += 1;
    } else if (isClosing(sign)) depth -= 1;
    if (depth > limits.json_depth || values > most_values) throw tooComplex(most_values);
  }
}

function tooComplex(values: number = limits.json_values): Refusal {
  const { json_depth: depth, json_fields: fields } = limits;
  return kernelErrors.refuse('body_too_complex', { depth, values, fields });
}

/** @throws Refusal 413 where a value that was read elsewhere has more levels than `limits.json_depth` */
export function refuseDeep(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= limits.json_depth) throw tooComplex();
  for (const member of Object.values(value)) refuseDeep(member, depth + 1);
}

/** Reads the value that stands in a part of the text; what is long and has members, some members at a time. */
async function readLong(text: string, from: number, to: number): Promise<unknown> {
  const [first, last] = withoutBlanks(text, from, to);
  const opening = text.charCodeAt(first);
  if (last - first <= PIECE_CHARACTERS || !isOpening(opening)) return parse(text.slice(first, last));
  const is_list = opening === BRACKET;
  if (text.charCodeAt(last - 1) !== (is_list ? BRACKET_END : BRACE_END)) throw new SyntaxError('no end');
  const value: Long = is_list ? { list: [] } : { fields: {}, count: 0 };
  const end = last - 1;
  /** Where the members begin that are not read yet, and the next that is looked at. */
  let unread = first + 1;
  let next = unread;
  while (next <= end) {
    const member_end = await endOfMember(text, next, end);
    if (member_end - unread > PIECE_CHARACTERS && next > unread) {
      await addMembers(value, text, unread, next - 1);
      unread = next;
    }
    next = member_end + 1;
  }
  // A comma with nothing behind it is no JSON; a list or object with nothing in it is.
  if (unread > first + 1 || !isEmpty(text, unread, end)) await addMembers(value, text, unread, end);
  return 'list' in value ? value.list : value.fields;
}

type Long = { list: unknown[] } | { fields: Record<string, unknown>; count: number };

/** Adds the members that stand side by side in a part of the text: some short ones, or one that is long. */
async function addMembers(value: Long, text: string, from: number, to: number): Promise<void> {
  await takeTurns();
  if (isEmpty(text, from, to)) throw new SyntaxError('nothing between commas');
  const is_long = to - from > PIECE_CHARACTERS;
  if ('list' in value) {
    if (is_long) value.list.push(await readLong(text, from, to));
    else for (const member of parse(`[${text.slice(from, to)}]`) as unknown[]) value.list.push(member);
  } else if (!is_long) {
    const members = parse(`{${text.slice(from, to)}}`) as object;
    value.count += Object.keys(members).length;
    if (value.count > limits.json_fields) throw tooComplex();
    Object.assign(value.fields, members);
  } else {
    const [key_at] = withoutBlanks(text, from, to);
    const key_end = endOfText(text, key_at) + 1;
    const [colon] = withoutBlanks(text, key_end, to);
    if (text.charCodeAt(colon) !== COLON) throw new SyntaxError('no colon');
    const member = await readLong(text, colon + 1, to);
    // As `parse` does: by these, prototypes would be changed.
    const key = parse(text.slice(key_at, key_end)) as string;
    if (key !== '__proto__' && key !== 'constructor') value.fields[key] = member;
  }
}

/** Where the member that begins here ends: at the comma behind it, or at the end of its list or object. */
async function endOfMember(text: string, from: number, to: number): Promise<number> {
  let depth = 0;
  let looked = from;
  for (let at = from; at < to; at += 1) {
    if (at - looked > PIECE_CHARACTERS) {
      looked = at;
      await takeTurns();
    }
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (isOpening(sign)) depth += 1;
    else if (isClosing(sign)) depth -= 1;
    else if (sign === COMMA && depth === 0) return at;
  }
  return to;
}

/** The place of the sign that ends the text in quotes that begins here. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) return at;
    at += sign === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

/** The part without blanks at its ends. */
function withoutBlanks(text: string, from: number, to: number): [number, number] {
  let [first, last] = [from, to];
  while (first < last && isBlank(text.charCodeAt(first))) first += 1;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last -= 1;
  return [first, last];
}

function isEmpty(text: string, from: number, to: number): boolean {
  const [first, last] = withoutBlanks(text, from, to);
  return first === last;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
const isOpening = (sign: number) => sign === BRACKET || sign === BRACE;
const isClosing = (sign: number) => sign === BRACKET_END || sign === BRACE_END;
const isBlank = (sign: number) => sign === 0x20 || sign === 0x0a || sign === 0x0d || sign === 0x09;
