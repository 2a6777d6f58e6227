import {
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
  type IBackoff,
  type IRetryBackoffContext,
} from 'cockatiel';
import type { Agent, Response } from 'undici';
import { loadWhenUsed } from '../kernel/load-when-used.ts';
import type { Log } from '../kernel/log.ts';
import { nameServers } from './name-servers.ts';
import { AddressRefused, publicConnector } from './public-address.ts';

export interface HttpClientOptions {
  /** In the log and in errors, as `file storage`. */
  vendor: string;
  log: Log;
  /**
   * Who says where requests go. The operator's settings are believed, also `http://localhost:9000`; an address that a
   * user entered must be of the public internet.
   */
  addresses_from: 'operator' | 'user';
  /** How long one try may take, with its whole answer. */
  timeout_ms: number;
  /** How often a request is sent, at most. */
  tries: number;
  /** How long an answer's body may be. */
  answer_bytes: number;
  /** Aborted when the process ends: nothing is waited for then, and nothing more is sent. */
  stopping?: AbortSignal | undefined;
}

export interface OutgoingRequest {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';
  url: string;
  /** In the log, in place of the address, which may hold a secret: as `PUT 7/logo.webp`. */
  title: string;
  headers?: Record<string, string>;
  body?: string | Buffer | Blob;
  /** Stands in the request, and is not to stand in the log where the vendor repeats it. */
  secret?: string;
  /**
   * Sent with every try as `Idempotency-Key`, so that the vendor does the work once. A POST or PATCH without a key is
   * never sent again.
   */
  key?: string;
  /** In place of the client's, for a large body. */
  timeout_ms?: number;
  /** Ends the request, and the pauses between its tries, early: it fails with the reason of the signal. */
  signal?: AbortSignal | undefined;
}

export interface VendorAnswer {
  status: number;
  headers: Response['headers'];
  body: Buffer;
}

const undici = loadWhenUsed((require) => require('undici') as typeof import('undici'));

/** Sends requests to one vendor. */
export interface HttpClient {
  /**
   * @returns the answer with its whole body, whatever its status but 429 and 5xx; a redirection is an answer too, and
   * not followed
   * @throws VendorError where there is none; AddressRefused where it may not be sent there
   */
  send(request: OutgoingRequest): Promise<VendorAnswer>;
  /** The same, with a body that is read as it comes: what fails in it is thrown there, and not tried again. */
  open(request: OutgoingRequest): Promise<Response>;
}

/** Why there is no answer that counts. */
type Reason =
  | 'timeout'
  | 'unreachable'
  /** 5xx */
  | 'failed'
  /** 429 */
  | 'busy'
  | 'answer too large'
  /** Not sent, as the vendor has failed too often just now; or not waited for, as the process ends. */
  | 'paused';

/** A vendor gave no answer that counts. Whether it did the work is not known, but for `busy`. */
export class VendorError extends Error {
  readonly reason: Reason;
  /** When the vendor, or our pause, says that it is worth trying again. */
  readonly retry_after_ms: number | undefined;
  /** Whether it is certain that nothing of the request has reached the vendor: there was no connection. */
  readonly is_unsent: boolean;
  constructor(vendor: string, reason: Reason, detail: string, retry_after_ms?: number, is_unsent = false) {
    super(`the ${vendor} gave no answer (${reason}): ${detail}`);
    this.reason = reason;
    this.retry_after_ms = retry_after_ms;
    this.is_unsent = is_unsent;
  }
}

/** Pauses between tries: around 0.1, 0.2, 0.4 s …, each time other, so that clients do not come back all at once. */
const FIRST_PAUSE_MS = 100;
/** Chance may say nearly nothing: a vendor that just failed is left to itself so long at least. */
const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
/** After this many consecutive failures, whatever was requested, nothing is sent for a while. */
const FAILURES_IN_A_ROW = 10;
const CIRCUIT_PAUSE_MS = 10_000;
const CONNECT_MS = 5_000;

/**
 * Speaks HTTP with a vendor: each try ends in time, what failed in passing is sent again after a pause (Retry-After is
 * heeded), and a vendor that fails on and on is left alone for ten seconds, in which all requests fail at once.
 */
export function openHttpClient(options: HttpClientOptions): HttpClient {
  const { vendor, log } = options;
  let opened: Agent | undefined;
  const dispatcher = () => (opened ??= openAgent(options));
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: CIRCUIT_PAUSE_MS,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  });
  breaker.onBreak(() =>
    log.warn({ vendor, pause_ms: CIRCUIT_PAUSE_MS }, 'a vendor is left alone for a while'),
  );
  const repeating = wrap(
    retry(handleWhen(isPassing), { maxAttempts: options.tries - 1, backoff: pauses() }),
    breaker,
  );
  const run = async <T>(request: OutgoingRequest, read: (answer: Response) => Promise<T>): Promise<T> => {
    const policy: Pick<typeof breaker, 'execute'> = isRepeatable(request) ? repeating : breaker;
    let attempt = 0;
    try {
      return await policy.execute(async () => {
        request.signal?.throwIfAborted();
        throwIfEnding(options);
        attempt += 1;
        try {
          return await read(await sendOnce(options, dispatcher(), request));
        } catch (error) {
          request.signal?.throwIfAborted();
          throwIfEnding(options);
          const { message } = error as Error;
          log.warn({ vendor, request: request.title, attempt, problem: message }, 'a vendor failed');
          throw error;
        }
      }, request.signal);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (!isBrokenCircuitError(error)) throw error;
      throw new VendorError(vendor, 'paused', 'it has failed too often just now', CIRCUIT_PAUSE_MS, true);
    }
  };
  return {
    send: (request) =>
      run(request, async (answer) => ({
        status: answer.status,
        headers: answer.headers,
        body: await readBody(options, answer),
      })),
    open: (request) => run(request, (answer) => Promise.resolve(answer)),
  };
}

function openAgent({ addresses_from }: HttpClientOptions): Agent {
  return new (undici().Agent)({
    allowH2: false,
    connect:
      addresses_from === 'user'
        ? publicConnector(CONNECT_MS, nameServers({ reads_hosts: false }))
        : { timeout: CONNECT_MS, allowH2: false },
  });
}

/** @throws VendorError where the process ends: another one does what is left */
function throwIfEnding({ vendor, stopping }: HttpClientOptions): void {
  if (stopping?.aborted === true)
    throw new VendorError(vendor, 'paused', 'the process ends', CIRCUIT_PAUSE_MS);
}

/** Whether it may be sent twice: by its method, or as the vendor knows it again by its key. */
function isRepeatable({ method, key }: OutgoingRequest): boolean {
  return key !== undefined || (method !== 'POST' && method !== 'PATCH');
}

/** The vendor is unavailable for every request. */
function isOutage(error: unknown): boolean {
  return error instanceof VendorError && OUTAGES.has(error.reason);
}
const OUTAGES = new Set<Reason>(['timeout', 'unreachable', 'failed']);

/** It may be better in a moment. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof VendorError)) return false;
  const is_soon = (error.retry_after_ms ?? 0) <= LONGEST_PAUSE_MS;
  return is_soon && (isOutage(error) || error.reason === 'busy');
}

/** Longer and longer, with jitter, and never shorter than the vendor wants. */
function pauses(): DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<unknown>> {
  const exponential = new ExponentialBackoff({ initialDelay: FIRST_PAUSE_MS, maxDelay: LONGEST_PAUSE_MS });
  return new DelegateBackoff(({ result }, before) => {
    const state = before === undefined ? exponential.next() : before.next(undefined);
    const retry_after_ms =
      'error' in result && result.error instanceof VendorError ? result.error.retry_after_ms : 0;
    return { delay: Math.max(state.duration, SHORTEST_PAUSE_MS, retry_after_ms ?? 0), state };
  });
}

/** @throws VendorError where there is no answer, or one of 429 or 5xx; AddressRefused */
async function sendOnce(
  { vendor, timeout_ms, stopping }: HttpClientOptions,
  dispatcher: Agent,
  request: OutgoingRequest,
): Promise<Response> {
  const { method, url, headers, body, key } = request;
  // What cannot be sent is a fault of ours, and says nothing of the vendor: it throws here.
  const sent = new (undici().Headers)({ ...headers, ...(key !== undefined && { 'idempotency-key': key }) });
  const in_time = AbortSignal.timeout(request.timeout_ms ?? timeout_ms);
  let answer: Response;
  try {
    answer = await undici().fetch(url, {
      method,
      headers: sent,
      ...(body !== undefined && { body }),
      // It would lead elsewhere than the settings or the user said.
      redirect: 'manual',
      signal: AbortSignal.any([in_time, request.signal, stopping].filter((signal) => signal !== undefined)),
      dispatcher,
    });
  } catch (error) {
    throw faultOf(vendor, error);
  }
  if (answer.status !== 429 && answer.status < 500) return answer;
  const retry_after_ms = readRetryAfter(answer.headers.get('retry-after'));
  const words = await readBody({ vendor, answer_bytes: WORDS_BYTES }, answer).catch(() => undefined);
  const detail = `${answer.status} ${withoutSecret(words?.toString() ?? '', request).slice(0, 500)}`;
  throw new VendorError(vendor, answer.status === 429 ? 'busy' : 'failed', detail, retry_after_ms);
}

/** What a vendor says, without the secret that it was asked with. */
export function withoutSecret(said: string, { secret = '' }: Pick<OutgoingRequest, 'secret'>): string {
  return secret === '' ? said : said.replaceAll(secret, '[sealed]');
}

/** Of what is said with a failure. */
const WORDS_BYTES = 65_536;

/** The whole body. @throws VendorError where it is longer than may be, breaks off or takes too long */
async function readBody(
  { vendor, answer_bytes }: Pick<HttpClientOptions, 'vendor' | 'answer_bytes'>,
  answer: Response,
): Promise<Buffer> {
  const tooLarge = () => new VendorError(vendor, 'answer too large', `more than ${answer_bytes} bytes`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    if (Number(answer.headers.get('content-length')) > answer_bytes) {
      await answer.body?.cancel();
      throw tooLarge();
    }
    // Counted as they are unpacked: a small answer may become a very large one. Leaving the loop ends the answer.
    for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > answer_bytes) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof VendorError ? error : faultOf(vendor, error);
  }
  return Buffer.concat(parts);
}

/** What became of a try, from the errors of fetch. */
function faultOf(vendor: string, error: unknown): Error {
  const cause = (error as Error).cause ?? error;
  if (cause instanceof AddressRefused) return cause;
  const { name, message, code } = cause as NodeJS.ErrnoException;
  // Ports of other services are not even tried.
  if (message === 'bad port' || (code !== undefined && NO_CONNECTION.has(code)))
    return new VendorError(vendor, 'unreachable', message, undefined, true);
  return new VendorError(vendor, name === 'TimeoutError' ? 'timeout' : 'unreachable', message);
}

/** Codes of failures before there is a connection that something could be sent on. */
const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  // What name servers say, or do not.
  'ENODATA',
  'ESERVFAIL',
  'EREFUSED',
  'EBADRESP',
  'ETIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Who wants to be left alone for longer is asked again after a day: it may be a mistake. */
const LONGEST_RETRY_AFTER_MS = 86_400_000;

/** Seconds, or the date until which to wait (RFC 9110). @returns milliseconds from now; undefined if the header has none */
export function readRetryAfter(text: string | null, now = Date.now()): number | undefined {
  if (text === null) return undefined;
  const until = /^\d+$/.test(text) ? now + Number(text) * 1_000 : Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, until - now));
}
