import type { PublicContext } from '../../kernel/context.ts';

/** Where the picture of a product without one is served. */
export const DEFAULT_PICTURE_PATH = '/assets/product/default.svg';

/** The address of a variation's primary image, or of our own picture where it has none. */
export function pictureUrl(
  context: Pick<PublicContext, 'base_url'>,
  images: readonly string[],
  primary_image: number,
): string {
  return images[primary_image] ?? images[0] ?? `${context.base_url}${DEFAULT_PICTURE_PATH}`;
}
