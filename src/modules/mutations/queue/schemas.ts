import { z } from 'zod';
import { id, keyword, list, oneOf, optional, pageFields, rupiah, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { mutationLimits } from '../limits.ts';

export const MUTATION_STATES = ['NEW', 'WAITING', 'MATCHED', 'IGNORED', 'OUTGOING'] as const;

const ABOUT_STATES =
  'NEW: the automatic matching has not seen it yet, which takes a moment; WAITING: it came in, and it, or a rest of it, is of no ' +
  'payment yet; MATCHED: all of it pays something; IGNORED; OUTGOING: money that went out.';

export const MutationIdInput = z.object({ id: id().describe('Mutation ID.') });

export const ListMutationsInput = z
  .object({
    state: optional(oneOf(MUTATION_STATES)).describe(ABOUT_STATES),
    bank_id: optional(id()).describe('Bank ID of the account.'),
    type: optional(oneOf(['CREDIT', 'DEBIT'])).describe('CREDIT: came in; DEBIT: went out.'),
    ...periodFields(),
    amount: optional(rupiah({ min: 1 })).describe('Exactly this amount.'),
    keyword: optional(keyword()).describe('Words of the description.'),
    ...pageFields({ per_page: 50 }),
  })
  .superRefine(refuseEarlyEnd);

const Match = z.object({
  id: z.int(),
  payment_id: z.int().nullable().describe('The payment of a buyer that it pays.'),
  order_id: z.int().nullable().describe('The order that it pays.'),
  po_number: z.string().nullable().describe('null: a payment of a buyer, or the order was deleted since.'),
  amount: z.int(),
  outcome: z
    .enum(['PAID', 'REVIVED', 'BALANCE'])
    .nullable()
    .describe(
      'What became of the money of a payment of a buyer. PAID: it is paid; REVIVED: it had expired, and its orders wait for the seller ' +
        'again; BALANCE: no order wants it any more, so it is balance of the customer.',
    ),
  is_automatic: z.boolean(),
  user_id: z.int().nullable(),
  created_at: z.string(),
});

const mutation = {
  id: z.int(),
  bank_id: z.int().nullable().describe('null: its account number is none of the shop.'),
  bank_name: z.string().nullable(),
  account_number: z.string(),
  date: z.string(),
  time: z.string().nullable().describe('In the time zone of the shop, if the bank says it.'),
  type: z.enum(['CREDIT', 'DEBIT']),
  amount: z.int(),
  matched: z.int().describe('What of the amount pays something.'),
  rest: z.int().describe('What of it pays nothing yet.'),
  description: z.string(),
  balance: z.int().nullable().describe('Of the account after it, if the bank says it.'),
  is_pending: z.boolean().describe('The bank has not booked it yet.'),
  state: z.enum(MUTATION_STATES).describe(ABOUT_STATES),
  waits_because: z
    .object({ code: z.string(), text: z.string() })
    .nullable()
    .describe('Why it pays nothing by itself.'),
  ignored_because: z.string().nullable(),
  decided_by: z.int().nullable().describe('ID of the user who matched or ignored it last.'),
  decided_at: z.string().nullable(),
  matches: z.array(Match),
};

export const BankMutation = named('BankMutation', mutation);

export const REASONS = [
  'AMOUNT',
  'AMOUNT_WITHOUT_CODE',
  'AMOUNT_OF_SEVERAL',
  'PO_NUMBER',
  'PHONE',
  'NAME',
  'PART_OF_NAME',
] as const;

const Suggestion = z.object({
  payment_id: z
    .int()
    .nullable()
    .describe('The payment of a buyer: match with this ID. null: match with `orders`.'),
  orders: z.array(
    z.object({
      order_id: z.int(),
      po_number: z.string(),
      amount: z.int().describe('What of the mutation would pay it.'),
      remaining: z.int().describe('What remains to be paid of it.'),
    }),
  ),
  customer: z.object({ id: z.int(), name: z.string() }),
  amount: z.int().describe('What of the mutation would be matched.'),
  status: z
    .string()
    .describe('Of the payment of a buyer: what it waits for; of orders: their payment status.'),
  created_at: z.string(),
  reasons: z.array(z.object({ code: z.enum(REASONS), text: z.string() })).describe('Why it is suggested.'),
});

export const BankMutationDetail = named('BankMutationDetail', {
  ...mutation,
  suggestions: z
    .array(Suggestion)
    .describe(
      'Payments of buyers and unpaid orders that it may be the money of, the best first; for money that came in and waits.',
    ),
});

export const MatchMutationInput = z.object({
  id: id().describe('Mutation ID.'),
  payment_id: optional(id()).describe(
    'A payment of a buyer by transfer. It takes its whole amount of the mutation, or, as unique codes are forgotten, what is there, if ' +
      'that covers its orders.',
  ),
  orders: optional(
    list(
      z.object({
        order_id: id(),
        amount: optional(rupiah({ min: 1 })).describe(
          'Default: what remains to be paid of the order, at most what is left of the mutation.',
        ),
      }),
      { min: 1, max: mutationLimits.mutation_match_orders },
    ),
  ).describe('Accepted orders that it pays. What is left of the mutation waits on.'),
});

export const IgnoreMutationInput = z.object({
  id: id().describe('Mutation ID.'),
  reason: text({ max: 200 }).describe('What it is, if it is no payment.'),
});

export const UndoMutationInput = z.object({
  id: id().describe('Mutation ID.'),
  match_id: optional(id()).describe('Only this match. Default: all, or that it is ignored.'),
});
