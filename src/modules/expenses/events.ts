import { z } from 'zod';
import { CHANGES, defineEvents } from '../../kernel/events.ts';

const expense = z.strictObject({ title: z.string(), total_idr: z.int(), spent_on: z.string() });

export const expenseEvents = defineEvents({
  'expense.created': { version: 1, summary: 'An expense was recorded.', payload: expense },
  'expense.updated': { version: 1, summary: 'An expense was changed.', payload: CHANGES },
  'expense.deleted': { version: 1, summary: 'An expense was deleted.', payload: expense },
});

type Names = typeof expenseEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
