import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { errorTable, kernelErrors, type ErrorEntry } from '../errors.ts';
import { documentedPlaces } from './handle-request.ts';
import { gatherComponents, markComponent, markNamed, named, unmarked } from './openapi-names.ts';
import { hasEntrance, isForSignedIn, isForVendor, shapeOf, type Route } from './route.ts';
import { answerUnchanging } from './unchanging.ts';

const problem = named('Error', {
  request_id: z.string(),
  response: z.literal('Failed'),
  message: z.union([z.string(), z.record(z.string(), z.array(z.union([z.string(), z.number()])))]),
  data: z.null(),
  code: z.string(),
  docs: z.string(),
  more_faults: z.int().optional().describe('Number of further faults beyond the 200 listed in `message`.'),
});

/** OpenAPI 3.1 of the routes at /openapi.json, made once from the same schemas that check the requests. */
export async function registerOpenApi(
  app: FastifyInstance,
  version: string,
  routes: readonly Route[],
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ngorder API',
        version,
        description:
          'Order management for Indonesian online sellers. Send your API key as `Authorization: Bearer KEY`, ' +
          '`token: Bearer KEY` or `token: KEY`. Any request that changes data can carry an `Idempotency-Key` ' +
          'header: a retry with the same key and the same content returns the first response instead of running ' +
          'again. A day is `yyyy-mm-dd` in the time zone of the shop, and today is the day it has there.',
      },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key, or the token returned by signing in.',
          },
          token: {
            type: 'apiKey',
            in: 'header',
            name: 'token',
            description: 'The same, with or without the prefix `Bearer `.',
          },
          ...visitorSchemes(routes),
        },
      },
      security: [{ bearer: [] }, { token: [] }],
    },
    transformObject: (made) => gatherComponents('openapiObject' in made ? { ...made.openapiObject } : {}),
  });
  let document: string | undefined;
  const built = () => (document ??= JSON.stringify(app.swagger()));
  await app.register(async (scope) => {
    answerUnchanging(scope);
    scope.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(built()),
    );
  });
  // Before the first caller waits for it, and all others with them.
  app.addHook('onListen', async () => void built());
}

/** The reference loads from this server alone and talks to it alone: it holds the key that is tried out. */
const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages of text: no script at all. */
const TEXT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** The browsable reference with try-it at /docs, and a page per error code at /docs/errors/CODE. */
export async function registerReference(app: FastifyInstance): Promise<void> {
  app.get('/docs/errors', { schema: { hide: true } }, (_request, reply) => sendText(reply, errorIndex()));
  app.get<{ Params: { code: string } }>(
    '/docs/errors/:code',
    { schema: { hide: true } },
    (request, reply) => {
      const entry = errorTable.get(request.params.code);
      if (entry === undefined) return reply.callNotFound();
      return sendText(reply, errorPage(request.params.code, entry));
    },
  );
  await app.register(async (scope) => {
    answerUnchanging(scope);
    await scope.register(scalar, {
      routePrefix: '/docs',
      hooks: {
        onRequest: (request, reply, done) => {
          // Its page is found from the Host, which HTTP/1.0 may leave out.
          if (request.host === '') throw kernelErrors.refuse('unreadable_request');
          reply.header('content-security-policy', REFERENCE_POLICY);
          done();
        },
      },
      configuration: {
        url: '/openapi.json',
        title: 'Ngorder API',
        pageTitle: 'Ngorder API',
        withDefaultFonts: false,
        // All that would send something to the maker of the page.
        telemetry: false,
        showDeveloperTools: 'never',
        hideClientButton: true,
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}

function sendText(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('content-security-policy', TEXT_POLICY).type('text/html; charset=utf-8').send(page);
}

/** Fastify's schema of a route: it documents only; the handler does the checking. */
export function documentation(route: Route): object {
  const places = documentedPlaces(route);
  const part = (names: string[]) => {
    const shape = shapeOf(route.input);
    const fields = names.map((name) => [name, shape[name] as z.ZodType] as const);
    const { required = [], ...schema }: { required?: string[] } = jsonSchema(
      z.object(Object.fromEntries(fields)),
      'input',
    );
    const needed = fields.filter(([name, field]) => required.includes(name) || isRefusedAbsent(field));
    return { ...schema, ...(needed.length > 0 && { required: needed.map(([name]) => name) }) };
  };
  return {
    operationId: route.operation,
    tags: [route.section],
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    ...(places.path.length > 0 && { params: part(places.path) }),
    ...(places.query.length > 0 && { querystring: part(places.query) }),
    ...(places.body.length > 0 && { body: markComponent(inputName(route), part(places.body)) }),
    ...(route.upload !== undefined && { consumes: ['multipart/form-data'] }),
    ...(isForVendor(route.access) && { body: SIGNED_BODY }),
    ...(!isForSignedIn(route.access) && { security: visitorSecurity(route) }),
    response: {
      [route.status ?? 200]: answerSchema(route),
      '4XX': refused,
    },
  };
}

/** How visitors say who they are, by the entrances of the routes. */
function visitorSchemes(
  routes: readonly Route[],
): Record<string, { type: 'http'; scheme: string; description: string }> {
  const entrances = routes.flatMap(({ access }) => (hasEntrance(access) ? [access] : []));
  return Object.fromEntries(
    entrances.map(({ credential: { scheme, description } }) => [
      scheme,
      { type: 'http', scheme: 'bearer', description },
    ]),
  );
}

/** An empty requirement: it goes without. */
function visitorSecurity({ access }: Route): Record<string, []>[] {
  if (!hasEntrance(access)) return [];
  const { scheme, is_needed } = access.credential;
  return is_needed ? [{ [scheme]: [] }] : [{}, { [scheme]: [] }];
}

/** Behind some readers zod does not see that a field has to be there. */
function isRefusedAbsent(field: z.ZodType): boolean {
  return !field.safeParse(undefined).success;
}

/** What a vendor sends is described by the vendor. */
const SIGNED_BODY = { description: 'As the service sends and signs it.' };

/** As `CreateOrderInput`. */
const inputName = ({ operation }: Route) => `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;

function answerSchema(route: Route): object {
  // With the request's id it is another object than the one named.
  const inner = unmarked(jsonSchema(route.answer.schema, 'output')) as { properties?: object };
  const schema = { ...inner, properties: { request_id: { type: 'string' }, ...inner.properties } };
  const { file } = route.answer;
  if (file === undefined) return { description: 'Success', ...schema };
  return {
    description: 'Success',
    content: {
      ...(!file.only && { 'application/json': { schema } }),
      [file.content_type]: { schema: { type: 'string', format: 'binary' } },
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override(part) {
      closeLess(part);
      markNamed(part);
    },
  });
  return rest;
}

/**
 * Answers may gain fields later, so a client must not take the list for closed. That whole numbers are within what JSON
 * carries safely goes without saying.
 */
function closeLess({ jsonSchema: schema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

const refused = {
  description: 'The request was refused and nothing was changed. See /docs/errors.',
  content: { 'application/json': { schema: jsonSchema(problem, 'output') } },
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1f24}
code{background:#f1f3f5;padding:.1em .35em;border-radius:4px}dt{font-weight:600;margin-top:1rem}a{color:#0b62c4}
@media(prefers-color-scheme:dark){body{background:#14171a;color:#e6e8ea}code{background:#24292e}a{color:#7cb7ff}}</style>
${body}<p><a href="/docs">API reference</a> · <a href="/docs/errors">All errors</a></p></html>`;
}

function errorPage(code: string, entry: ErrorEntry): string {
  return document(
    `Error ${code}`,
    `<h1><code>${code}</code></h1><p>${escapeHtml(entry.explanation)}</p><dl><dt>HTTP status</dt><dd>${entry.status}</dd>
<dt>English</dt><dd>${escapeHtml(entry.en)}</dd><dt>Indonesia</dt><dd lang="id">${escapeHtml(entry.id)}</dd></dl>`,
  );
}

function errorIndex(): string {
  const rows = [...errorTable]
    .map(
      ([code, entry]) =>
        `<li><a href="/docs/errors/${code}"><code>${code}</code></a> (${entry.status}): ${escapeHtml(entry.explanation)}</li>`,
    )
    .join('');
  return document(
    'Errors',
    `<h1>Errors</h1><p>Every refusal names its <code>code</code> and links to its page.</p><ul>${rows}</ul>`,
  );
}
