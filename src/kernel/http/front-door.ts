import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Says at `/` what stands here: a browser is led to the reference, a program reads where things are. */
export function showFrontDoor(app: FastifyInstance, version: string): void {
  app.get('/', { schema: { hide: true } }, (request, reply) => {
    if (request.headers.accept?.includes('text/html') === true) return reply.redirect('/docs/');
    const at = (path: string) => request.facts.base_url + path;
    return {
      name: 'Ngorder API',
      version,
      reference: at('/docs/'),
      openapi: at('/openapi.json'),
      errors: at('/docs/errors'),
      health: at('/healthz'),
    };
  });
}

/**
 * Lets pages of these origins use the API from browsers, with keys that they hold themselves: cookies are not taken along.
 * A browser asks for leave by OPTIONS, which is answered here.
 * @param origins as browsers write them, or `*` for all; none: pages of other origins may read nothing
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'token',
      'content-type',
      'accept-language',
      'idempotency-key',
      'x-request-id',
    ],
    exposedHeaders: [
      'x-request-id',
      'retry-after',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
      'idempotency-replayed',
      'content-disposition',
    ],
    credentials: false,
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });
}

/** How long a browser may take the leave as given. */
const PREFLIGHT_SECONDS = 600;
