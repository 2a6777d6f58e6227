import { findFailingReaders, findSetAside } from './event-differences.ts';
import { sweepDownloads } from './files/downloads.ts';
import { jobEvents } from './jobs/events.ts';
import { limits } from './limits.ts';
import { MAIL_BODIES } from './mail/index.ts';
import type { Module } from './module.ts';

/** What the kernel itself stores, promises and sweeps. */
export const kernelModule: Module = {
  name: 'kernel',
  tables: [
    'idempotency_keys',
    'outbox_events',
    'event_places',
    'event_readers',
    'events_set_aside',
    'shop_jobs',
    'mails',
    'downloads',
  ],
  events: jobEvents,
  limits,
  sealed: [MAIL_BODIES],
  checks: [
    { title: 'every reader of events goes on', find: findFailingReaders },
    { title: 'no event was set aside by a reader', find: findSetAside },
  ],
  schedules: (services) => [sweepDownloads(services)],
  retention: [
    { table: 'idempotency_keys', column: 'created_at', days: limits.idempotency_days },
    { table: 'outbox_events', column: 'created_at', days: limits.audit_days },
    { table: 'shop_jobs', column: 'created_at', days: limits.jobs_days },
    { table: 'mails', column: 'created_at', days: limits.mails_days },
  ],
};
