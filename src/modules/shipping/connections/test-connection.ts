import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { openVendorAccount } from '../vendor-accounts.ts';
import { connectionAnswer } from './connection-answer.ts';
import type { CourierConnection, TestConnectionInput } from './schemas.ts';
import { testKey } from './test-key.ts';

/** Asks the vendor whether it takes the key, and notes what it says. @throws Refusal 404 where there is none */
export async function testConnection(
  context: Context,
  { vendor: name }: z.output<typeof TestConnectionInput>,
): Promise<z.input<typeof CourierConnection>> {
  const vendor = await openVendorAccount(context, name);
  if (vendor === undefined) throw kernelErrors.refuse('not_found');
  const problem = await testKey(context, vendor);
  const row = await context.db
    .updateTable('courier_connections')
    .set({ problem, tested_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('vendor', '=', name)
    .returning(['key_end', 'problem', 'created_at', 'tested_at'])
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return connectionAnswer(context, name, row);
}
