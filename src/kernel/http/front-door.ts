import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { behindEntrances } from './entrance.ts';
import { wantsPage, type Pages } from './pages.ts';
import type { Route } from './route.ts';

/** Says at `/` what stands here: a browser is shown the dashboard, or else led to the reference; a program reads where things are. */
export function showFrontDoor(
  app: FastifyInstance,
  { version, pages }: { version: string; pages: Pages | undefined },
): void {
  app.get('/', { schema: { hide: true } }, (request, reply) => {
    if (wantsPage(request))
      return pages === undefined ? reply.redirect('/docs/') : pages.answer(request, reply);
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
 * @param setting origins as browsers write them, `*` for all, `shops` for those that each shop allows; none: pages of
 *   other origins may read nothing. Behind an entrance each shop decides for itself, whatever the setting is
 */
export async function allowOrigins(
  app: FastifyInstance,
  setting: readonly string[],
  routes: readonly Route[],
): Promise<void> {
  const shops_decide = setting.includes('shops');
  const isBehindEntrance = behindEntrances(routes);
  const originFor = (request: FastifyRequest): string | string[] | boolean => {
    if (isBehindEntrance(request)) return isPreflight(request);
    if (setting.length === 0) return false;
    if (setting.includes('*')) return '*';
    // Whose key a page has is not known when it asks for leave to send it: what it may read is decided with the answer.
    if (shops_decide && isPreflight(request)) return true;
    return setting.filter((origin) => origin !== 'shops');
  };
  await app.register(cors, () => (request: FastifyRequest, done: CorsDecision) => {
    done(null, { ...RULES, origin: originFor(request) });
  });
  allowOriginsOfShops(app, shops_decide);
}

type CorsDecision = (error: Error | null, options: FastifyCorsOptions) => void;

const isPreflight = ({ method, headers }: FastifyRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** Lets a page read what the shop of its key, or of the house that it visits, is answered, if this shop allows its origin. */
function allowOriginsOfShops(app: FastifyInstance, shops_decide: boolean): void {
  app.addHook('onSend', async (request, reply) => {
    const { origin = '' } = request.headers;
    if (reply.hasHeader('access-control-allow-origin')) return;
    const of_key = shops_decide ? request.principal : undefined;
    if ((request.house ?? of_key)?.allowed_origins.includes(origin) !== true) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', EXPOSED.join(', '));
  });
}

/** How long a browser may take the leave as given. */
const PREFLIGHT_SECONDS = 600;

/** What a page may read of an answer besides its body. */
const EXPOSED = [
  'x-request-id',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'idempotency-replayed',
  'content-disposition',
  'etag',
];

const RULES: FastifyCorsOptions = {
  methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
  allowedHeaders: [
    'authorization',
    'token',
    'content-type',
    'accept-language',
    'idempotency-key',
    'if-none-match',
    'x-request-id',
  ],
  exposedHeaders: EXPOSED,
  credentials: false,
  maxAge: PREFLIGHT_SECONDS,
  strictPreflight: false,
};
