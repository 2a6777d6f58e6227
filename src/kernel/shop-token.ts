import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/**
 * A token that nobody can guess, and that says whose it is, so that it is looked up among those of one shop alone. What it
 * says opens nothing: with another shop's number it is a token that does not exist.
 * @param bytes of the part that can't be guessed
 */
export function makeShopToken(random: Random, shop_id: number, { prefix = '', bytes = 32 } = {}): string {
  return `${prefix}${random.bytes(bytes).toString('base64url')}_${shop_id}`;
}

/** The shop that a token says; undefined where it says none, and so was never made here. */
export function shopOfToken(token: string): number | undefined {
  const found = /_(\d{1,15})$/.exec(token)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** As which a token is stored: a stolen copy of the database opens no door. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
