import type { Log } from '../../kernel/log.ts';
import {
  openHttpClient,
  VendorError,
  withoutSecret,
  type HttpClient,
  type OutgoingRequest,
} from '../http-client.ts';
import { AddressRefused } from '../public-address.ts';
import { MessageError, type MessageVendorName } from './port.ts';

export interface MessageClientSettings {
  name: MessageVendorName;
  log: Log;
  addresses_from: 'operator' | 'user';
  /** How long a request may take. */
  timeout_ms: number;
}

/** Several times what a vendor has to say of a message. */
const ANSWER_BYTES = 100_000;

/** What a vendor said, below 500. */
export interface VendorText {
  status: number;
  text: string;
  /** For the log: without the secret of the request. */
  detail: string;
}

/**
 * Speaks with one vendor. A request is sent once: no vendor knows a message again. It is not ended early when the process
 * ends, or it would not be known whether the message was sent.
 */
export class MessageClient {
  readonly #name: MessageVendorName;
  readonly #http: HttpClient;

  constructor({ name, log, addresses_from, timeout_ms }: MessageClientSettings) {
    this.#name = name;
    this.#http = openHttpClient({
      vendor: name,
      log,
      addresses_from,
      timeout_ms,
      tries: 1,
      answer_bytes: ANSWER_BYTES,
    });
  }

  /** @throws MessageError: `answer_lost` where the vendor may have done it */
  async send(request: OutgoingRequest): Promise<VendorText> {
    try {
      const { status, body } = await this.#http.send(request);
      const text = body.toString('utf8');
      return { status, text, detail: `${status} ${withoutSecret(text, request)}` };
    } catch (error) {
      if (error instanceof AddressRefused) throw this.error('refused', error.message);
      if (!(error instanceof VendorError)) throw error;
      const { reason, message, retry_after_ms, is_unsent } = error;
      const problem = reason === 'busy' ? 'busy' : is_unsent ? 'unavailable' : 'answer_lost';
      throw this.error(problem, message, retry_after_ms);
    }
  }

  error(problem: MessageError['problem'], detail: string, retry_after_ms?: number): MessageError {
    return new MessageError(this.#name, problem, detail, retry_after_ms);
  }
}
