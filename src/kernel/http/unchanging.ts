import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

interface Encoded {
  content: string | Buffer;
  bytes: Buffer;
  etag: string;
}

/**
 * The responses of text or bytes of the routes in this scope are encoded once, because they do not change while the process runs,
 * and are not sent again to clients that have them: 304 for their ETag.
 */
export function answerUnchanging(scope: FastifyInstance): void {
  const encoded = new Map<string, Encoded>();
  scope.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload)))
      return payload;
    const { etag, bytes } = encodeOnce(encoded, request.routeOptions.url ?? '', payload);
    // Browsers cache it and revalidate it each time: after an upgrade it differs.
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (!namesTag(request.headers['if-none-match'], etag)) {
      reply.header('content-length', bytes.length);
      return Readable.from(piecesOf(bytes));
    }
    reply.code(304).removeHeader('content-type');
    return null;
  });
}

/** As much is given to a connection at a time: the system takes megabytes at once, and others wait while they are copied. */
const PIECE_BYTES = 65_536;

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (start > 0) await setImmediate();
    yield bytes.subarray(start, start + PIECE_BYTES);
  }
}

function encodeOnce(all: Map<string, Encoded>, route: string, content: string | Buffer): Encoded {
  const known = all.get(route);
  if (known?.content === content) return known;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const made = { content, bytes, etag };
  all.set(route, made);
  return made;
}

/** Whether the header `If-None-Match` names the tag, or any. */
export function namesTag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === etag.replace(/^W\//, '') || tag === '*');
}
