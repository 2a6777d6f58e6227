import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Refusal } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/log.ts';
import '../../kernel/files/errors.ts';

export interface S3Options {
  /** As https://s3.example.com */
  endpoint: string;
  bucket: string;
  region: string;
  access_key_id: string;
  secret_access_key: string;
  /** Address under which clients read the bucket, without a slash at the end. */
  public_url: string;
  /** How long one try may take, whatever its body. */
  timeout_ms?: number;
}

const EMPTY_SHA256 = createHash('sha256').update('').digest('hex');
const TIMEOUT_MS = 5_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 100;

export interface S3Request {
  method: 'GET' | 'PUT' | 'DELETE';
  /** Name of the file in the bucket. */
  name: string;
  headers?: Record<string, string>;
  body?: Blob;
  /** Hash of the body, in hexadecimal: signed, so that nothing on the way can change it. */
  body_sha256?: string;
  /** Longer than usual, for a large body. */
  timeout_ms?: number;
}

/**
 * Sends a signed (SigV4) request. One that times out, finds no server or gets a 5xx is sent up to twice more.
 * @returns the answer where it is a success, undefined where the file is not there
 * @throws Refusal 503 where the storage can't be reached; Error where it refuses, which an operator must mend
 */
export async function s3Request(
  options: S3Options,
  log: Log,
  request: S3Request,
): Promise<Response | undefined> {
  const { method, name } = request;
  for (let attempt = 1; ; attempt += 1) {
    const { answer, problem } = await sendOnce(options, request);
    if (answer?.ok) return answer;
    if (answer?.status === 404 && method !== 'PUT') return undefined;
    if (answer !== undefined && answer.status < 500)
      throw new Error(`the file storage refused ${method} ${name}: ${problem}`);
    log.warn({ method, name, attempt, problem }, 'the file storage failed');
    if (attempt === TRIES) throw new Refusal([{ code: 'file_store_unavailable' }], { retry_after_s: 5 });
    await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

/** The answer, undefined where there was none, and what to tell the operator. */
async function sendOnce(
  options: S3Options,
  { method, name, headers, body, body_sha256, timeout_ms }: S3Request,
): Promise<{ answer?: Response; problem: string }> {
  const signed = await new AwsV4Signer({
    method,
    url: `${options.endpoint}/${options.bucket}/${name}`,
    headers: { ...headers, 'x-amz-content-sha256': body_sha256 ?? EMPTY_SHA256 },
    accessKeyId: options.access_key_id,
    secretAccessKey: options.secret_access_key,
    service: 's3',
    region: options.region,
  }).sign();
  try {
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeout_ms ?? timeout_ms ?? TIMEOUT_MS),
    });
    if (answer.ok) {
      // What nobody reads would keep the connection taken.
      if (method !== 'GET') await answer.body?.cancel();
      return { answer, problem: '' };
    }
    // S3 says why in a short XML text.
    return { answer, problem: `${answer.status} ${(await answer.text()).slice(0, 500)}` };
  } catch (error) {
    return { problem: String((error as Error).cause ?? error) };
  }
}
