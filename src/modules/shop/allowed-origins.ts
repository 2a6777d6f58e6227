import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import type { AllowedOrigins, SetAllowedOriginsInput } from './schemas.ts';

/** The origins whose pages may use the shop's API from a browser. */
export async function getAllowedOrigins(context: Context): Promise<z.input<typeof AllowedOrigins>> {
  const { allowed_origins } = await context.db
    .selectFrom('shops')
    .select('allowed_origins')
    .where('id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  return { origins: allowed_origins };
}

/** Replaces them; within a second it holds for all requests. */
export async function setAllowedOrigins(
  context: Context,
  input: z.output<typeof SetAllowedOriginsInput>,
): Promise<z.input<typeof AllowedOrigins>> {
  const origins = [...new Set(input.origins)];
  return context.transaction(async (inner) => {
    await inner.db
      .updateTable('shops')
      .set({ allowed_origins: origins })
      .where('id', '=', inner.shop.id)
      .execute();
    await emit(inner, 'shop.updated', inner.shop.id);
    return { origins };
  });
}
