import { z } from 'zod';
import { jsonOfCallback } from '../json-client.ts';
import type { MutationProvider } from './port.ts';
import { isHmacOf, reportedFields, reportedMutation } from './reported.ts';

const Mutation = z.object({
  ...reportedFields,
  id: z.unknown().optional(),
  transaction_date: z.unknown().optional(),
});
const Call = z.object({ account_number: z.unknown().optional(), data_mutasi: z.array(z.unknown()) });

/**
 * Mutasibank (mutasibank.co.id/api/docs, webhook signature): the mutations of one account, signed in `X-Mutasibank-Signature` by
 * HMAC-SHA256 of the body with the webhook secret. Its time in `X-Mutasibank-Timestamp` is not part of what is signed, so it
 * proves nothing: what comes again is known by its IDs.
 */
export const mutasibank: MutationProvider = {
  name: 'mutasibank',
  isSigned: ({ headers, body }, secret) => isHmacOf(body, headers['x-mutasibank-signature'], secret),
  read(body) {
    const { data: call } = Call.safeParse(jsonOfCallback(body));
    if (call === undefined) return undefined;
    const mutations = call.data_mutasi.flatMap((entry) => {
      const { data } = Mutation.safeParse(entry);
      if (data === undefined) return [];
      const { id: ref, transaction_date: moment, ...rest } = data;
      return reportedMutation({ ...rest, account_number: call.account_number, moment, ref }) ?? [];
    });
    return { mutations, unread: call.data_mutasi.length - mutations.length };
  },
};
