/** Finds what would break clients that were written for an earlier openapi.json. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  security?: unknown[];
}

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** Bounds of a value, and whether a greater one lets less through. */
const BOUNDS = {
  minimum: true,
  minLength: true,
  minItems: true,
  maximum: false,
  maxLength: false,
  maxItems: false,
} as const;

/**
 * Compares two documents as clients of the earlier one see them: what they send must still be taken, and what they read must
 * still be there. New operations, new optional input and new fields of answers break nobody; nor does a new value of an
 * enumeration in an answer, which clients are told to expect.
 * @returns a sentence for each break, with its operation and field
 */
export function findBreaks(before: ApiDocument, after: ApiDocument): string[] {
  const breaks: string[] = [];
  for (const [path, methods] of Object.entries(before.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[method];
      if (now === undefined) breaks.push(`${name}: is gone`);
      else breaks.push(...breaksOf(name, operation, now, new Pair(before, after)));
    }
  return breaks;
}

function breaksOf(name: string, before: Operation, after: Operation, pair: Pair): string[] {
  const breaks: string[] = [];
  if (before.operationId !== after.operationId)
    breaks.push(`${name}: ${before.operationId} is now called ${after.operationId}`);
  if (before.security?.length === 0 && after.security?.length !== 0)
    breaks.push(`${name}: needs somebody signed in`);
  breaks.push(...parameterBreaks(name, before, after, pair));
  for (const [type, { schema }] of Object.entries(before.requestBody?.content ?? {})) {
    const now = after.requestBody?.content[type]?.schema;
    if (now === undefined) breaks.push(`${name}: takes no ${type}`);
    else breaks.push(...pair.inputBreaks(`${name} body`, schema, now));
  }
  if (before.requestBody === undefined && after.requestBody?.required === true)
    breaks.push(`${name}: needs a body`);
  for (const [status, { content = {} }] of Object.entries(before.responses))
    for (const [type, { schema }] of Object.entries(content)) {
      const now = after.responses[status]?.content?.[type];
      if (now === undefined) breaks.push(`${name}: no longer answers ${status} with ${type}`);
      else if (schema !== undefined)
        breaks.push(...pair.outputBreaks(`${name} ${status}`, schema, now.schema ?? {}));
    }
  return breaks;
}

function parameterBreaks(name: string, before: Operation, after: Operation, pair: Pair): string[] {
  const breaks: string[] = [];
  const same = (one: Parameter) => (other: Parameter) => one.name === other.name && one.in === other.in;
  for (const parameter of before.parameters ?? []) {
    const now = after.parameters?.find(same(parameter));
    if (now === undefined) {
      breaks.push(`${name}: parameter ${parameter.name} is gone`);
      continue;
    }
    if (now.required === true && parameter.required !== true)
      breaks.push(`${name}: parameter ${parameter.name} is required`);
    breaks.push(...pair.inputBreaks(`${name} parameter ${parameter.name}`, parameter.schema, now.schema));
  }
  for (const parameter of after.parameters ?? [])
    if (parameter.required === true && !before.parameters?.some(same(parameter)))
      breaks.push(`${name}: new parameter ${parameter.name} is required`);
  return breaks;
}

/** Two documents whose schemas are compared. */
class Pair {
  readonly #before: ApiDocument;
  readonly #after: ApiDocument;
  /** Of schemas that refer to themselves each pair is looked at once. */
  readonly #seen = new Set<string>();

  constructor(before: ApiDocument, after: ApiDocument) {
    this.#before = before;
    this.#after = after;
  }

  /** What was taken and is taken no more. */
  inputBreaks(at: string, before: Schema, after: Schema): string[] {
    if (this.#isSeen('input', before, after)) return [];
    const now = variantsOf(this.#after, after);
    return variantsOf(this.#before, before).flatMap((old) => {
      const found = now.get(old.type);
      if (found === undefined) return now.has('any') ? [] : [`${at}: ${old.type} is no longer taken`];
      const breaks: string[] = [];
      if (found.enum !== undefined)
        for (const value of old.enum ?? ['any other value'])
          if (!found.enum.includes(value)) breaks.push(`${at}: ${String(value)} is no longer taken`);
      breaks.push(...boundBreaks(at, old, found));
      for (const [field, schema] of Object.entries(old.properties ?? {})) {
        const inner = found.properties?.[field];
        if (inner === undefined) breaks.push(`${at}.${field}: is no longer read`);
        else breaks.push(...this.inputBreaks(`${at}.${field}`, schema, inner));
      }
      for (const field of found.required ?? [])
        if (!old.required?.includes(field)) breaks.push(`${at}.${field}: is required`);
      if (old.items && found.items) breaks.push(...this.inputBreaks(`${at}[]`, old.items, found.items));
      return breaks;
    });
  }

  /** What was answered and is answered no more, or otherwise. */
  outputBreaks(at: string, before: Schema, after: Schema): string[] {
    if (this.#isSeen('output', before, after)) return [];
    const old = variantsOf(this.#before, before);
    if (old.has('any')) return [];
    return variantsOf(this.#after, after).flatMap((now) => {
      const known = old.get(now.type) ?? (now.type === 'integer' ? old.get('number') : undefined);
      if (known === undefined) return [`${at}: can be ${now.type}`];
      const breaks: string[] = [];
      for (const [field, schema] of Object.entries(known.properties ?? {})) {
        const inner = now.properties?.[field];
        if (inner === undefined) breaks.push(`${at}.${field}: is gone`);
        else {
          if (known.required?.includes(field) && !now.required?.includes(field))
            breaks.push(`${at}.${field}: may be missing`);
          breaks.push(...this.outputBreaks(`${at}.${field}`, schema, inner));
        }
      }
      if (known.items && now.items) breaks.push(...this.outputBreaks(`${at}[]`, known.items, now.items));
      return breaks;
    });
  }

  #isSeen(way: string, before: Schema, after: Schema): boolean {
    if (before.$ref === undefined || after.$ref === undefined) return false;
    const key = `${way} ${before.$ref} ${after.$ref}`;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }
}

type Variant = Schema & { type: string };

/** A schema as the kinds of values that it lets through. */
class Variants extends Array<Variant> {
  get(type: string): Variant | undefined {
    return this.find((variant) => variant.type === type);
  }
  has(type: string): boolean {
    return this.get(type) !== undefined;
  }
}

function variantsOf(document: ApiDocument, schema: Schema): Variants {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    const target = document.components?.schemas?.[name];
    if (target === undefined) throw new Error(`leads nowhere: ${schema.$ref}`);
    return variantsOf(document, target);
  }
  const found = new Variants();
  if (schema.anyOf !== undefined) for (const one of schema.anyOf) found.push(...variantsOf(document, one));
  else for (const type of [schema.type ?? 'any'].flat()) found.push({ ...schema, type });
  return found;
}

function boundBreaks(at: string, before: Schema, after: Schema): string[] {
  const breaks: string[] = [];
  for (const [bound, is_lower] of Object.entries(BOUNDS) as [keyof typeof BOUNDS, boolean][]) {
    const now = after[bound];
    if (now === undefined) continue;
    const old = before[bound] ?? (is_lower ? -Infinity : Infinity);
    if (is_lower ? now > old : now < old) breaks.push(`${at}: ${bound} is ${now}`);
  }
  if (after.pattern !== undefined && after.pattern !== before.pattern)
    breaks.push(`${at}: has another pattern`);
  return breaks;
}

export function readDocument(text: string): ApiDocument {
  return JSON.parse(text) as ApiDocument;
}
