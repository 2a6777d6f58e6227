import { jsonOfCallback } from '../json-client.ts';
import type { MutationProvider } from './port.ts';
import { isHmacOf, isRecord, reportedMutations } from './reported.ts';

/**
 * Moota (moota.gitbook.io/technical-docs, webhook): a list of mutations, signed in the header `Signature` by HMAC-SHA256 of the
 * body with the secret token of the webhook.
 */
export const moota: MutationProvider = {
  name: 'moota',
  isSigned: ({ headers, body }, secret) => isHmacOf(body, headers['signature'], secret),
  read(body) {
    const said = jsonOfCallback(body);
    const entries = Array.isArray(said) ? (said as unknown[]) : isRecord(said) ? [said] : undefined;
    if (entries === undefined) return undefined;
    return reportedMutations(entries, (one) => ({
      account_number: one['account_number'] ?? (isRecord(one['bank']) ? one['bank']['account_number'] : null),
      ref: one['mutation_id'] ?? one['token'],
      moment: one['date'],
      type: one['type'],
      amount: one['amount'],
      balance: one['balance'],
      description: one['description'],
    }));
  },
};
