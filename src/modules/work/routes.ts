import { openDownload } from '../../kernel/files/downloads.ts';
import { file, page, success } from '../../kernel/http/answer.ts';
import { publicRoute, route, type Route } from '../../kernel/http/route.ts';
import { getJob } from './get-job.ts';
import { listAudit } from './list-audit.ts';
import { listJobs } from './list-jobs.ts';
import { listOutbox } from './list-outbox.ts';
import { retryJob } from './retry-job.ts';
import {
  AuditEntry,
  DownloadInput,
  JobIdInput,
  ListAuditInput,
  ListJobsInput,
  ListOutboxInput,
  Mail,
  ShopJob,
} from './schemas.ts';

/** Long work and mail. */
export const workRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/account/job',
    operation: 'listJobs',
    section: 'Account',
    summary: 'List jobs',
    description:
      'Newest first. Users with the role `warehouse` see their own jobs; owners and admins see all jobs of the ' +
      'shop.',
    permission: 'shop.read',
    input: ListJobsInput,
    answer: page(ShopJob),
    run: listJobs,
  }),
  route({
    method: 'GET',
    path: '/api/account/job/:id',
    operation: 'getJob',
    section: 'Account',
    summary: 'Get a job',
    permission: 'shop.read',
    input: JobIdInput,
    answer: success(ShopJob),
    run: getJob,
  }),
  route({
    method: 'POST',
    path: '/api/account/job/:id/retry',
    operation: 'retryJob',
    section: 'Account',
    summary: 'Retry a job',
    permission: 'shop.read',
    input: JobIdInput,
    answer: success(ShopJob),
    run: retryJob,
  }),
  route({
    method: 'GET',
    path: '/api/account/outbox',
    operation: 'listOutbox',
    section: 'Account',
    summary: 'List outgoing mail',
    description:
      'Newest first. Owners see all mails, admins see their own and those to customers, and users with the ' +
      'role `warehouse` see their own.',
    permission: 'shop.read',
    // Mails hold links and codes to sign in with.
    session_only: true,
    input: ListOutboxInput,
    answer: page(Mail),
    run: listOutbox,
  }),
  route({
    method: 'GET',
    path: '/api/account/audit',
    operation: 'listAudit',
    section: 'Account',
    summary: 'List audit entries',
    description: 'Newest first, up to 400 days old.',
    permission: 'audit.read',
    input: ListAuditInput,
    answer: page(AuditEntry),
    run: listAudit,
  }),
  publicRoute({
    method: 'GET',
    path: '/api/download/:token',
    operation: 'getDownload',
    section: 'Account',
    summary: 'Download a generated file',
    description: 'The link is mailed to the user who requested the file, and expires after seven days.',
    input: DownloadInput,
    answer: file('application/octet-stream'),
    run: openDownload,
  }),
];
