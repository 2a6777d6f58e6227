import { takeTurns } from '../slices.ts';

/**
 * A response as JSON, equal to the result of `JSON.stringify`: lists in its fields are written item by item, yielding
 * to other requests while a page of many megabytes is written.
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
