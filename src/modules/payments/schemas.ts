import { z } from 'zod';
import { boolean, id, keyword, oneOf, optional, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

export const ListedBank = named('Bank', {
  bank_type: z.string(),
  bank_label: z.string(),
  bank_family: z.string(),
  image: z.string(),
  web_login_url: z.string(),
  status: z.int(),
});

export const ListBanksInput = z.object({
  without_business_bank: withDefault(boolean(), false).describe('Exclude business banks.'),
});

export const ListedXenditBank = named('XenditBank', {
  id: z.int(),
  name: z.string(),
  code: z.string(),
  can_disburse: z.int(),
  can_name_validate: z.int(),
});

export const ListXenditBanksInput = z.object({
  keyword: optional(keyword()).describe('Bank name to search for.'),
});

export const CreateBankAccountInput = z.object({
  bank_type: text({ max: 50 }).describe('Bank type from the list of banks, in any letter case.'),
  account_number: text({ max: 40 })
    .overwrite((value) => value.replaceAll(/[\s.-]/g, ''))
    .refine((value) => /^\d{5,20}$/.test(value), { params: { code: 'account_number_digits' } })
    .describe('Bank account number, 5 to 20 digits.'),
  holder_name: text({ max: 100 }).describe('Bank account holder name.'),
  branch: text({ max: 100 }).describe('Bank branch.'),
  username: optional(text({ max: 100 })).describe('Accepted for compatibility and not stored.'),
  pin: optional(text({ max: 100 })).describe('Accepted for compatibility and not stored.'),
  corporate_id: optional(text({ max: 100 })).describe(
    'Corporate ID. Required if `bank_type` is a business bank.',
  ),
});

export const BankAccountName = named('BankAccountReference', { bank_id: z.int(), name: z.string() });

export const ListBankAccountsInput = z.object({
  type: withDefault(oneOf(['BANK', 'PAYMENT GATEWAY']), 'BANK').describe('Kind of account.'),
});

export const BankAccountIdInput = z.object({ id: id().describe('Bank ID.') });

export const BankAccount = named('BankAccount', {
  bank_id: z.int(),
  bank_name: z.string(),
  bank_type: z.string(),
  branch: z.string(),
  holder_name: z.string(),
  account_number: z.string(),
  image: z.string(),
  type: z.enum(['BANK', 'PAYMENT GATEWAY']),
});
