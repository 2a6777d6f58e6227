import type { FastifyInstance } from 'fastify';
import type { PublicContext } from '../../kernel/context.ts';

const DEFAULT_PICTURE_PATH = '/assets/product/default.svg';

/** A closed box on grey. */
const DEFAULT_PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="Produk">
<rect width="240" height="240" fill="#eef0f3"/>
<g fill="none" stroke="#9aa3ad" stroke-width="6" stroke-linejoin="round">
<path d="M120 60l56 28v64l-56 28-56-28V88z"/><path d="M64 88l56 28 56-28M120 116v64M92 74l56 28v22"/>
</g>
</svg>`;

/** The address of a variation's primary image, or of our own picture where it has none. */
export function pictureUrl(
  context: Pick<PublicContext, 'base_url'>,
  images: readonly string[],
  primary_image: number,
): string {
  return images[primary_image] ?? images[0] ?? `${context.base_url}${DEFAULT_PICTURE_PATH}`;
}

/** Serves the picture of products without one. */
export function registerDefaultPicture(app: FastifyInstance): void {
  app.get(DEFAULT_PICTURE_PATH, { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=604800').send(DEFAULT_PICTURE),
  );
}
