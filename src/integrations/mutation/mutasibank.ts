import { z } from 'zod';
import { jsonOfCallback } from '../json-client.ts';
import type { MutationProvider } from './port.ts';
import { isHmacOf, reportedMutations } from './reported.ts';

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
    return reportedMutations(call.data_mutasi, (one) => ({
      account_number: call.account_number,
      ref: one['id'],
      moment: one['transaction_date'],
      type: one['type'],
      amount: one['amount'],
      balance: one['balance'],
      description: one['description'],
    }));
  },
};
