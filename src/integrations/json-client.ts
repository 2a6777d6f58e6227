import { readJson } from '../kernel/http/read-json.ts';
import type { HttpClient, OutgoingRequest } from './http-client.ts';

export interface JsonCall {
  method: OutgoingRequest['method'];
  url: string;
  /** For the log, without numbers of things and people. */
  title: string;
  headers: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  /** The vendor knows the request again: it may be sent twice. */
  key?: string;
  signal?: AbortSignal | undefined;
}

/** What a vendor said: JSON of whatever shape. */
export interface VendorWords {
  status: number;
  body: unknown;
}

/** An answer that is no JSON. */
export class UnreadableAnswer extends Error {}

/**
 * Asks a vendor that speaks JSON.
 * @param most_bytes as long as its answers may be
 * @returns any answer with a status below 500 that is JSON
 * @throws VendorError, UnreadableAnswer; the reason of the signal
 */
export async function callJson(
  http: HttpClient,
  { method, url, title, headers, json, form, key, signal }: JsonCall,
  most_bytes: number,
): Promise<VendorWords> {
  const content =
    json !== undefined
      ? { type: 'application/json', body: JSON.stringify(json) }
      : form === undefined
        ? undefined
        : { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
  const answer = await http.send({
    method,
    url,
    title,
    headers: {
      accept: 'application/json',
      ...headers,
      ...(content !== undefined && { 'content-type': content.type }),
    },
    ...(content !== undefined && { body: content.body }),
    ...(key !== undefined && { key }),
    signal,
  });
  return { status: answer.status, body: await parse(answer.status, answer.body, most_bytes) };
}

/** In parts, so that an answer however large and deep keeps no other request waiting. */
async function parse(status: number, body: Buffer, most_bytes: number): Promise<unknown> {
  const text = body.toString('utf8');
  try {
    return storable(text, await readJson(text, most_bytes));
  } catch {
    // A refusal may come from something in front of the vendor, which speaks no JSON.
    if (status >= 400) return {};
    throw new UnreadableAnswer(`${status} ${text.slice(0, 200)}`);
  }
}

/** How JSON writes what PostgreSQL cannot store: NUL, and halves of characters. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** What was read from a text; U+FFFD stands for what cannot be stored, as in all that is entered. */
function storable(text: string, value: unknown): unknown {
  return UNSTORABLE.test(text) ? replaceUnstorable(value) : value;
}

function replaceUnstorable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(replaceUnstorable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceUnstorable(member)]));
}

/** Before it no vendor told anybody anything: what is earlier comes of a clock that was never set. */
const FIRST_NEWS = Date.UTC(2000, 0);

/** When something happened, as a vendor writes it; undefined where it says no time. */
export function momentOf(text: string): Date | undefined {
  const moment = new Date(text);
  return moment.getTime() >= FIRST_NEWS ? moment : undefined;
}

/** A text that comes as a text or a number; null and blanks count as missing. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** What was said, for the log. */
export function saidOf({ status, body }: VendorWords): string {
  return `${status} ${JSON.stringify(body)}`;
}

/** A field of whatever was said. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What a callback says; undefined where it is no JSON. */
export function jsonOfCallback(body: Buffer): unknown {
  try {
    const text = body.toString('utf8');
    return storable(text, JSON.parse(text));
  } catch {
    return undefined;
  }
}
