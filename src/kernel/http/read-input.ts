import type { FastifyRequest } from 'fastify';
import { kernelErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { UploadedFile } from './route.ts';

type Fields = Record<string, unknown>;

/**
 * All parameters of a request as one object: path before body before query string.
 * @param upload_bytes how large a file may be
 * @throws Refusal 413 where a file is larger: before any of it is read where the request says its length, else
 * as soon as it is, and the rest of it is never in memory
 */
export async function readInput(request: FastifyRequest, upload_bytes: number): Promise<Fields> {
  const body = request.isMultipart() ? await readMultipart(request, upload_bytes) : request.body;
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body)))
    throw kernelErrors.refuse('unreadable_body');
  return {
    ...(request.query as Fields),
    ...(body as Fields | null | undefined),
    ...(request.params as Fields),
  };
}

async function readMultipart(request: FastifyRequest, upload_bytes: number): Promise<Fields> {
  const fields: Fields = {};
  const tooLarge = () => kernelErrors.refuse('body_too_large', { limit: `${upload_bytes / 1_048_576} MB` });
  // What stands beside the file in a form is no larger than another body.
  if (Number(request.headers['content-length']) > upload_bytes + limits.json_body_bytes) throw tooLarge();
  try {
    for await (const part of request.parts({ limits: { fileSize: upload_bytes } })) {
      if (Object.hasOwn(Object.prototype, part.fieldname)) continue;
      fields[part.fieldname] =
        part.type === 'field' ? part.value : new UploadedFile(part.filename, await part.toBuffer());
    }
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    // The parser's own errors (no boundary, cut off) have no code of Fastify's.
    throw code.startsWith('FST_') ? error : kernelErrors.refuse('unreadable_body');
  }
  return fields;
}
