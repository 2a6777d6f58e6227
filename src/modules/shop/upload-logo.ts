import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { absoluteAddress, normalisePicture } from '../../kernel/files/index.ts';
import { emit } from '../../kernel/outbox.ts';
import { LOGO_LONGEST_SIDE_PX, logoFileName, uploadedLogoFile } from './logo.ts';
import type { UploadLogoInput } from './schemas.ts';

/**
 * Makes an uploaded picture the logo of the shop. The file is stored before the transaction, and the one that it
 * replaces is removed after the commit, so the logo of the shop exists at every moment.
 */
export async function uploadLogo(context: Context, input: z.output<typeof UploadLogoInput>) {
  const bytes = await normalisePicture(input.logo.bytes, 'logo', LOGO_LONGEST_SIDE_PX);
  const name = logoFileName(context, bytes);
  const address = await context.files.put(name, bytes, 'image/webp');
  try {
    await context.transaction((inner) => replaceLogo(inner, address));
  } catch (error) {
    await context.files.remove(name).catch(() => undefined);
    throw error;
  }
  return { logo: absoluteAddress(context.base_url, address) };
}

async function replaceLogo(context: Context, address: string): Promise<void> {
  // The lock makes each of several uploads at once see, and remove, the one before it.
  const { rows } = await sql<{ logo_url: string | null }>`
    update shops set logo_url = ${address}
    from (select id, logo_url from shops where id = ${context.shop.id} for update) as before
    where shops.id = ${context.shop.id} returning before.logo_url`.execute(context.db);
  const replaced = uploadedLogoFile(context.shop.id, rows[0]?.logo_url ?? null);
  if (replaced !== undefined) await context.afterCommit(() => context.files.remove(replaced));
  await emit(context, 'shop.logo_changed', context.shop.id);
}
