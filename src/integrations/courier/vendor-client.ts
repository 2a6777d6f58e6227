import { z } from 'zod';
import type { Log } from '../../kernel/log.ts';
import { openHttpClient, VendorError, type HttpClient } from '../http-client.ts';
import { callJson, UnreadableAnswer, type JsonCall, type VendorWords } from '../json-client.ts';
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

export interface VendorCall extends Omit<JsonCall, 'url'> {
  /** With its query. */
  path: string;
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
  async call({ path, ...call }: VendorCall): Promise<VendorWords> {
    try {
      return await callJson(this.#http, { ...call, url: this.#base_url + path }, ANSWER_BYTES);
    } catch (error) {
      if (error instanceof VendorError) throw this.#unavailable(error);
      throw error instanceof UnreadableAnswer ? this.error('unreadable', error.message) : error;
    }
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
}

/** By which a vendor knows a booking. It is looked for in an index, which holds no longer ones. */
export const VendorId = z.string().min(1).max(200);

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
