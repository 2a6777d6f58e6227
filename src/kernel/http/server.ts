import { maxHeaderSize } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteHandlerMethod,
  type RouteOptions,
} from 'fastify';
import type { Heartbeat } from '../database/heartbeat.ts';
import type { Principal, RequestFacts } from '../context.ts';
import { kernelErrors, Refusal } from '../errors.ts';
import { readLanguage } from '../language.ts';
import { limits } from '../limits.ts';
import { openAdmissionDesk, type Admission } from './admission.ts';
import { readCredential, type Credential, type Authentication } from './authentication.ts';
import { baseUrl } from './base-url.ts';
import { readBodies } from './body-parsers.ts';
import { parseBrackets } from './brackets.ts';
import { answerBrokenRequest, readableUrl } from './broken-request.ts';
import { clientAddress, networkOf, trustedProxies } from './client-address.ts';
import { unavailable } from './database-errors.ts';
import { enter } from './entrance.ts';
import { errorAnswer } from './error-answer.ts';
import { allowOrigins, showFrontDoor } from './front-door.ts';
import { REFUSED_AFTER_MS } from './gate.ts';
import { callbackHandler, keepBodiesRaw } from './handle-callback.ts';
import { doorkeeper, handler, unknownRoute } from './handle-request.ts';
import { wantsPage, type Pages } from './pages.ts';
import { registerReference } from './reference.ts';
import { newRequestId } from './request-id.ts';
import { hasEntrance, isForVendor, type Route } from './route.ts';
import type { Entrance, House, Visit } from './visit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    facts: RequestFacts;
    /** Undefined outside of the API, which is served at any time. */
    admission: Admission | undefined;
    credential: Credential | undefined;
    principal: Principal | undefined;
    /** Behind an entrance: whose it is, and who was let in. */
    house: House | undefined;
    visit: Visit | undefined;
  }
  interface FastifyContextConfig {
    /** A vendor's callback: nobody is signed in, whatever its headers say. */
    is_callback?: boolean;
    /** Visitors come in here: nobody is signed in otherwise, whatever the headers say. */
    entrance?: Entrance | undefined;
  }
}

export interface ServerParts extends Authentication {
  routes: Route[];
  /** True when requests can be served: database reachable, migrations done, not stopping. */
  ready: () => Promise<boolean>;
  /** While the database does not answer, requests that need it are refused at once. */
  heartbeat: Heartbeat | undefined;
  /** What people see at `/`; without them a browser is led to the reference. */
  pages: Pages | undefined;
  version: string;
}

/** Builds the HTTP server with all routes; it listens only when the caller says so. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { services } = parts;
  const loggerInstance: FastifyBaseLogger = services.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newRequestId(services),
    bodyLimit: limits.json_body_bytes,
    requestTimeout: limits.request_timeout_ms,
    // By default, Node.js looks for requests that exceed their time limit only every 30 s.
    http: { headersTimeout: limits.request_timeout_ms, connectionsCheckingInterval: 1_000 },
    keepAliveTimeout: limits.idle_connection_ms,
    connectionTimeout: limits.request_timeout_ms * 2,
    forceCloseConnections: 'idle',
    // Whoever has begun to send when the server ends is still served: the database closes last.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest(services),
    rewriteUrl: readableUrl,
    trustProxy: trustedProxies(services.config.TRUST_PROXY),
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    routerOptions: {
      ignoreTrailingSlash: true,
      querystringParser: parseBrackets,
      // How long a parameter may be is for its schema to say; Node.js limits the whole address.
      maxParamLength: maxHeaderSize,
    },
  });
  app.server.maxConnections = limits.connections;
  // The reference reads some parameters of GET and DELETE from a body.
  for (const method of ['GET', 'DELETE'])
    app.addHttpMethod(method, { hasBody: true, overrideExisting: true });
  readBodies(app);
  // Input is read and checked by the handler, from all places at once; Fastify's own compilers stay out of it.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      fileSize: limits.upload_bytes,
      files: 5,
      fields: limits.query_parameters,
      parts: limits.query_parameters + 5,
    },
  });
  describeRequests(app, services);
  // Before anything is refused: a page is to read the refusals too.
  await allowOrigins(app, services.config.CORS_ORIGINS, parts.routes);
  await admitRequests(app, parts);
  registerErrors(app, parts);
  for (const route of parts.routes)
    if (!isForVendor(route.access)) app.route(declaration(route, handler(route, parts)));
  await app.register(async (scope) => {
    keepBodiesRaw(scope);
    for (const route of parts.routes)
      if (isForVendor(route.access))
        scope.route(declaration(route, callbackHandler(route, services, route.access.answer_within_ms)));
  });
  await registerReference(app);
  showFrontDoor(app, parts);
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok', version: parts.version }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) =>
    (await parts.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  return app;
}

/** A route as Fastify has it. */
function declaration(route: Route, handle: RouteHandlerMethod): RouteOptions {
  return {
    method: route.method,
    url: route.path,
    config: {
      is_callback: isForVendor(route.access),
      entrance: hasEntrance(route.access) ? route.access : undefined,
    },
    bodyLimit: route.body_bytes ?? bodyBytes(route),
    // What changes something is not done for a HEAD.
    exposeHeadRoute: route.changes !== true,
    onRequest: doorkeeper(route),
    handler: handle,
  };
}

/** Who is nobody known sends no more than a name and a password, or an order. */
function bodyBytes({ access }: Route): number {
  return access === 'public' || hasEntrance(access) ? limits.public_body_bytes : limits.json_body_bytes;
}

/** Gives every request its facts, and the log a line of each. */
function describeRequests(app: FastifyInstance, services: ServerParts['services']): void {
  app.decorateRequest('facts');
  app.decorateRequest('principal');
  app.decorateRequest('house');
  app.decorateRequest('visit');
  app.addHook('onRequest', async (request, reply) => {
    request.facts = {
      language: readLanguage(request.headers['accept-language']),
      request_id: request.id,
      address: clientAddress(request),
      base_url: '',
      cookies: request.cookies,
    };
    reply.header('x-request-id', request.id);
    request.facts.base_url = baseUrl(request, services);
  });
  app.addHook('onResponse', async (request, reply) => {
    services.log.info({
      request_id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      shop_id: request.principal?.shop.id,
      address: request.facts.address,
    });
  });
}

/** Gives every request of the API its place, its principal and its share of the rate limit. */
async function admitRequests(app: FastifyInstance, parts: ServerParts): Promise<void> {
  const { config, log } = parts.services;
  await app.register(rateLimit, { global: false });
  const per_minute = config.RATE_LIMIT_PER_MINUTE;
  const check = app.createRateLimit({
    // A vendor sends for all shops from few addresses.
    max: ({ routeOptions }) =>
      routeOptions.config.is_callback === true ? limits.callbacks_per_minute : per_minute,
    timeWindow: '1 minute',
    // A caller without a valid key shares the limit of its address, however many keys it makes up.
    keyGenerator: (request) => {
      const actor = request.principal?.actor;
      if (request.routeOptions.config.is_callback === true)
        return `callbacks:${networkOf(request.facts.address)}`;
      return actor && actor.credential_id > 0
        ? `${actor.kind}:${actor.credential_id}`
        : `address:${networkOf(request.facts.address)}`;
    },
  });
  const desk = openAdmissionDesk(config);
  parts.heartbeat?.onSilent(() => {
    log.warn('the database does not answer: requests are refused until it does');
    desk.refuseAll(unavailable);
  });
  app.decorateRequest('admission');
  app.decorateRequest('credential');
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) {
      // Pages and files are requested by the dozen; unknown paths count towards the limit, wherever they are.
      const is_unknown = request.is404 && !(parts.pages !== undefined && wantsPage(request));
      if (is_unknown && per_minute > 0) await takeShare(await check(request), reply);
      return;
    }
    reply.header('cache-control', 'no-store');
    if (parts.heartbeat?.answers() === false) throw unavailable();
    const { is_callback, entrance } = request.routeOptions.config;
    if (is_callback !== true && entrance === undefined) request.credential = readCredential(request);
    const admission = await desk.admit(request, reply);
    request.admission = admission;
    request.facts.elsewhere = (run) => admission.elsewhere(run);
    try {
      await identify(request, parts);
      desk.identified(request);
    } finally {
      // Also of who is refused: whoever guesses is counted.
      if (per_minute > 0) await takeShare(await check(request), reply, admission);
    }
    // Its body is on its way, which may take long: the handler resumes when it is there.
    if (!request.raw.complete) admission.pause();
  });
}

/** @throws Refusal 401, 404 at an entrance; elsewhere the route decides who may be nobody */
async function identify(request: FastifyRequest, parts: ServerParts): Promise<void> {
  if (request.credential !== undefined) request.principal = await parts.authenticate(request.credential.text);
  else await enter(parts.services, request);
}

type Share = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

/**
 * @throws Refusal 429 if the requests of the minute are used up: after a moment, so that immediate retries are no burden,
 *   and without occupying a place meanwhile
 */
async function takeShare(share: Share, reply: FastifyReply, admission?: Admission): Promise<void> {
  if (share.isAllowed) return;
  const seconds = share.ttlInSeconds;
  reply.header('ratelimit-limit', share.max);
  reply.header('ratelimit-remaining', share.remaining);
  reply.header('ratelimit-reset', seconds);
  if (!share.isExceeded) return;
  admission?.end();
  await sleep(REFUSED_AFTER_MS);
  throw new Refusal([{ code: 'rate_limited', values: { seconds } }], { retry_after_s: seconds });
}

function registerErrors(app: FastifyInstance, { routes, pages }: ServerParts): void {
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const facts = request.facts ?? {
      language: readLanguage(request.headers['accept-language']),
      request_id: request.id,
      base_url: '',
    };
    const answer = errorAnswer(error, facts, request.routeOptions.bodyLimit);
    const line = { request_id: request.id, route: request.routeOptions.url, err: error };
    if (answer.log !== undefined) request.log[answer.log](line);
    if (answer.retry_after_s !== undefined) reply.header('retry-after', answer.retry_after_s);
    return reply
      .code(answer.status)
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify(answer.body));
  });
  const patterns = routes.map((route) => ({
    method: route.method,
    pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}/?$`),
  }));
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (allowed.length === 0) {
      if (pages !== undefined && wantsPage(request)) return pages.answer(request, reply);
      return unknownRoute();
    }
    reply.header('allow', allowed.join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw kernelErrors.refuse('method_not_allowed', { allowed: allowed.join(', ') });
  });
}
