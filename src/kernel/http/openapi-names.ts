import { z } from 'zod';

const names = z.registry<{ name: string }>();

/**
 * An object of the public API that has a name in OpenAPI, as `Order`: the SDK has it as a type, and it is written once however
 * many operations answer with it.
 * @param name unique in the API; in the singular, as clients speak of it
 */
export function named<Shape extends z.ZodRawShape>(name: string, shape: Shape): z.ZodObject<Shape> {
  const schema = z.object(shape);
  names.add(schema, { name });
  return schema;
}

/** Marks what becomes a component; OpenAPI lets documents have fields of their own that begin with `x-`. */
const MARK = 'x-component';

/** For `z.toJSONSchema`: marks the schemas that have a name. */
export function markNamed({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: unknown;
  jsonSchema: Record<string, unknown>;
}): void {
  const entry = names.get(zodSchema as z.ZodType);
  if (entry !== undefined) jsonSchema[MARK] = entry.name;
}

/** Names an existing schema. */
export function markComponent(name: string, schema: object): object {
  return { ...schema, [MARK]: name };
}

/** Removes the name of a schema. */
export function unmarked(schema: object): object {
  const { [MARK]: _name, ...rest } = schema as Record<string, unknown>;
  return rest;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Moves each marked schema of a document to its components, and refers to it from where it stood.
 * @throws Error where two schemas of one name differ
 */
export function gatherComponents(document: Json): Json {
  const schemas = new Map<string, { schema: unknown; text: string }>();
  const moved = move(document) as Json;
  const components = (moved['components'] ?? {}) as Json;
  const sorted = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1));
  components['schemas'] = Object.fromEntries(sorted.map(([name, { schema }]) => [name, schema]));
  return { ...moved, components };

  function move(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(move);
    if (!isObject(value)) return value;
    const { [MARK]: name, ...rest } = value;
    const inner = Object.fromEntries(Object.entries(rest).map(([key, field]) => [key, move(field)]));
    if (typeof name !== 'string') return inner;
    const text = JSON.stringify(inner);
    const present = schemas.get(name);
    if (present !== undefined && present.text !== text)
      throw new Error(`two schemas of OpenAPI have the name ${name}: ${present.text} and ${text}`);
    schemas.set(name, { schema: inner, text });
    return { $ref: `#/components/schemas/${name}` };
  }
}
