import { z } from 'zod';
import { id, oneOf, optional, pageFields, rupiah, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';

const accountNumber = () =>
  text({ max: 40 })
    .overwrite((value) => value.replaceAll(/[\s.-]/g, ''))
    .refine((value) => /^\d{5,20}$/.test(value), { params: { code: 'account_number_digits' } });

export const WithdrawInput = z.object({
  xendit_bank_id: id().describe('Bank ID from the list of Xendit banks.'),
  nominal: rupiah({ min: 1 }).describe(
    'Amount that is paid to the bank account. The admin fee is taken from the OrderPay balance on top.',
  ),
  holder_name: text({ max: 100 }).describe('Bank account holder name.'),
  account_number: accountNumber().describe('Bank account number, 5 to 20 digits.'),
  ...freshLogin(),
});

const STATES = ['REQUESTED', 'SENT', 'PAID', 'FAILED'] as const;

export const ListWithdrawalsInput = z.object({
  state: optional(oneOf(STATES)).describe('Only withdrawals in this state.'),
  ...pageFields(),
});

export const Withdrawal = named('Withdrawal', {
  id: z.int(),
  state: z
    .enum(STATES)
    .describe(
      'REQUESTED: not confirmed by the payment gateway yet; SENT: on its way; PAID; FAILED: its money is available again.',
    ),
  nominal: z.int(),
  fee: z.int(),
  bank_name: z.string(),
  bank_code: z.string(),
  account_number: z.string(),
  holder_name: z.string(),
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why it waits, or why it failed.'),
  created_at: z.string(),
  ended_at: z.string().nullable().describe('When it was paid, or failed.'),
});
