import { z } from 'zod';
import { boolean, integer, oneOf, optional } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { FOLLOWUP_KINDS } from '../kinds.ts';

export const MessageFollowup = named('MessageFollowup', {
  kind: z.enum(FOLLOWUP_KINDS),
  title: z.string(),
  is_on: z.boolean(),
  after_hours: z
    .int()
    .nullable()
    .describe('Of the reminder: how many hours after the order. Others are sent at once.'),
  enabled_at: z.string().nullable(),
});

export const ListFollowupsInput = z.object({});

export const SwitchFollowupInput = z.object({
  kind: oneOf(FOLLOWUP_KINDS).describe('What is sent by itself.'),
  is_on: boolean().describe('Orders are told from now on, or not any more.'),
  after_hours: optional(integer({ min: 1, max: 720 })).describe(
    'Needed for `REMINDER`: how many hours after the order.',
  ),
});
