import { takeTurns } from '../slices.ts';

/** How deep lists are written item by item: those of the response, and those of an object in it, such as `data`. */
const DEEPEST = 2;

/**
 * A response as JSON, equal to the result of `JSON.stringify`: lists in its fields, and in those of the objects in it, are
 * written item by item, yielding to other requests while an answer of many megabytes is written.
 */
export function writeJson(body: object): Promise<string> {
  return writeObject(body, 1);
}

async function writeObject(body: object, depth: number): Promise<string> {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    const text = await writeValue(value, depth);
    // undefined, and what else JSON does not have
    if (text !== undefined) fields.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}

function writeValue(value: unknown, depth: number): Promise<string> | string | undefined {
  if (Array.isArray(value)) return writeList(value);
  return depth < DEEPEST && isPlain(value) ? writeObject(value, depth + 1) : JSON.stringify(value);
}

/** Whether JSON has of it what its fields say: a date, for one, is written otherwise. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    typeof (value as { toJSON?: unknown }).toJSON !== 'function'
  );
}

async function writeList(items: unknown[]): Promise<string> {
  const texts: string[] = [];
  for (const item of items) {
    await takeTurns();
    texts.push(JSON.stringify(item) ?? 'null');
  }
  return `[${texts.join(',')}]`;
}
