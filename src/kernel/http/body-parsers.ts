import type { FastifyInstance, FastifyRequest } from 'fastify';
import { kernelErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { parseBrackets } from './brackets.ts';
import { refuseManyParameters } from './read-input.ts';
import { readJson } from './read-json.ts';

/** Has bodies read as JSON or as forms; multipart has a parser of its own. */
export function readBodies(app: FastifyInstance): void {
  const asText = { parseAs: 'string' } as const;
  // Many clients name a content type on every request, also on those without a body.
  app.addContentTypeParser('application/json', asText, async (request: FastifyRequest, text: string) =>
    text === '' ? undefined : readJson(text, bodyLimit(request)),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    asText,
    // curl says so of all that it sends, also of JSON, with which no form begins.
    async (request: FastifyRequest, text: string) =>
      isObject(text) ? readJson(text, bodyLimit(request)) : parseForm(text),
  );
  // Some programs name no type: what looks like JSON is read as it.
  app.addContentTypeParser('*', asText, async (request: FastifyRequest, text: string) => {
    if (request.headers['content-type'] === undefined && isObject(text))
      return readJson(text, bodyLimit(request));
    throw kernelErrors.refuse('unsupported_media_type');
  });
}

function bodyLimit({ routeOptions }: FastifyRequest): number {
  return routeOptions.bodyLimit ?? limits.json_body_bytes;
}

function isObject(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** @throws Refusal 413 where it is longer than `limits.json_body_bytes`, or has more than `limits.query_parameters` */
function parseForm(text: string): Record<string, unknown> {
  // Where more is allowed, it is for JSON, which is read in pieces.
  if (text.length > limits.json_body_bytes) throw kernelErrors.refuse('body_too_large', { limit: '1 MB' });
  refuseManyParameters(text);
  return parseBrackets(text);
}
