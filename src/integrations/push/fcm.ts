import { z } from 'zod';
import { loadWhenUsed } from '../../kernel/load-when-used.ts';
import { VendorError, type HttpClient } from '../http-client.ts';
import { callJson, fieldOf, UnreadableAnswer, type VendorWords } from '../json-client.ts';
import { PushDelayed, type PushMessage, type PushOutcome } from './port.ts';

const jose = loadWhenUsed((require) => require('jose') as typeof import('jose'));

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** As long as Google takes at most. */
const ASSERTION_S = 3_600;
/** So long before its end a token is asked for anew. */
const EARLY_MS = 60_000;
const ANSWER_BYTES = 262_144;

/** What Google gives out as the key of a service account, as far as it is needed. */
export const ServiceAccount = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url(),
});
export type ServiceAccount = z.output<typeof ServiceAccount>;

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().min(1) });

export interface FcmOptions {
  http: HttpClient;
  base_url: string;
  account: ServiceAccount;
  now: () => Date;
}

/** Firebase Cloud Messaging, HTTP v1. */
export class Fcm {
  readonly #options: FcmOptions;
  #token: { value: Promise<string>; until_ms: number } | undefined;

  constructor(options: FcmOptions) {
    this.#options = options;
  }

  /** @throws PushDelayed */
  async send(token: string, message: PushMessage): Promise<PushOutcome> {
    try {
      let answer = await this.#ask(token, message);
      if (answer.status === 401) {
        // It may have been withdrawn before its time.
        this.#token = undefined;
        answer = await this.#ask(token, message);
      }
      return outcomeOf(answer);
    } catch (error) {
      if (error instanceof VendorError) throw new PushDelayed(error.reason, error.retry_after_ms);
      if (error instanceof UnreadableAnswer) throw new PushDelayed('unreadable');
      throw error;
    }
  }

  async #ask(token: string, { id, title, body, icon, data }: PushMessage): Promise<VendorWords> {
    const { http, base_url, account } = this.#options;
    const json = {
      message: {
        token,
        notification: { title, body },
        data: { ...data, id, icon },
        // The same again replaces what is shown.
        android: { priority: 'HIGH', collapse_key: id, notification: { tag: id } },
        apns: { headers: { 'apns-collapse-id': id } },
      },
    };
    return callJson(
      http,
      {
        method: 'POST',
        url: `${base_url}/v1/projects/${encodeURIComponent(account.project_id)}/messages:send`,
        title: 'POST messages:send',
        headers: { authorization: `Bearer ${await this.#accessToken()}` },
        json,
      },
      ANSWER_BYTES,
    );
  }

  /** Asked for once, however many are sent meanwhile. */
  #accessToken(): Promise<string> {
    const known = this.#token;
    if (known !== undefined && known.until_ms > this.#options.now().getTime()) return known.value;
    const asked = { value: this.#askForToken(), until_ms: this.#options.now().getTime() + EARLY_MS };
    asked.value = asked.value.catch((error: unknown) => {
      if (this.#token === asked) this.#token = undefined;
      throw error;
    });
    this.#token = asked;
    return asked.value;
  }

  async #askForToken(): Promise<string> {
    const { http, account, now } = this.#options;
    const { SignJWT, importPKCS8 } = jose();
    const issued_s = Math.floor(now().getTime() / 1_000);
    const assertion = await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri)
      .setIssuedAt(issued_s)
      .setExpirationTime(issued_s + ASSERTION_S)
      .sign(await importPKCS8(account.private_key, 'RS256'));
    const { status, body } = await callJson(
      http,
      {
        method: 'POST',
        url: account.token_uri,
        title: 'POST token',
        headers: {},
        form: { grant_type: GRANT, assertion },
      },
      ANSWER_BYTES,
    );
    const read = TokenAnswer.safeParse(body);
    // The operator has to look at it: until then nothing is lost that is not too old.
    if (status !== 200 || !read.success) throw new PushDelayed(`no access token was given (${status})`);
    const { access_token, expires_in } = read.data;
    if (this.#token !== undefined) this.#token.until_ms = now().getTime() + expires_in * 1_000 - EARLY_MS;
    return access_token;
  }
}

/** What the service says of a message (its `ErrorCode`). */
function outcomeOf({ status, body }: VendorWords): PushOutcome {
  if (status === 200) return 'SENT';
  if (status === 401) throw new PushDelayed('the access token is not taken');
  const details = fieldOf(fieldOf(body, 'error'), 'details');
  const codes = Array.isArray(details) ? details.map((detail: unknown) => fieldOf(detail, 'errorCode')) : [];
  // UNREGISTERED; or the token is of another project.
  if (status === 404 || codes.includes('UNREGISTERED') || codes.includes('SENDER_ID_MISMATCH')) return 'GONE';
  return status === 400 && namesToken(details) ? 'GONE' : 'REFUSED';
}

/** Whether it is the token that is invalid: a message of ours is, or the next one would be, too. */
function namesToken(details: unknown): boolean {
  if (!Array.isArray(details)) return false;
  const violations = details.flatMap((detail: unknown) => fieldOf(detail, 'fieldViolations') ?? []);
  return violations.some((violation: unknown) => fieldOf(violation, 'field') === 'message.token');
}
