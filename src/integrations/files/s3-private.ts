import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { Log } from '../../kernel/log.ts';
import { checkFileName, type PrivateFiles } from '../../kernel/files/port.ts';
import { s3Request, type S3Options } from './s3-request.ts';

/** Before a download may be read by the public too (a bucket may be), its name has to be guessed. */
const PREFIX = 'private/';
/** How long a large file may take on its way. */
const TRANSFER_MS = 600_000;

/** Keeps files in the bucket under `private/`, which its policy may shut to the public; we read them signed. */
export function s3PrivateFiles(options: S3Options, log: Log): PrivateFiles {
  return {
    async keep(name, path) {
      checkFileName(name);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      await s3Request(options, log, {
        method: 'PUT',
        name: PREFIX + name,
        body: await openAsBlob(path),
        body_sha256: hash.digest('hex'),
        headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
        timeout_ms: TRANSFER_MS,
      });
    },
    async read(name) {
      checkFileName(name);
      const answer = await s3Request(options, log, {
        method: 'GET',
        name: PREFIX + name,
        timeout_ms: TRANSFER_MS,
      });
      return answer?.body ? Readable.fromWeb(answer.body) : undefined;
    },
    async remove(name) {
      checkFileName(name);
      await s3Request(options, log, { method: 'DELETE', name: PREFIX + name });
    },
  };
}
