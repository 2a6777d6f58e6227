import type { Agent, Dispatcher } from 'undici';
import { loadWhenUsed } from '../../kernel/load-when-used.ts';
import { readRetryAfter } from '../http-client.ts';
import { nameServers } from '../name-servers.ts';
import {
  AddressRefused,
  isLocalName,
  isPublicAddress,
  publicConnector,
  type Resolve,
} from '../public-address.ts';
import { isWithin } from './networks.ts';
import type { OutgoingWebhook, UrlFault, WebhookError, WebhookOutcome, Webhooks } from './port.ts';

const undici = loadWhenUsed((require) => require('undici') as typeof import('undici'));

const CONNECT_MS = 8_000;
/** So much of an answer is read. */
const ANSWER_BYTES = 1_000;
/** Whoever has answered 2xx has taken it: for what else it says nothing is waited long. */
const ANSWER_MS = 1_000;
const TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 4_000;
const LONGEST_URL = 2_000;

export interface HttpWebhooksOptions {
  /** Private addresses and networks that may be reached, also without TLS. */
  networks: readonly string[];
  /** How long an attempt may take until its answer begins. */
  timeout_ms?: number;
  /** Replaced in tests. */
  resolve?: Resolve;
}

/**
 * Sends webhooks by HTTP. Each goes to the public internet by TLS, or to the networks that the operator has named: what is
 * looked at is the address that the connection is then opened to. Redirections are not followed, and of an answer only the
 * beginning is read.
 */
export function httpWebhooks({
  networks,
  timeout_ms = TIMEOUT_MS,
  resolve = nameServers({ reads_hosts: networks.length > 0 }),
}: HttpWebhooksOptions): Webhooks {
  let opened: Agent | undefined;
  const isNamed = (address: string) => isWithin(networks, address);
  const open = () => {
    const secure = publicConnector(
      CONNECT_MS,
      resolve,
      (address) => isPublicAddress(address) || isNamed(address),
    );
    const plain = publicConnector(CONNECT_MS, resolve, isNamed);
    return new (undici().Agent)({
      allowH2: false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: (options, done) => (options.protocol === 'https:' ? secure : plain)(options, done),
    });
  };
  return {
    send: (webhook) => sendOnce((opened ??= open()), timeout_ms, webhook),
    faultOf: (url) => faultOf(url, isNamed, networks.length > 0),
  };
}

function faultOf(
  text: string,
  isNamed: (address: string) => boolean,
  has_networks: boolean,
): UrlFault | undefined {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return 'webhook_url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'webhook_url';
  if (url.username !== '' || url.password !== '') return 'webhook_url_user';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const is_address = /^[\d.]+$/.test(host) || host.includes(':');
  if (url.protocol === 'http:' && !(is_address ? isNamed(host) : has_networks)) return 'webhook_url_https';
  if (is_address) return isPublicAddress(host) || isNamed(host) ? undefined : 'webhook_url_private';
  return !has_networks && isLocalName(host) ? 'webhook_url_private' : undefined;
}

async function sendOnce(
  dispatcher: Agent,
  timeout_ms: number,
  { url, headers, body, signal }: OutgoingWebhook,
): Promise<WebhookOutcome> {
  signal.throwIfAborted();
  const began_ms = performance.now();
  const passed = () => Math.round(performance.now() - began_ms);
  try {
    const answer = await undici().request(url, {
      method: 'POST',
      headers,
      body,
      dispatcher,
      signal: AbortSignal.any([AbortSignal.timeout(timeout_ms), signal]),
    });
    const milliseconds = passed();
    const status = answer.statusCode;
    return {
      status,
      error: errorOf(status),
      milliseconds,
      answer: await beginningOf(answer.body),
      retry_after_ms: readRetryAfter(headerOf(answer.headers['retry-after'])),
    };
  } catch (error) {
    signal.throwIfAborted();
    return { error: faultOfFailure(error), milliseconds: passed(), answer: '' };
  }
}

function errorOf(status: number): WebhookError | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 410) return 'GONE';
  return status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS';
}

const headerOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

/** Whatever happens to the rest of an answer, its status has been said. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Ends the loop below with an error.
  const late = setTimeout(() => body.destroy(), ANSWER_MS);
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, ANSWER_BYTES - bytes));
      bytes += part.length;
      // Leaving the loop ends the connection: nothing more is read from it.
      if (bytes >= ANSWER_BYTES) break;
    }
  } catch {
    // It broke off, or came too slowly.
  } finally {
    clearTimeout(late);
  }
  return visibleBeginning(Buffer.concat(parts));
}

/** As text that can be stored, whatever the bytes are. */
function visibleBeginning(bytes: Buffer): string {
  // oxlint-disable-next-line no-control-regex
  return bytes.toString('utf8').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}

function faultOfFailure(error: unknown): WebhookError {
  const cause = (error as Error).cause ?? error;
  if (cause instanceof AddressRefused) return 'ADDRESS_REFUSED';
  const { name, code = '' } = cause as Error & { code?: string };
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT')
    return 'TIMEOUT';
  if (name === 'HTTPParserError' || code.startsWith('HPE_')) return 'NOT_HTTP';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return 'TLS';
  return 'UNREACHABLE';
}
