import { z } from 'zod';
import { PROVIDER_NAMES } from '../../integrations/mutation/port.ts';
import { defineEvents } from '../../kernel/events.ts';

const provider = z.enum(PROVIDER_NAMES);

export const mutationEvents = defineEvents({
  'bank_mutations.imported': {
    version: 1,
    summary: 'Mutations of a bank statement were recorded. The subject is the import.',
    payload: z.strictObject({
      recorded: z.int().describe('Mutations that are new'),
      known: z.int().describe('Rows that were recorded already'),
    }),
  },
  'bank_mutations.import_undone': {
    version: 1,
    summary: 'Mutations of a bank statement were removed again. The subject is the import.',
    payload: z.strictObject({
      removed: z.int(),
      kept: z.int().describe('Mutations that were matched, or that another source has shown too'),
    }),
  },
  'bank_mutation.matched': {
    version: 1,
    summary: 'A bank mutation, or a part of it, pays buyers’ payments or orders.',
    payload: z.strictObject({
      payments: z.array(
        z.strictObject({
          payment_id: z.int(),
          amount: z.int(),
          outcome: z.enum(['PAID', 'REVIVED', 'BALANCE']),
        }),
      ),
      orders: z.array(z.strictObject({ order_id: z.int(), amount: z.int() })),
      rest: z.int().describe('What waits on'),
    }),
  },
  'bank_mutation.ignored': {
    version: 1,
    summary: 'A bank mutation, or the rest of it, is no payment.',
    payload: z.strictObject({ reason: z.string(), rest: z.int() }),
  },
  'bank_mutation.undone': {
    version: 1,
    summary: 'Matches of a bank mutation were undone, or it is not ignored any more: it waits again.',
    payload: z.strictObject({
      payments: z.array(z.strictObject({ payment_id: z.int(), amount: z.int() })),
      orders: z.array(z.strictObject({ order_id: z.int(), amount: z.int() })),
      rest: z.int().describe('What waits now'),
    }),
  },
  'mutation_connection.saved': {
    version: 1,
    summary: 'A bank account was connected with a mutation service. The subject is the bank account.',
    payload: z.strictObject({ provider }),
  },
  'mutation_connection.removed': {
    version: 1,
    summary:
      'The connection of a bank account with its mutation service was removed. The subject is the bank account.',
    payload: z.strictObject({ provider }),
  },
});

type Names = typeof mutationEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
