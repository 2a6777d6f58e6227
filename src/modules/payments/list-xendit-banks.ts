import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { xenditBanks } from '../reference/index.ts';
import type { ListXenditBanksInput } from './schemas.ts';

/** Banks and e-wallets that Xendit lists, by a part of the name in any letter case. */
export async function listXenditBanks(_context: Context, input: z.output<typeof ListXenditBanksInput>) {
  const keyword = input.keyword?.toLowerCase() ?? '';
  return xenditBanks.filter((bank) => bank.name.toLowerCase().includes(keyword));
}
