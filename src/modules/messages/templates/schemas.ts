import { z } from 'zod';
import { clearable, id, list, oneOf, optional, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { MESSAGE_KINDS } from '../kinds.ts';
import { messageLimits } from '../limits.ts';
import { PLACEHOLDER_NAMES } from '../placeholders.ts';

const kind = () => oneOf(MESSAGE_KINDS);
const language = () => oneOf(['id', 'en']);
const body = () => text({ max: messageLimits.message_characters, multiline: true });

export const MessageTemplate = named('MessageTemplate', {
  id: z.int(),
  type: z.enum(MESSAGE_KINDS),
  language: z.enum(['id', 'en']),
  title: z.string(),
  template: z.string(),
  approved_name: z.string().nullable().describe('Name of the same template as WhatsApp has approved it.'),
  approved_language: z.string().nullable(),
  approved_placeholders: z.array(z.string()),
  updated_at: z.string(),
});

export const ListTemplatesInput = z.object({
  type: optional(kind()),
  language: optional(language()),
});

const approved = {
  approved_name: clearable(text({ max: 512 })).describe('Name of the template that WhatsApp has approved.'),
  approved_language: clearable(text({ max: 20 })).describe('Its language code, such as `id`.'),
  approved_placeholders: optional(
    list(oneOf(PLACEHOLDER_NAMES as [string, ...string[]]), { max: 20 }),
  ).describe('The placeholders whose values fill {{1}}, {{2}} and so on.'),
};

export const CreateTemplateInput = z.object({
  type: kind().describe('What it is for.'),
  language: withDefault(language(), 'id'),
  title: optional(text({ max: 100 })),
  template: body().describe('The text, with placeholders such as {%buyer%}.'),
  ...approved,
});

export const UpdateTemplateInput = z.object({
  id: id().describe('Template ID.'),
  title: optional(text({ max: 100 })),
  template: optional(body()),
  ...approved,
});

export const DeleteTemplateInput = z.object({ id: id().describe('Template ID.') });
export const MessageTemplateReference = named('MessageTemplateReference', {
  id: z.int(),
  type: z.enum(MESSAGE_KINDS),
});

export const PreviewTemplateInput = z.object({
  type: withDefault(kind(), 'PROMO').describe('Decides which placeholders there are.'),
  language: withDefault(language(), 'id'),
  template: optional(body()).describe('The text; without it, the template of the shop.'),
  order_id: optional(id()).describe('An order to fill in. Without it, the newest order.'),
});

export const MessagePreview = named('MessagePreview', {
  text: z.string(),
  characters: z.int(),
  order_id: z.int().nullable(),
});

export const ListPlaceholdersInput = z.object({
  type: optional(kind()).describe('Only those that this kind can have.'),
});

export const MessagePlaceholder = named('MessagePlaceholder', {
  placeholder: z.string().describe('As it is written in a template.'),
  name: z.string(),
  description: z.string(),
  example: z.string(),
  types: z.array(z.enum(MESSAGE_KINDS)),
});
