import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publicContext, shopContext, type PublicContext } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { sendNotModified, tagOf, type AnswerTag } from './answer-tag.ts';
import { FileAnswer, StreamAnswer } from './answer.ts';
import { limits } from '../limits.ts';
import { authorise, authoriseAgain, refuseForgery, type Authentication } from './authentication.ts';
import { isTransient } from './database-errors.ts';
import { fingerprint } from './fingerprint.ts';
import { runOnce, runOnceInStatement } from './idempotency.ts';
import { readInput } from './read-input.ts';
import { hasEntrance, isForSignedIn, shapeOf, type Route } from './route.ts';
import { numbersToCome } from '../stored-key.ts';
import { writeJson } from './write-json.ts';

/** How often a transaction that lost against another (deadlock, serialization) is run again. */
const TRIES = 4;

/**
 * Lets a request to the route in, before its body is read: what is refused costs no more than its headers.
 * @throws Refusal 401 or 403: see `authorise` and `refuseForgery`
 */
export function doorkeeper(route: Route) {
  const forgeable = route.method !== 'GET' || route.changes === true;
  return async (request: FastifyRequest): Promise<void> => {
    const by_cookie = forgeable && request.credential?.from_cookie === true;
    if (by_cookie || route.headers !== undefined) refuseForgery(request, request.facts.base_url);
    authorise(route, request.principal);
  };
}

/**
 * One request, one use-case: read and validate the input, run, and build the answer that the
 * route's schema lets out. With an Idempotency-Key all of it is one transaction with the stored answer.
 */
export function handler(route: Route, authentication: Authentication) {
  const { services } = authentication;
  const { stores_key } = route;
  const takes_key = takesKey(route);
  /** Does the work. @returns what sends the answer */
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<() => FastifyReply> => {
    const facts = request.facts;
    const raw = await readInput(request, route.upload_bytes ?? limits.upload_bytes);
    await request.admission?.resume();
    const input = await validate(route, raw);
    const { current_password } = input as { current_password?: string };
    request.principal = await authoriseAgain(route, request, authentication, current_password);
    const tag = await tagOf(route, request, services, raw);
    if (tag?.is_known === true) return () => sendNotModified(reply, tag);
    const signed_in =
      request.principal && shopContext(services, facts, request.principal, partsFor(request, tag));
    const context = signed_in ?? publicContext(services, facts);
    // Done once, also where the transaction is run again.
    let prepared: unknown = route.prepare === undefined ? input : undefined;
    const prepare = async (): Promise<void> => {
      prepared ??= await route.prepare?.(context as never, input as never);
    };
    const run = async (inner: PublicContext): Promise<unknown> => {
      const result = await route.run(inner as never, prepared as never);
      for (const [name, value] of Object.entries(route.headers?.(result as never, inner) ?? {}))
        reply.header(name, value);
      return result;
    };
    const work = async (inner: PublicContext) => {
      const body = await render(route, await run(inner), request, raw);
      return { status: route.status ?? 200, body, replayed: false };
    };
    if (route.answer.file !== undefined) {
      await prepare();
      const result = await retryLost(() => run(context));
      if (result instanceof FileAnswer) return () => sendFile(reply, result);
      if (result instanceof StreamAnswer) return () => sendStream(reply, result);
      const body = await render(route, result, request, raw);
      return () => sendJson(reply, route.status ?? 200, body);
    }
    const key = request.headers['idempotency-key'];
    const is_once = takes_key && typeof key === 'string' && signed_in !== undefined;
    const identity = is_once ? await fingerprint([route.method, request.url, raw]) : '';
    const answer = await retryLost(async () => {
      if (is_once && stores_key !== undefined)
        return runOnceInStatement(signed_in, key, identity, {
          answer: async () => ({
            status: route.status ?? 200,
            body: await render(route, numbersToCome(stores_key), request, raw),
          }),
          run: (inner) => run(inner) as Promise<Record<string, number>>,
        });
      if (is_once) return runOnce(signed_in, key, identity, work, route.prepare && prepare);
      await prepare();
      return work(context);
    });
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    if (tag !== undefined) reply.header('etag', tag.text);
    return () => sendJson(reply, answer.status, answer.body);
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    let send: () => FastifyReply;
    try {
      send = await handle(request, reply);
    } finally {
      // Before it is sent: who reads an answer slowly holds no place.
      request.admission?.end();
      // Who changed something sees it: what is remembered of the version from before is not used any more.
      if (route.method !== 'GET' && request.principal !== undefined) request.principal.has_changed = true;
    }
    return send();
  };
}

/** What the context of a signed-in request has besides. */
function partsFor({ principal, visit, headers }: FastifyRequest, tag: AnswerTag | undefined): object {
  const is_current = tag !== undefined && principal?.has_changed !== true;
  const last_event_id = headers['last-event-id'];
  return {
    ...visit?.parts,
    ...(is_current && { version: tag.version }),
    listens: headers.accept?.includes('text/event-stream') === true,
    ...(typeof last_event_id === 'string' && { last_event_id }),
  };
}

/** Nobody's request takes no key: what it counts must outlive a refusal. */
function takesKey({ method, repeatable, access }: Route): boolean {
  return method !== 'GET' && repeatable !== true && (isForSignedIn(access) || hasEntrance(access));
}

export function sendJson(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
}

function sendStream(reply: FastifyReply, answer: StreamAnswer): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': answer.content_type,
    'cache-control': 'no-store',
    // A proxy must not wait until there is more.
    'x-accel-buffering': 'no',
    // Nothing else comes over the connection, so that it ends with the stream.
    connection: 'close',
  });
  answer.begin(reply.raw);
  return reply;
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.content_type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('cache-control', 'private, no-store')
    .send(file.content);
}

/** Lists in turns with what else is to be done. @throws InvalidInput 422 that names the fields at fault. */
async function validate(route: Route, raw: Record<string, unknown>): Promise<unknown> {
  const result = await route.input.safeParseAsync(raw);
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues);
}

/** Input that broke its schema; rendered by the error handler in the caller's language. */
export class InvalidInput extends Error {
  readonly issues: z.core.$ZodIssue[];
  constructor(issues: z.core.$ZodIssue[]) {
    super('invalid input');
    this.issues = issues;
  }
}

/** The body of an answer: what the route's schema lets out. */
export async function render(
  route: Route,
  result: unknown,
  request: FastifyRequest,
  raw: Record<string, unknown>,
): Promise<string> {
  const { facts } = request;
  const [path = ''] = request.url.split('?');
  const in_path = Object.keys(request.params as object);
  const body = route.answer.build(result as never, {
    language: facts.language,
    base_url: facts.base_url,
    path,
    // Filters may also come in a body: links to other pages contain them.
    query: Object.fromEntries(Object.entries(raw).filter(([name]) => !in_path.includes(name))),
  });
  const checked = await route.answer.schema.safeParseAsync(body);
  if (!checked.success)
    throw new Error(`answer of ${route.operation} breaks its schema: ${z.prettifyError(checked.error)}`);
  return writeJson({ request_id: facts.request_id, ...(checked.data as object) });
}

/** Runs again what lost against a concurrent transaction: it was rolled back whole, so nothing is done twice. */
export async function retryLost<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error) || attempt === TRIES) throw error;
    }
  }
}

/** Parameters of a route by where OpenAPI says they stand. */
export function documentedPlaces(route: Route): { path: string[]; query: string[]; body: string[] } {
  const in_path = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const rest = Object.keys(shapeOf(route.input)).filter((name) => !in_path.includes(name));
  const in_query = (name: string) => route.method === 'GET' || (route.in_query ?? []).includes(name);
  return { path: in_path, query: rest.filter(in_query), body: rest.filter((name) => !in_query(name)) };
}

export function unknownRoute(): never {
  throw kernelErrors.refuse('not_found');
}
