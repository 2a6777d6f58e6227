import { z } from 'zod';
import { readJson } from '../../kernel/http/read-json.ts';
import type { Log } from '../../kernel/log.ts';
import { openHttpClient, VendorError, type HttpClient } from '../http-client.ts';
import { CourierError, VendorPaused, type CourierProblem, type VendorName } from './port.ts';

export interface VendorSettings {
  name: VendorName;
  /** Without a slash at the end. */
  base_url: string;
  log: Log;
  /** How long one try may take. */
  timeout_ms: number;
  /** Aborted when the process ends. */
  stopping?: AbortSignal | undefined;
}

export interface VendorCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** With its query. */
  path: string;
  /** For the log, without numbers of parcels and people. */
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

/** Several times what a vendor has to say: a hundred prices or a long tracking history. */
const ANSWER_BYTES = 500_000;
/** Of requests that may be repeated. */
const TRIES = 2;

/** Speaks JSON with one vendor, and says what went wrong in our words. */
export class VendorClient {
  readonly name: VendorName;
  readonly #base_url: string;
  readonly #http: HttpClient;

  constructor({ name, base_url, log, timeout_ms, stopping }: VendorSettings) {
    this.name = name;
    this.#base_url = base_url;
    this.#http = openHttpClient({
      vendor: name,
      log,
      addresses_from: 'operator',
      timeout_ms,
      tries: TRIES,
      answer_bytes: ANSWER_BYTES,
      stopping,
    });
  }

  /**
   * @returns any answer with a status below 500 that is JSON
   * @throws CourierError `unavailable`, `busy`, `unreadable`; the reason of the signal
   */
  async call({ method, path, title, headers, json, form, key, signal }: VendorCall): Promise<VendorWords> {
    const content =
      json !== undefined
        ? { type: 'application/json', body: JSON.stringify(json) }
        : form === undefined
          ? undefined
          : { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
    const answer = await this.#http
      .send({
        method,
        url: this.#base_url + path,
        title,
        headers: {
          accept: 'application/json',
          ...headers,
          ...(content !== undefined && { 'content-type': content.type }),
        },
        ...(content !== undefined && { body: content.body }),
        ...(key !== undefined && { key }),
        signal,
      })
      .catch((error: unknown) => {
        throw error instanceof VendorError ? this.#unavailable(error) : error;
      });
    return { status: answer.status, body: await this.#parse(answer.status, answer.body) };
  }

  /** What was said, in the shape that it must have. @throws CourierError `unreadable` */
  read<Schema extends z.ZodType>(schema: Schema, { status, body }: VendorWords): z.output<Schema> {
    const result = schema.safeParse(body);
    if (status < 300 && result.success) return result.data;
    const why = result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw this.error('unreadable', `${status} ${why ?? ''}`);
  }

  error(problem: CourierProblem, detail: string, retry_after_ms?: number): CourierError {
    return new CourierError(this.name, problem, detail, retry_after_ms);
  }

  #unavailable({ reason, message, retry_after_ms }: VendorError): CourierError {
    if (reason === 'paused') return new VendorPaused(this.name, message, retry_after_ms ?? 0);
    const problem = reason === 'busy' ? 'busy' : reason === 'answer too large' ? 'unreadable' : 'unavailable';
    return this.error(problem, message, retry_after_ms);
  }

  /** In parts, so that an answer however large and deep keeps no other request waiting. */
  async #parse(status: number, body: Buffer): Promise<unknown> {
    const text = body.toString('utf8');
    try {
      return storable(text, await readJson(text, ANSWER_BYTES));
    } catch {
      // A refusal may come from something in front of the vendor, which speaks no JSON.
      if (status >= 400) return {};
      throw this.error('unreadable', `${status} ${text.slice(0, 200)}`);
    }
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

/** By which a vendor knows a booking. It is looked for in an index, which holds no longer ones. */
export const VendorId = z.string().min(1).max(200);

/** Before it no courier told anybody anything: what is earlier comes of a clock that was never set. */
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

/** First and last number of days in a text such as `2 - 3 days` or `1-2 HARI`. */
export function daysOf(text: string | null | undefined): {
  min_days: number | null;
  max_days: number | null;
} {
  if (text === null || text === undefined || /jam|hour|menit|minute/i.test(text))
    return { min_days: text ? 0 : null, max_days: text ? 0 : null };
  const days = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((day) => day < 100);
  return { min_days: days[0] ?? null, max_days: days[1] ?? days[0] ?? null };
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
