import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Refusal } from '../errors.ts';
import type { Log } from '../log.ts';
import './errors.ts';
import { checkFileName, type FileStore } from './port.ts';

export interface S3Options {
  /** As https://s3.example.com */
  endpoint: string;
  bucket: string;
  region: string;
  access_key_id: string;
  secret_access_key: string;
  /** Address under which clients read the bucket, without a slash at the end. */
  public_url: string;
  /** How long one try may take. */
  timeout_ms?: number;
}

const TIMEOUT_MS = 5_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 100;

/**
 * Keeps files in a bucket of an S3-compatible storage, which must let the public read them. Requests are
 * signed (SigV4) with the hash of the content, so that nothing on the way can change it. A request that
 * times out, finds no server or gets a 5xx is sent up to twice more; then the caller is told 503.
 */
export function s3FileStore(options: S3Options, log: Log): FileStore {
  return {
    async put(name, bytes, content_type) {
      checkFileName(name);
      await send(options, log, 'PUT', name, bytes, {
        'content-type': content_type,
        'cache-control': 'public, max-age=31536000, immutable',
      });
      return `${options.public_url}/${name}`;
    },
    async remove(name) {
      checkFileName(name);
      await send(options, log, 'DELETE', name, undefined, {});
    },
  };
}

/** @throws Refusal 503 where the storage can't be reached; Error where it refuses, which an operator must mend. */
async function send(
  options: S3Options,
  log: Log,
  method: 'PUT' | 'DELETE',
  name: string,
  body: Buffer | undefined,
  headers: Record<string, string>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendOnce(options, method, name, body, headers);
    if (outcome.status !== undefined && outcome.status < 300) return;
    // Storages differ in whether a file that is not there can be removed.
    if (method === 'DELETE' && outcome.status === 404) return;
    if (outcome.status !== undefined && outcome.status < 500)
      throw new Error(`the file storage refused ${method} ${name}: ${outcome.problem}`);
    log.warn({ method, name, attempt, problem: outcome.problem }, 'the file storage failed');
    if (attempt === TRIES) throw new Refusal([{ code: 'file_store_unavailable' }], { retry_after_s: 5 });
    await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

/** The status of the answer, undefined where there was none, and what to tell the operator. */
async function sendOnce(
  options: S3Options,
  method: 'PUT' | 'DELETE',
  name: string,
  body: Buffer | undefined,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; problem: string }> {
  const signed = await new AwsV4Signer({
    method,
    url: `${options.endpoint}/${options.bucket}/${name}`,
    headers: {
      ...headers,
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    },
    accessKeyId: options.access_key_id,
    secretAccessKey: options.secret_access_key,
    service: 's3',
    region: options.region,
  }).sign();
  try {
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body !== undefined && { body: new Uint8Array(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeout_ms ?? TIMEOUT_MS),
    });
    // S3 says why in a short XML text.
    return { status: answer.status, problem: `${answer.status} ${(await answer.text()).slice(0, 500)}` };
  } catch (error) {
    return { status: undefined, problem: String((error as Error).cause ?? error) };
  }
}
