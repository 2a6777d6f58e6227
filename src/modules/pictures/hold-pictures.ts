import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import type { RefusalPart } from '../../kernel/errors.ts';
import { relativeAddress } from '../../kernel/files/index.ts';
import { uploadedName } from './address.ts';
import { pictureErrors } from './errors.ts';

const holdNames = statement<{ name: string }>(
  'hold_pictures',
  `select name from product_pictures
  where shop_id = $1 and name = any($2::text[]) and removed_at is null for share`,
);

/**
 * Ensures that no uploaded picture in these lists is removed until the current transaction ends; once a product uses
 * it, it stays. One statement, none if no such picture is named. Nothing is known about pictures hosted elsewhere.
 * @param image_lists the images of each of some variations
 * @returns for each list its errors, on fields such as `images.0`
 */
export async function holdPictures(
  context: Context,
  image_lists: readonly (readonly string[])[],
): Promise<RefusalPart[][]> {
  const names = new Set(image_lists.flat().flatMap((address) => storedName(context, address) ?? []));
  const rows = names.size === 0 ? [] : await holdNames.run(context.db, [context.shop.id, [...names]]);
  const held = new Set(rows.map(({ name }) => name));
  return image_lists.map((images) =>
    images.flatMap((address, place) => {
      const name = storedName(context, address);
      if (name === undefined || held.has(name)) return [];
      return [pictureErrors.part('picture_gone', `images.${place}`, { address })];
    }),
  );
}

/** The name of a picture where its address is one that our file store gives. */
function storedName(context: Context, address: string): string | undefined {
  const name = uploadedName(address);
  if (name === undefined) return undefined;
  const relative = relativeAddress(context.base_url, address);
  return relative.startsWith(context.files.address(name)) ? name : undefined;
}

/** URLs as they are stored: those of this server without its host, which can change. */
export function storedAddresses(context: Context, addresses: readonly string[]): string[] {
  return addresses.map((address) => relativeAddress(context.base_url, address));
}
