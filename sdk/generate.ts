import openapiTS, { astToString } from 'openapi-typescript';

interface Document {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

const UNUSED = new Set(['paths', 'webhooks', '$defs']);
const MADE = '// Made from openapi.json by `npm run generate`.\n';

/** The types of all operations and schemas of the document. */
export async function apiTypes(document: string): Promise<string> {
  // What has a default need not be given.
  const nodes = await openapiTS(document, { emptyObjectsUnknown: true, defaultNonNullable: false });
  // All of what `paths` has is in `operations`, under names.
  const kept = nodes.filter((node) => !('name' in node) || !UNUSED.has((node.name as { text: string }).text));
  return `${MADE}${astToString(kept)}`;
}

/** Where each operation is: its method and path. */
export function operationAddresses(document: string): string {
  const { paths } = JSON.parse(document) as Document;
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => {
      if (operationId === undefined) throw new Error(`${method} ${path} has no name`);
      return `  ${operationId}: ['${method.toUpperCase()}', '${path}'],`;
    }),
  );
  return [
    `${MADE}import type { Operation } from './types.ts';`,
    '',
    "export const addresses: Record<Operation, readonly ['GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', string]> = {",
    ...lines.toSorted((a, b) => a.localeCompare(b)),
    '};',
    '',
  ].join('\n');
}
