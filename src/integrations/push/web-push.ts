import { createECDH } from 'node:crypto';
import { isIP } from 'node:net';
import { loadWhenUsed } from '../../kernel/load-when-used.ts';
import type { Log } from '../../kernel/log.ts';
import type { Secret } from '../../kernel/sealed/index.ts';
import { openHttpClient, VendorError, type HttpClient, type HttpClientOptions } from '../http-client.ts';
import { AddressRefused, isPublicAddress } from '../public-address.ts';
import {
  PushDelayed,
  type PushAddress,
  type PushMessage,
  type PushOutcome,
  type ServerIdentity,
} from './port.ts';

const webPush = loadWhenUsed((require) => require('web-push') as typeof import('web-push'));

export type WebAddress = Extract<PushAddress, { kind: 'WEB' }>;

const TIMEOUT_MS = 10_000;
/** Push services answer in a line. */
const ANSWER_BYTES = 65_536;
/** How long a service keeps what it cannot deliver: what is older says nothing new. */
const TTL_S = 86_400;
/** Services whose connections and failures are remembered; users name them. */
const SERVICES_MOST = 100;
const ENDPOINT_CHARACTERS = 2_000;

export interface WebPushOptions {
  log: Log;
  /** `operator` in tests, whose services are on this machine. */
  addresses_from?: HttpClientOptions['addresses_from'];
  timeout_ms?: number;
  stopping?: AbortSignal | undefined;
}

/** Web Push: messages are encrypted for the browser alone, and signed by the server (VAPID). */
export class WebPush {
  readonly #options: WebPushOptions;
  /** By origin, so that one service that fails keeps no other waiting. */
  readonly #services = new Map<string, HttpClient>();

  constructor(options: WebPushOptions) {
    this.#options = options;
  }

  /** @throws PushDelayed */
  async send(address: WebAddress, message: PushMessage, identity: ServerIdentity): Promise<PushOutcome> {
    const { endpoint, p256dh, auth } = address;
    const request = webPush().generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(message),
      {
        vapidDetails: { subject: identity.contact, ...keyPair(identity.key) },
        TTL: TTL_S,
        urgency: 'high',
        // What waits for a device that is switched off is replaced by the same (RFC 8030, 5.4): 32 characters at most.
        topic: message.id.replaceAll('-', '').slice(0, 32),
      },
    );
    const headers = Object.entries(request.headers);
    try {
      const { status } = await this.#serviceOf(endpoint).send({
        method: 'POST',
        url: endpoint,
        title: 'POST message',
        headers: Object.fromEntries(headers.filter(([name]) => name.toLowerCase() !== 'content-length')),
        body: request.body,
      });
      return outcomeOf(status);
    } catch (error) {
      if (error instanceof AddressRefused) return 'GONE';
      if (error instanceof VendorError) throw new PushDelayed(error.reason, error.retry_after_ms);
      throw error;
    }
  }

  isAddress({ endpoint, p256dh, auth }: WebAddress): boolean {
    return isEndpoint(endpoint, this.#options.addresses_from === 'operator') && isKey(p256dh) && isAuth(auth);
  }

  #serviceOf(endpoint: string): HttpClient {
    const { origin } = new URL(endpoint);
    const known = this.#services.get(origin);
    if (known !== undefined) return known;
    const oldest = this.#services.keys().next().value;
    if (this.#services.size >= SERVICES_MOST && oldest !== undefined) this.#services.delete(oldest);
    const { log, addresses_from = 'user', timeout_ms = TIMEOUT_MS, stopping } = this.#options;
    const service = openHttpClient({
      vendor: 'push service',
      log,
      addresses_from,
      timeout_ms,
      tries: 1,
      answer_bytes: ANSWER_BYTES,
      stopping,
    });
    this.#services.set(origin, service);
    return service;
  }
}

/** 404 and 410: the subscription has ended (RFC 8030, 7.3). 403: it was made for another server. */
function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'SENT';
  return status === 404 || status === 410 || status === 403 ? 'GONE' : 'REFUSED';
}

/** The key pair on P-256, in base64url. */
function keyPair(key: Secret): { privateKey: string; publicKey: string } {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(key.reveal());
  return { privateKey: key.reveal().toString('base64url'), publicKey: pair.getPublicKey('base64url') };
}

export function publicKeyOf({ key }: ServerIdentity): string {
  return keyPair(key).publicKey;
}

function isEndpoint(endpoint: string, is_trusted: boolean): boolean {
  if (endpoint.length > ENDPOINT_CHARACTERS || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (is_trusted) return true;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const is_private = isIP(host) === 0 ? !host.includes('.') : !isPublicAddress(host);
  return protocol === 'https:' && username === '' && password === '' && !is_private;
}

/** An uncompressed point on P-256. */
function isKey(p256dh: string): boolean {
  const bytes = Buffer.from(p256dh, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  try {
    ecdh.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}

function isAuth(auth: string): boolean {
  return Buffer.from(auth, 'base64url').length === 16;
}
