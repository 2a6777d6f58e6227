import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { documentedPlaces } from './handle-request.ts';
import { gatherComponents, markComponent, markNamed, named, unmarked } from './openapi-names.ts';
import { hasEntrance, isForSignedIn, isForVendor, shapeOf, type Route } from './route.ts';

const problem = named('Error', {
  request_id: z.string(),
  response: z.literal('Failed'),
  message: z.union([z.string(), z.record(z.string(), z.array(z.union([z.string(), z.number()])))]),
  data: z.null(),
  code: z.string(),
  docs: z.string(),
  more_faults: z.int().optional().describe('Number of further faults beyond the 200 listed in `message`.'),
});

/**
 * OpenAPI 3.1 of the routes, from the same schemas that check the requests. It is made by `npm run generate`: to make it
 * takes a second of a core and 20 MB, so that a server answers what is committed.
 */
export async function openApiDocument(version: string, routes: readonly Route[]): Promise<object> {
  const app = Fastify();
  // The reference reads some parameters of GET and DELETE from a body.
  for (const method of ['GET', 'DELETE'])
    app.addHttpMethod(method, { hasBody: true, overrideExisting: true });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  await describeTo(app, version, routes);
  // As the reference lists them: what vendors call comes last.
  for (const for_vendor of [false, true])
    for (const route of routes)
      if (isForVendor(route.access) === for_vendor)
        app.route({
          method: route.method,
          url: route.path,
          schema: documentation(route),
          exposeHeadRoute: false,
          handler: () => undefined,
        });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

async function describeTo(app: FastifyInstance, version: string, routes: readonly Route[]): Promise<void> {
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
}

/** Fastify's schema of a route: it documents only; the handler does the checking. */
function documentation(route: Route): object {
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
