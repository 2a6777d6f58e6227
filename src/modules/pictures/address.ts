import type { FastifyInstance } from 'fastify';
import type { PublicContext } from '../../kernel/context.ts';
import { absoluteAddress } from '../../kernel/files/index.ts';

export const FORMATS = ['jpg', 'webp'] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** File of a picture in a format: whole, or small. */
export function pictureFile(name: string, format: PictureFormat): string {
  return `${name}.${format}`;
}
export function thumbnailFile(name: string, format: PictureFormat): string {
  return `${name}-small.${format}`;
}

/** Finds name and format in the address of a whole picture that was uploaded here, wherever files live. */
const UPLOADED = /\/(\d+\/product\/[0-9a-f]{32})\.(jpg|webp)$/;

/** The name of an uploaded picture in its address; undefined for pictures from elsewhere. */
export function uploadedName(address: string): string | undefined {
  return UPLOADED.exec(address)?.[1];
}

type Server = Pick<PublicContext, 'base_url'>;

/** The addresses of a variation's images, as a client can open them. */
export function pictureUrls(context: Server, images: readonly string[]): string[] {
  return images.map((address) => absoluteAddress(context.base_url, address));
}

/** Thumbnails of pictures that were uploaded here; other pictures are shown as they are. */
export function thumbnailUrls(context: Server, images: readonly string[]): string[] {
  return pictureUrls(
    context,
    images.map((address) => address.replace(UPLOADED, '/$1-small.$2')),
  );
}

/** The URL of a variation's primary image, or of the placeholder if it has none. */
export function pictureUrl(context: Server, images: readonly string[], primary_image: number): string {
  return pictureUrls(context, images)[indexOf(images, primary_image)] ?? defaultUrl(context);
}

/** The primary image as `pictureUrl` has it, for lists: small where there is a small one. */
export function thumbnailUrl(context: Server, images: readonly string[], primary_image: number): string {
  return thumbnailUrls(context, images)[indexOf(images, primary_image)] ?? defaultUrl(context);
}

const indexOf = (images: readonly string[], primary_image: number) =>
  primary_image < images.length ? primary_image : 0;

const DEFAULT_PICTURE_PATH = '/assets/product/default.svg';
const defaultUrl = (context: Server) => context.base_url + DEFAULT_PICTURE_PATH;

/** A closed box on grey. */
const DEFAULT_PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="Produk">
<rect width="240" height="240" fill="#eef0f3"/>
<g fill="none" stroke="#9aa3ad" stroke-width="6" stroke-linejoin="round">
<path d="M120 60l56 28v64l-56 28-56-28V88z"/><path d="M64 88l56 28 56-28M120 116v64M92 74l56 28v22"/>
</g>
</svg>`;

/** Serves the picture of products without one. */
export function registerDefaultPicture(app: FastifyInstance): void {
  app.get(DEFAULT_PICTURE_PATH, { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=604800').send(DEFAULT_PICTURE),
  );
}
