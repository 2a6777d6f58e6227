import { z } from 'zod';
import type { EventEntry } from '../src/kernel/events.ts';
import { modules } from '../src/modules.ts';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  items?: Schema;
  prefixItems?: Schema[];
  enum?: string[];
  const?: unknown;
  anyOf?: Schema[];
  description?: string;
}

const HEAD = `# Events

What happens in a shop, in the transaction in which it happens: readers inside the product get these, and the owner reads them as
\`GET /api/account/audit\`. Made from the modules' \`events.ts\` by \`npm run generate\`; do not edit.

Each event has an \`id\`, stable and the same however often it is delivered, the \`shop_id\`, \`name\`, \`version\` and \`subject_id\`, when it
happened and who did it (\`user_id\`, \`api_key_id\`), and the payload below. The subject is what the first half of the name says, where
nothing else is said. Events of one subject come in the order in which they happened. A field that was changed is a pair: what it was,
and what it is. The version of an event is raised when its payload changes so that readers of the old one would misread it; fields may be
added to it at any time.
`;

/** docs/events.md: every event of every module, with its version and payload. */
export function eventsPage(): string {
  const parts = modules
    .filter(({ events }) => events !== undefined)
    .map(
      ({ name, events = {} }) =>
        `## ${name}\n\n${Object.entries<EventEntry>(events)
          .map(([event, entry]) => sectionOf(event, entry))
          .join('\n')}`,
    );
  return [HEAD, ...parts].join('\n');
}

function sectionOf(name: string, { version, summary, payload }: EventEntry): string {
  const schema = z.toJSONSchema(payload, { io: 'input' }) as Schema;
  const fields = fieldsOf(schema);
  return `### \`${name}\` (version ${version})\n\n${summary}\n${fields.length === 0 ? '' : `\n${fields.join('\n')}\n`}`;
}

function fieldsOf(schema: Schema): string[] {
  const named = Object.entries(schema.properties ?? {}).map(([field, of]) => {
    const may_miss = schema.required?.includes(field) === true ? '' : ', optional';
    return `- \`${field}\` ${typeOf(of)}${may_miss}${of.description === undefined ? '' : `: ${of.description}`}`;
  });
  const others = schema.additionalProperties;
  return typeof others === 'object'
    ? [...named, `- by its name each field that was changed: ${typeOf(others)}`]
    : named;
}

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(' or ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.prefixItems !== undefined) return '[before, after]';
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (schema.properties !== undefined)
    return `{ ${Object.entries(schema.properties)
      .map(([field, of]) => `${field}${schema.required?.includes(field) === true ? '' : '?'}: ${typeOf(of)}`)
      .join(', ')} }`;
  if (typeof schema.additionalProperties === 'object')
    return `{ field: ${typeOf(schema.additionalProperties)} }`;
  return schema.type ?? 'anything';
}
