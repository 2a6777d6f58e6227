import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { absoluteAddress, sizePicture, type PictureSizes } from '../../kernel/files/index.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { FORMATS, pictureFile, thumbnailFile, type PictureFormat } from './address.ts';
import { pictureLimits } from './limits.ts';
import type { Picture, UploadPictureInput } from './schemas.ts';

/** Sharp on every screen, and no larger than marketplaces take. */
const LONGEST_SIDE_PX = { full: 1600, small: 320 };

/** So long a picture waits for a product that shows it. */
export const UNUSED_HOURS = 24;

interface StoredPicture {
  name: string;
  width_px: number;
  height_px: number;
}

/**
 * Stores a product picture with a thumbnail, rotated upright and without camera metadata. Uploading the same file twice
 * gives one picture. It is removed after a day if no product uses it.
 * @throws Refusal 422 if it is not a picture, is damaged, or has too many pixels, and at the limit of the shop
 */
export async function uploadPicture(
  context: Context,
  input: z.output<typeof UploadPictureInput>,
): Promise<z.input<typeof Picture>> {
  const content_hash = createHash('sha256').update(input.image.bytes).digest();
  const known = await findStored(context, content_hash);
  if (known !== undefined) return viewOf(context, known);
  const sizes = await sizePicture(input.image.bytes, 'image', LONGEST_SIDE_PX);
  const name = `${context.shop.id}/product/${context.random.bytes(16).toString('hex')}`;
  const { width_px, height_px } = sizes;
  const picture = { name, width_px, height_px };
  await context.transaction((inner) => insertRow(inner, picture, content_hash));
  await storeFiles(context, name, sizes);
  await context.db
    .updateTable('product_pictures')
    .set({ stored_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('name', '=', name)
    .execute();
  return viewOf(context, picture);
}

const checkAt = (context: Context) => new Date(context.clock.now().getTime() + UNUSED_HOURS * 3_600_000);

/** The picture of this content, which is from now on not removed for a day. */
function findStored(context: Context, content_hash: Buffer): Promise<StoredPicture | undefined> {
  return context.db
    .updateTable('product_pictures')
    .set({ check_at: sql<Date>`greatest(check_at, ${checkAt(context)})` })
    .where('shop_id', '=', context.shop.id)
    .where('content_hash', '=', content_hash)
    .where('stored_at', 'is not', null)
    .where('removed_at', 'is', null)
    .returning(['name', 'width_px', 'height_px'])
    .executeTakeFirst();
}

async function insertRow(context: Context, picture: StoredPicture, content_hash: Buffer): Promise<void> {
  await holdToLimit(
    context,
    pictureLimits.product_pictures,
    context.db.selectFrom('product_pictures').where('shop_id', '=', context.shop.id),
  );
  await context.db
    .insertInto('product_pictures')
    .values({
      shop_id: context.shop.id,
      ...picture,
      content_hash,
      check_at: checkAt(context),
      created_by: context.actor.user_id,
      created_at: context.clock.now(),
    })
    .execute();
}

const TYPES: Record<PictureFormat, string> = { jpg: 'image/jpeg', webp: 'image/webp' };

async function storeFiles(context: Context, name: string, sizes: PictureSizes): Promise<void> {
  await Promise.all(
    FORMATS.flatMap((format) => [
      context.files.put(pictureFile(name, format), sizes.full[format], TYPES[format]),
      context.files.put(thumbnailFile(name, format), sizes.small[format], TYPES[format]),
    ]),
  );
}

function viewOf(context: Context, { name, width_px, height_px }: StoredPicture): z.input<typeof Picture> {
  const at = (file: string) => absoluteAddress(context.base_url, context.files.address(file));
  const full = { jpg: at(pictureFile(name, 'jpg')), webp: at(pictureFile(name, 'webp')) };
  const thumbnail = { jpg: at(thumbnailFile(name, 'jpg')), webp: at(thumbnailFile(name, 'webp')) };
  return {
    url: full.jpg,
    thumbnail_url: thumbnail.jpg,
    width: width_px,
    height: height_px,
    full,
    thumbnail,
  };
}
