import { z } from 'zod';
import { defineEvents } from '../../kernel/events.ts';

const PACKAGE = z.strictObject({ class: z.string(), package: z.string(), ends_on: z.string().nullable() });

export const packageEvents = defineEvents({
  'package.started': {
    version: 1,
    summary: 'A package of the shop has started, or runs longer; the subject is the shop.',
    payload: PACKAGE,
  },
  'package.ended': {
    version: 1,
    summary: 'A package of the shop has ended; the subject is the shop.',
    payload: PACKAGE,
  },
});

type Names = typeof packageEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
