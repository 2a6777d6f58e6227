import type { RawLine } from './tables.ts';

/** Of an object so many values are read. */
const MOST_VALUES = 50;

/** Lines with an object of a program ("{"nama":"Ani","qty":2}") as lines of a form, one for each value. */
export function linesOfObjects(lines: readonly RawLine[]): RawLine[] {
  return lines.flatMap(({ number, text }) => {
    const found = /^\s*[{[].*[}\]][\s,;]*$/u.test(text) ? objectIn(text) : undefined;
    const values = found === undefined ? [] : valuesOf(found, '');
    return values.length === 0 || values.length > MOST_VALUES
      ? [{ number, text }]
      : values.map((value) => ({ number, text: value }));
  });
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\s,;]+$/u, ''));
  } catch {
    return undefined;
  }
}

/** "key: value" of all values, also of objects in objects. */
function valuesOf(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => valuesOf(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => valuesOf(one, name.replaceAll('_', ' ')));
  if (typeof value !== 'string' && typeof value !== 'number') return [`${key}: ${String(value)}`];
  return [`${key === '' ? '' : `${key}: `}${String(value).replaceAll(/\s*\n\s*/g, ', ')}`];
}
