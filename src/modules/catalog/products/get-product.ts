import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { pictureUrls, thumbnailUrls } from '../../pictures/index.ts';
import { loadProducts } from '../load-products.ts';
import type { ProductDetail, ProductIdInput } from '../schemas.ts';

/** One product whole, archived ones too. */
export async function getProduct(
  context: Context,
  input: z.output<typeof ProductIdInput>,
): Promise<z.input<typeof ProductDetail>> {
  const [found] = await loadProducts(context, [input.product_id]);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return {
    ...found.product,
    preorder_setting: found.preorder_setting,
    variations: found.variations.map(({ variation, images, primary_image }) => {
      const urls = pictureUrls(context, images);
      const thumbnails = thumbnailUrls(context, images);
      const has_images = images.length > 0;
      return {
        ...variation,
        primary_image: has_images ? primary_image : null,
        image: urls[primary_image] ?? null,
        images: has_images ? urls : null,
        thumbnail: thumbnails[primary_image] ?? null,
        thumbnails,
      };
    }),
    wholesale_prices: found.wholesales,
  };
}
