import sharp from 'sharp';
import { limits } from '../limits.ts';
import { fileErrors } from './errors.ts';

const QUALITY = 85;
const SECONDS_MOST = 10;

/**
 * Makes a WebP of an uploaded picture: turned upright, at most `longest_side_px` long, the first frame of an
 * animation, and without anything but the picture (EXIF tells where a photo was taken).
 * @throws Refusal 422 on `field` where the content is no PNG, JPEG, WebP or GIF, is damaged, or has too many
 * pixels, which its header tells before anything is decoded
 */
export async function normalisePicture(
  bytes: Buffer,
  field: string,
  longest_side_px: number,
): Promise<Buffer> {
  // Only these decoders are ever reached: a sharp that is given an SVG or a PDF would draw it.
  if (!isPicture(bytes)) throw fileErrors.refuseField('picture_type', field);
  // The limit is ours to check, so that the caller can be told what it is.
  const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
  const { width, height } = await picture.metadata().catch(() => {
    throw fileErrors.refuseField('picture_unreadable', field);
  });
  if (width * height > limits.picture_pixels)
    throw fileErrors.refuseField('picture_too_large', field, {
      megapixels: limits.picture_pixels / 1_000_000,
    });
  return picture
    .autoOrient()
    .resize({ width: longest_side_px, height: longest_side_px, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .timeout({ seconds: SECONDS_MOST })
    .toBuffer()
    .catch(() => {
      throw fileErrors.refuseField('picture_unreadable', field);
    });
}

/** Whether the content begins as PNG, JPEG, GIF or WebP does. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}WEBP)/.test(start);
}
