import { z } from 'zod';
import { jsonOfCallback } from '../json-client.ts';
import type { MutationProvider } from './port.ts';
import { isHmacOf, reportedFields, reportedMutation } from './reported.ts';

const Mutation = z.object({
  ...reportedFields,
  account_number: z.unknown().optional(),
  bank: z.object({ account_number: z.unknown().optional() }).nullish().catch(null),
  date: z.unknown().optional(),
  mutation_id: z.unknown().optional(),
  token: z.unknown().optional(),
});

/**
 * Moota (moota.gitbook.io/technical-docs, webhook): a list of mutations, signed in the header `Signature` by HMAC-SHA256 of the
 * body with the secret token of the webhook.
 */
export const moota: MutationProvider = {
  name: 'moota',
  isSigned: ({ headers, body }, secret) => isHmacOf(body, headers['signature'], secret),
  read(body) {
    const said = jsonOfCallback(body);
    const entries = Array.isArray(said)
      ? said
      : typeof said === 'object' && said !== null
        ? [said]
        : undefined;
    if (entries === undefined) return undefined;
    const mutations = entries.flatMap((entry) => {
      const { data } = Mutation.safeParse(entry);
      if (data === undefined) return [];
      const { date, mutation_id, token, bank, ...rest } = data;
      const account_number = data.account_number ?? bank?.account_number;
      return reportedMutation({ ...rest, account_number, moment: date, ref: mutation_id ?? token }) ?? [];
    });
    return { mutations, unread: entries.length - mutations.length };
  },
};
