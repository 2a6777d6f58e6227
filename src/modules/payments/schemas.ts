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

const accountNumber = () =>
  text({ max: 40 })
    .overwrite((value) => value.replaceAll(/[\s.-]/g, ''))
    .refine((value) => /^\d{5,20}$/.test(value), { params: { code: 'account_number_digits' } });

const bankType = () => text({ max: 50 }).describe('Bank type from the list of banks, in any letter case.');

/** As clients of the reference send them. */
const credentials = {
  username: optional(text({ max: 100 })).describe('Accepted for compatibility and not stored.'),
  pin: optional(text({ max: 100 })).describe('Accepted for compatibility and not stored.'),
};

export const CreateBankAccountInput = z.object({
  bank_type: bankType(),
  account_number: accountNumber().describe('Bank account number, 5 to 20 digits.'),
  holder_name: text({ max: 100 }).describe('Bank account holder name.'),
  branch: text({ max: 100 }).describe('Bank branch.'),
  ...credentials,
  corporate_id: optional(text({ max: 100 })).describe(
    'Corporate ID. Required if `bank_type` is a business bank.',
  ),
});

export const UpdateBankAccountInput = z.object({
  bank_id: id().describe('Bank ID.'),
  bank_type: bankType(),
  account_number: optional(accountNumber()).describe('Bank account number, 5 to 20 digits.'),
  holder_name: optional(text({ max: 100 })).describe('Bank account holder name.'),
  branch: optional(text({ max: 100 })).describe('Bank branch.'),
  ...credentials,
  corporate_id: optional(text({ max: 100 })).describe(
    'Corporate ID. Required if `bank_type` is a business bank, unless the account has one.',
  ),
});

export const DeleteBankAccountInput = z.object({ bank_id: id().describe('Bank ID.') });

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
