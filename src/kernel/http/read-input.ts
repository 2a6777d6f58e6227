import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { kernelErrors, Refusal } from '../errors.ts';
import { limits } from '../limits.ts';
import { takeTurns } from '../slices.ts';
import { parseBrackets } from './brackets.ts';
import { refuseDeep } from './read-json.ts';
import { UploadedFile } from './route.ts';

type Fields = Record<string, unknown>;

/**
 * All parameters of a request as one object: the path takes precedence over the body, and the body over the query
 * string.
 * @param upload_bytes the maximum size of a file
 * @throws Refusal 413 if a file is larger: before any of it is read if the request declares its length, else as soon as
 *   the limit is reached, and the rest of it is never in memory
 */
export async function readInput(request: FastifyRequest, upload_bytes: number): Promise<Fields> {
  refuseManyParameters(request.url);
  const body = request.isMultipart() ? await readMultipart(request, upload_bytes) : request.body;
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body)))
    throw kernelErrors.refuse('unreadable_body');
  return {
    ...(request.query as Fields),
    ...(body as Fields | null | undefined),
    ...(request.params as Fields),
  };
}

/**
 * @param text a query string or form
 * @throws Refusal 413 where it has more than `limits.query_parameters`: the parser would leave the rest out
 */
export function refuseManyParameters(text: string): void {
  let parameters = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) parameters += 1;
  if (parameters > limits.query_parameters)
    throw kernelErrors.refuse('too_many_parameters', { limit: limits.query_parameters });
}

async function readMultipart(request: FastifyRequest, upload_bytes: number): Promise<Fields> {
  const tooLarge = () => kernelErrors.refuse('body_too_large', { limit: `${upload_bytes / 1_048_576} MB` });
  // What stands beside the file in a form is no larger than another body.
  const form_bytes = upload_bytes + limits.json_body_bytes;
  if (Number(request.headers['content-length']) > form_bytes) throw tooLarge();
  const pieces = Readable.from(piecesOf(request, form_bytes, tooLarge));
  try {
    return await readParts(request, pieces, upload_bytes);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    // The parser's own errors (no boundary, cut off) have no code of Fastify's.
    throw error instanceof Refusal || code.startsWith('FST_')
      ? error
      : kernelErrors.refuse('unreadable_body');
  } finally {
    // What was refused is not parsed to its end: the rest is thrown away as it comes.
    pieces.destroy();
    request.raw.resume();
  }
}

async function readParts(request: FastifyRequest, pieces: Readable, upload_bytes: number): Promise<Fields> {
  const fields: Fields = {};
  const bracketed: Fields = {};
  const most = { fileSize: upload_bytes, fieldSize: limits.json_body_bytes };
  // The parser takes `raw` for what it reads.
  const raw = Object.assign(pieces, { headers: request.raw.headers });
  const cut = Object.create(request, { raw: { value: raw } }) as FastifyRequest;
  for await (const part of cut.parts({ limits: most })) {
    if (Object.hasOwn(Object.prototype, part.fieldname)) continue;
    // The parser cuts off what is longer, and reads by itself what says that it is JSON.
    if (part.type === 'field' && part.valueTruncated)
      throw kernelErrors.refuse('body_too_large', { limit: `${limits.json_body_bytes / 1_048_576} MB` });
    if (part.type === 'field') refuseDeep(part.value);
    if (part.type === 'field' && part.fieldname.includes('['))
      // Of `images[]` each is one more.
      bracketed[part.fieldname] = [
        ...((bracketed[part.fieldname] as unknown[] | undefined) ?? []),
        part.value,
      ];
    else
      fields[part.fieldname] =
        part.type === 'field'
          ? part.value
          : new UploadedFile(plainName(part.filename), await part.toBuffer());
  }
  return { ...fields, ...withoutBrackets(bracketed) };
}

/** The values by the names that stand before the brackets: a list has them all, any other name its last. */
function withoutBrackets(bracketed: Fields): Fields {
  return parseBrackets(
    Object.fromEntries(
      Object.entries(bracketed).map(([name, values]) => [
        name,
        name.endsWith('[]') ? values : (values as unknown[]).at(-1),
      ]),
    ),
  );
}

/** Bytes of a form that are parsed in one go: the parser makes a stream of each part, however small. */
const PIECE_BYTES = 4_096;

/**
 * The body as it comes, in pieces between which others have their turn.
 * @throws Refusal as soon as more has come than a form may have, wherever in it that stands
 */
async function* piecesOf(
  request: FastifyRequest,
  most_bytes: number,
  refusal: () => Refusal,
): AsyncGenerator<Buffer> {
  let received_bytes = 0;
  for await (const chunk of request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received_bytes += chunk.length;
    if (received_bytes > most_bytes) throw refusal();
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      await takeTurns();
      yield chunk.subarray(at, at + PIECE_BYTES);
    }
  }
}

/** A file's name as the client has it, without what no text that is stored may hold. */
function plainName(name: string): string {
  return name.toWellFormed().replaceAll('\0', '');
}
