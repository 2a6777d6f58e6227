import type { z } from 'zod';
import type { Secret } from '../../kernel/sealed/index.ts';
import { VendorError, type HttpClient } from '../http-client.ts';
import {
  callJson,
  fieldOf,
  saidOf,
  UnreadableAnswer,
  type JsonCall,
  type VendorWords,
} from '../json-client.ts';
import { GatewayError, GatewayPaused, type GatewayProblem } from './port.ts';
import { BY_STATUS, PROBLEMS } from './xendit-words.ts';

/** Several times what it has to say. */
export const ANSWER_BYTES = 200_000;

/** Of one client for all accounts: what is down is down for all of them. */
export interface XenditSettings {
  http: HttpClient;
  /** Without a slash at the end. */
  base_url: string;
}

export type XenditCall = Omit<JsonCall, 'url' | 'headers'> & {
  path: string;
  headers?: Record<string, string>;
};

/** Speaks with Xendit in the name of one account, and says what went wrong in our words. */
export class XenditClient {
  readonly #settings: XenditSettings;
  readonly #key: Secret;

  constructor(settings: XenditSettings, key: Secret) {
    this.#settings = settings;
    this.#key = key;
  }

  async call({ path, headers, ...call }: XenditCall): Promise<VendorWords> {
    const basic = Buffer.from(`${this.#key.revealText()}:`).toString('base64');
    try {
      return await callJson(
        this.#settings.http,
        {
          ...call,
          url: this.#settings.base_url + path,
          headers: { ...headers, authorization: `Basic ${basic}` },
        },
        ANSWER_BYTES,
      );
    } catch (error) {
      if (error instanceof UnreadableAnswer) throw this.error('unreadable', error.message);
      throw error instanceof VendorError ? this.#unavailable(error) : error;
    }
  }

  /** @throws GatewayError where it is refused */
  async send(call: XenditCall): Promise<VendorWords> {
    const words = await this.call(call);
    this.refuse(words);
    return words;
  }

  refuse(words: VendorWords): void {
    const problem = this.problemOf(words);
    if (problem !== undefined) throw this.error(problem, saidOf(words));
  }

  problemOf({ status, body }: VendorWords): GatewayProblem | undefined {
    if (status < 300) return undefined;
    const code = fieldOf(body, 'error_code');
    const known = typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
    return known ?? BY_STATUS[status] ?? (status < 400 ? 'unreadable' : 'refusal_unknown');
  }

  /** What was said, in the shape that it must have. @throws GatewayError `unreadable` */
  read<Schema extends z.ZodType>(schema: Schema, { status, body }: VendorWords): z.output<Schema> {
    const result = schema.safeParse(body);
    if (status < 300 && result.success) return result.data;
    const why = result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw this.error('unreadable', `${status} ${why ?? ''}`);
  }

  /** What is answered for another key is no answer to ours. */
  expectKey(said: string, key: string): void {
    if (said !== key) throw this.error('unreadable', 'an answer for another key');
  }

  error(problem: GatewayProblem, detail: string, retry_after_ms?: number): GatewayError {
    return new GatewayError('xendit', problem, detail, retry_after_ms);
  }

  #unavailable({ reason, message, retry_after_ms }: VendorError): GatewayError {
    if (reason === 'paused') return new GatewayPaused('xendit', message, retry_after_ms ?? 0);
    const problem = reason === 'busy' ? 'busy' : reason === 'answer too large' ? 'unreadable' : 'unavailable';
    return this.error(problem, message, retry_after_ms);
  }
}
