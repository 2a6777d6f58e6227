import { z } from 'zod';
import type { Route } from '../src/kernel/http/route.ts';

/** Dotted paths of an input's fields; of a list, those of its first item. */
export function fieldPaths(schema: unknown, at = ''): string[] {
  if (schema instanceof z.ZodPipe) return fieldPaths(schema.def.out, at);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return fieldPaths(schema.def.innerType, at);
  if (schema instanceof z.ZodArray) return fieldPaths(schema.element, `${at}.0`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      fieldPaths(field, at === '' ? name : `${at}.${name}`),
    );
  return [at];
}

/** An input with another value at a dotted path. */
export function withField(input: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  if (Array.isArray(input))
    return input.map((item, index) => (String(index) === name ? within(item, rest, value) : item));
  return { ...(input as object), [name]: within((input as Record<string, unknown>)[name], rest, value) };
}

function within(input: unknown, rest: string[], value: unknown): unknown {
  return rest.length === 0 ? value : withField(input ?? {}, rest.join('.'), value);
}

/** Where a request goes with an input: its path, and what of the input is not in that. */
export function urlOf(
  route: Pick<Route, 'path'>,
  input: Record<string, unknown>,
): { url: string; rest: Record<string, unknown> } {
  return {
    url: route.path.replaceAll(/:(\w+)/g, (_, name: string) => String(input[name])),
    rest: Object.fromEntries(Object.entries(input).filter(([name]) => !route.path.includes(`:${name}`))),
  };
}
