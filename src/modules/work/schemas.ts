import { z } from 'zod';
import { id, oneOf, optional, pageFields, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../kernel/http/period.ts';

export const JobIdInput = z.object({ id: id() });

export const ListJobsInput = z.object({
  status: optional(oneOf(['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED'])),
  user_id: optional(id()).describe('Only jobs that this user requested.'),
  ...pageFields(),
});

export const ShopJob = named('Job', {
  id: z.int(),
  name: z.string().describe('Kind of job, for example `download-products`.'),
  status: z.enum(['QUEUED', 'RUNNING', 'SUCCESS', 'FAILED']),
  progress: z.object({
    done: z.int(),
    total: z.int().nullable().describe('null until the amount of work is known.'),
    percent: z.int().nullable(),
  }),
  attempts: z.int().describe('Number of runs started. A run that is interrupted is followed by another.'),
  result: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Only owners see the results of other users' jobs; for everyone else these are null."),
  errors: z
    .array(z.object({ code: z.string(), field: z.string().nullable(), message: z.string() }))
    .describe('Why the job failed.'),
  user_id: z.int().describe('User who requested the job.'),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
});

export const ListAuditInput = z
  .object({
    user_id: optional(id()).describe('User who made the change.'),
    subject: optional(text({ max: 40 })).describe(
      'Kind of object that was changed, for example `product` or `order`.',
    ),
    subject_id: optional(id()),
    ...periodFields(),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const AuditEntry = named('AuditEntry', {
  id: z.int(),
  subject: z.string(),
  subject_id: z.int(),
  action: z.string().describe('For example `created`, `updated` or `deleted`.'),
  detail: z.record(z.string(), z.unknown()).describe('Changed fields, if known, each as [before, after].'),
  user: z.object({ id: z.int(), name: z.string() }),
  api_key_id: z.int().nullable().describe('API key that was used; null for a session.'),
  created_at: z.string(),
});

export const DownloadInput = z.object({ token: text({ max: 64 }) });

export const ListOutboxInput = z.object({ ...pageFields() });

export const Mail = named('Mail', {
  id: z.int(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string().describe('Empty where it held a code or a link and has been sent.'),
  status: z
    .enum(['WAITING', 'SENT', 'FAILED', 'KEPT'])
    .describe('KEPT: no mail server is configured, so the mail can only be read here.'),
  reply: z.string().nullable().describe('Reply of the mail server if it refused the mail.'),
  created_at: z.string(),
  sent_at: z.string().nullable(),
});
