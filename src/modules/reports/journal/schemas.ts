import { z } from 'zod';
import { clearable, integer, list, oneOf, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { refuseUnclearPeriod, reportPeriodFields } from '../../../kernel/http/report-period.ts';
import { JOURNAL_ACCOUNTS, JOURNAL_FORMATS } from './accounts.ts';

const format = () => withDefault(oneOf(JOURNAL_FORMATS), 'JURNAL').describe('The bookkeeping program.');

export const JournalInput = z
  .object({ ...reportPeriodFields(), format: format() })
  .superRefine(refuseUnclearPeriod);

export const JournalCodesInput = z.object({ format: format() });

export const SetJournalCodesInput = z.object({
  format: format(),
  accounts: list(
    z.object({
      account: oneOf(JOURNAL_ACCOUNTS),
      bank_id: withDefault(integer({ min: 0 }), 0).describe(
        'For BANK: the bank account that has a code of its own. 0: all others.',
      ),
      code: clearable(text({ max: 30 })).describe('Blank: the code to start with.'),
    }),
    { min: 1, max: 100 },
  ),
});

export const JournalCode = named('JournalCode', {
  account: z.string(),
  bank_id: z.int(),
  title: z.string(),
  code: z.string(),
  is_own: z.boolean().describe('Whether the shop has set it.'),
});
