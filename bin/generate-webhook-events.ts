import { messageTypes, TRIAL } from '../src/modules/webhooks/message-types.ts';
import { sectionOf } from './generate-events.ts';

const HEAD = `# Event types of webhooks

What webhooks send, by type: the version, and the fields of \`data\`. [webhooks.md](webhooks.md) says how they are sent and verified. This page is
generated from \`message-types.ts\` of the module by \`npm run generate\`; do not edit it.
`;

/** docs/webhook-events.md: every type of message, with its version and data. */
export function webhookEventsPage(): string {
  const { name, ...trial } = TRIAL;
  const types = Object.entries({ ...messageTypes, [name]: trial });
  return [
    HEAD,
    ...types.map(([type, { data, ...entry }]) => sectionOf(type, { ...entry, payload: data })),
  ].join('\n');
}
