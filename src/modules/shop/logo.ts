import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';

/** A logo is shown small; on the sharpest screens this is plenty. */
export const LOGO_LONGEST_SIDE_PX = 1024;

/**
 * The name under which a logo is stored: it contains a hash of the content and a random part, so that the name of a
 * removed file is never used again.
 */
export function logoFileName(context: Context, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return `${context.shop.id}/logo/logo-${hash}${context.random.bytes(4).toString('hex')}.webp`;
}

/** The file behind a logo's address; undefined where it is not one that this shop uploaded. */
export function uploadedLogoFile(shop_id: number, address: string | null): string | undefined {
  const name = /(?:^|\/)(\d+\/logo\/logo-[0-9a-f]+\.webp)$/.exec(address ?? '')?.[1];
  return name?.startsWith(`${shop_id}/`) ? name : undefined;
}
