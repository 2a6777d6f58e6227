import { z } from 'zod';
import { date, id, oneOf, optional, pageFields, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

export const JobIdInput = z.object({ id: id() });

export const ListJobsInput = z.object({
  status: optional(oneOf(['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED'])),
  ...pageFields(),
});

export const ShopJob = named('Job', {
  id: z.int(),
  name: z.string().describe('Kind of work, as download-products.'),
  status: z.enum(['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED']),
  progress: z.object({
    done: z.int(),
    total: z.int().nullable().describe('Unknown until the work has looked.'),
    percent: z.int().nullable(),
  }),
  attempts: z.int().describe('Runs begun: a run that was cut off is followed by another.'),
  result: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("null of a colleague's work, but for the owner."),
  errors: z
    .array(z.object({ code: z.string(), field: z.string().nullable(), message: z.string() }))
    .describe('Why it failed.'),
  user_id: z.int().describe('Who asked for it.'),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
});

export const ListAuditInput = z.object({
  user_id: optional(id()).describe('Who did it'),
  subject: optional(text({ max: 40 })).describe('Kind of thing that was changed, as `product` or `order`'),
  subject_id: optional(id()),
  start_date: optional(date()),
  end_date: optional(date()),
  ...pageFields(),
});

export const AuditEntry = named('AuditEntry', {
  id: z.int(),
  subject: z.string(),
  subject_id: z.int(),
  action: z.string().describe('As `created`, `updated`, `deleted`'),
  detail: z
    .record(z.string(), z.unknown())
    .describe('What changed, where it is known: each field with [before, after]'),
  user: z.object({ id: z.int(), name: z.string() }),
  api_key_id: z.int().nullable().describe('The key that was used, where it was no session'),
  created_at: z.string(),
});

export const DownloadInput = z.object({ token: text({ max: 64 }) });

export const ListOutboxInput = z.object({ ...pageFields() });

export const Mail = named('Mail', {
  id: z.int(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  status: z
    .enum(['WAITING', 'SENT', 'FAILED', 'KEPT'])
    .describe('KEPT: there is no mail server, so that it can only be read here.'),
  reply: z.string().nullable().describe('What the mail server said, where it refused.'),
  created_at: z.string(),
  sent_at: z.string().nullable(),
});
