import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { bankBadge, banks } from '../reference/index.ts';
import type { ListBanksInput } from './schemas.ts';

/** The banks that an account can be at. */
export async function listBanks(context: Context, input: z.output<typeof ListBanksInput>) {
  return banks
    .filter((bank) => !(input.without_business_bank && bank.is_business))
    .map((bank) => ({ ...bank, image: context.base_url + bankBadge(bank.bank_family) }));
}
