import { takeTurns } from '../slices.ts';

/**
 * An answer as JSON, the same that `JSON.stringify` gives: the lists in its fields item by item, so that others have
 * their turn while a page of many megabytes is written.
 */
export async function writeJson(body: object): Promise<string> {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    const text = Array.isArray(value) ? await writeList(value) : JSON.stringify(value);
    // undefined, and what else JSON does not have
    if (text !== undefined) fields.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}

async function writeList(items: unknown[]): Promise<string> {
  const texts: string[] = [];
  for (const item of items) {
    await takeTurns();
    texts.push(JSON.stringify(item) ?? 'null');
  }
  return `[${texts.join(',')}]`;
}
