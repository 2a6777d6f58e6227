import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Response } from 'undici';
import { Refusal } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/log.ts';
import '../../kernel/files/errors.ts';
import { openHttpClient, VendorError, type OutgoingRequest } from '../http-client.ts';

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
/** S3 answers with short XML texts; files are read as they come. */
const ANSWER_BYTES = 65_536;

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

/** A bucket of an S3-compatible storage. */
export interface Bucket {
  /** Address of a file for clients, where the bucket is public. */
  address(name: string): string;
  /**
   * Sends a signed (SigV4) request. One that times out, finds no server or gets a 5xx is sent up to twice more.
   * @returns false where the file is not there
   * @throws Refusal 503 where the storage can't be reached; Error where it refuses, which an operator must mend
   */
  send(request: S3Request): Promise<boolean>;
  /** Reads a file as it comes; undefined where it is not there. @throws as `send` */
  read(request: S3Request): Promise<Response['body'] | undefined>;
}

export function openBucket(options: S3Options, log: Log): Bucket {
  const client = openHttpClient({
    vendor: 'file storage',
    log,
    addresses_from: 'operator',
    timeout_ms: TIMEOUT_MS,
    tries: TRIES,
    answer_bytes: ANSWER_BYTES,
  });
  return {
    address: (name) => `${options.public_url}/${name}`,
    async send(request) {
      const { status, body } = await client.send(await sign(options, request)).catch(unavailable);
      return isThere(request, status, () => Promise.resolve(body.toString()));
    },
    async read(request) {
      const answer = await client.open(await sign(options, request)).catch(unavailable);
      return (await isThere(request, answer.status, () => answer.text())) ? answer.body : undefined;
    },
  };
}

/** @throws Error where the storage refused */
async function isThere(
  { method, name }: S3Request,
  status: number,
  words: () => Promise<string>,
): Promise<boolean> {
  if (status >= 200 && status < 300) return true;
  // S3 says why in a short XML text; it has to be read, else the connection stays taken.
  const why = await words();
  if (status === 404 && method !== 'PUT') return false;
  throw new Error(`the file storage refused ${method} ${name}: ${status} ${why.slice(0, 500)}`);
}

function unavailable(error: unknown): never {
  if (!(error instanceof VendorError)) throw error;
  throw new Refusal([{ code: 'file_store_unavailable' }], { retry_after_s: 5 });
}

async function sign(options: S3Options, request: S3Request): Promise<OutgoingRequest> {
  const { method, name, headers, body, body_sha256 } = request;
  const timeout_ms = options.timeout_ms ?? request.timeout_ms;
  const signed = await new AwsV4Signer({
    method,
    url: `${options.endpoint}/${options.bucket}/${name}`,
    headers: { ...headers, 'x-amz-content-sha256': body_sha256 ?? EMPTY_SHA256 },
    accessKeyId: options.access_key_id,
    secretAccessKey: options.secret_access_key,
    service: 's3',
    region: options.region,
  }).sign();
  return {
    method,
    url: signed.url.href,
    title: `${method} ${name}`,
    headers: Object.fromEntries(signed.headers),
    ...(body !== undefined && { body }),
    ...(timeout_ms !== undefined && { timeout_ms }),
  };
}
