import { z } from 'zod';
import { defineEvents } from '../events.ts';

export const jobEvents = defineEvents({
  'job.finished': {
    version: 1,
    summary: 'Long work of a user is done, such as an import.',
    payload: z.strictObject({ name: z.string() }),
  },
  'job.failed': {
    version: 1,
    summary: 'Work has failed for good.',
    payload: z.strictObject({ name: z.string() }),
  },
});

type Names = typeof jobEvents;
declare module '../events.ts' {
  interface DeclaredEvents extends Names {}
}
