import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { version } from '../../app.ts';
import { routes } from '../../modules.ts';
import { openApiDocument } from './openapi.ts';
import { gatherComponents, markNamed, named } from './openapi-names.ts';
import { hasEntrance, isForSignedIn, shapeOf, type Route } from './route.ts';

let test_app: TestApp;
let document: {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  security: object[];
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, object> };
};
interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  security?: object[];
}

beforeAll(async () => {
  test_app = await startTestApp();
  document = (await openApiDocument(version, routes)) as typeof document;
});
afterAll(() => test_app.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('what the server answers is the description of its routes', async () => {
  const { status, body } = await test_app.call('GET', '/openapi.json');
  expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(document))]);
});

test('is OpenAPI 3.1 and has every operation of the API, and no other', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const described = operations().map(
    ({ path, method, operation }) => `${method} ${path} ${operation.operationId}`,
  );
  const ours = routes.map(
    (route) => `${route.method.toLowerCase()} ${route.path.replaceAll(/:(\w+)/g, '{$1}')} ${route.operation}`,
  );
  expect(described.sort()).toEqual(ours.sort());
});

test('every operation has a summary, a section, an answer, and each parameter of its path', () => {
  for (const { path, operation } of operations()) {
    expect(operation.summary, operation.operationId).toMatch(/\S/);
    expect(operation.tags, operation.operationId).toHaveLength(1);
    expect(Object.keys(operation.responses).some((status) => /^20[01]$/.test(status))).toBe(true);
    const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(named.map((parameter) => parameter.name)).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
    );
    expect(named.every((parameter) => parameter.required === true)).toBe(true);
  }
});

test('what is refused where it is absent is required, however it is read', async () => {
  const wrong: string[] = [];
  for (const route of routes) {
    const operation = operations().find((one) => one.operation.operationId === route.operation)?.operation;
    const [body] = Object.values(operation?.requestBody?.content ?? {});
    const named = (body?.schema as { $ref?: string } | undefined)?.$ref?.split('/').at(-1) ?? '';
    const schema: { required?: string[] } | undefined = document.components.schemas[named];
    const required = new Set([
      ...(schema?.required ?? []),
      ...(operation?.parameters ?? []).flatMap((one) => (one.required === true ? [one.name] : [])),
    ]);
    for (const [name, field] of Object.entries(shapeOf(route.input))) {
      const { success } = await (field as z.ZodType).safeParseAsync(undefined);
      if (!success && !required.has(name)) wrong.push(`${route.operation} ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('what clients speak of has a name: an SDK has it as a type', () => {
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Order', 'Product', 'Customer', 'Pagination', 'Error', 'CreateOrderInput']),
  );
  for (const { operation } of operations()) {
    const refused = operation.responses['4XX']?.content?.['application/json']?.schema;
    expect(refused, operation.operationId).toEqual({ $ref: '#/components/schemas/Error' });
  }
  expect(JSON.stringify(document)).not.toContain('x-component');
});

test('two different schemas of one name make no document; one that stands twice does', () => {
  const documentOf = (...answers: z.ZodType[]) =>
    gatherComponents({ answers: answers.map((answer) => z.toJSONSchema(answer, { override: markNamed })) });
  const parcel = named('Parcel', { id: z.int() });
  expect(documentOf(parcel, named('Parcel', { id: z.int() }))['components']).toMatchObject({
    schemas: { Parcel: { properties: { id: { type: 'integer' } } } },
  });
  expect(() => documentOf(parcel, named('Parcel', { id: z.string() }))).toThrow(
    'two schemas of OpenAPI have the name Parcel',
  );
});

test('no reference leads nowhere', () => {
  const text = JSON.stringify(document);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
    expect(found, pointer).toBeDefined();
  }
});

test('says which operations need a key, and how keys are sent', () => {
  const schemesOf = ({ access }: Route) => {
    if (!hasEntrance(access)) return isForSignedIn(access) ? ['bearer', 'token'] : [];
    return access.credential.is_needed ? ['buyer'] : ['', 'buyer'];
  };
  expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['bearer', 'buyer', 'token']);
  const said = operations().map(({ operation: { operationId, security = document.security } }) => [
    operationId,
    security.map((one) => Object.keys(one).join()),
  ]);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(routes.map((route) => [route.operation, schemesOf(route)])),
  );
});
