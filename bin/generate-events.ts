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

All events of a shop, each written in the same transaction as the change that it describes. Readers inside the product process them, and
the owner sees them in \`GET /api/account/audit\`. This page is generated from \`events.ts\` of the modules by \`npm run generate\`; do not
edit it.

Each event has an \`id\` that does not change when it is delivered again, the \`shop_id\`, \`name\`, \`version\` and \`subject_id\`, the time,
the user and API key that caused it (\`user_id\`, \`api_key_id\`), and the payload below. Unless noted otherwise, the subject is the object
in the first half of the name. Events of one subject are delivered in the order in which they happened. A changed field is a pair: its
previous and its new value. The version of an event is increased when its payload changes in a way that existing readers would
misinterpret; new fields can be added at any time.
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

/** What an event, or a message, has in a page of the docs. */
export function sectionOf(name: string, { version, summary, payload }: EventEntry): string {
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
    ? [...named, `- each changed field by its name: ${typeOf(others)}`]
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
