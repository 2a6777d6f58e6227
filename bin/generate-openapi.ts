import { version } from '../src/app.ts';
import { openApiDocument } from '../src/kernel/http/openapi.ts';
import { routes } from '../src/modules.ts';

/** openapi.json, which servers answer as it is committed. */
export async function openApiPage(): Promise<string> {
  return `${JSON.stringify(await openApiDocument(version, routes), null, 2)}\n`;
}
