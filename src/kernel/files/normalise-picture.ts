import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';
import { limits } from '../limits.ts';
import { fileErrors } from './errors.ts';

const QUALITY = 85;
const SECONDS_MOST = 10;

/** A decoded photo is large: however many are sent at once, so many are held in memory. */
const decoding = pLimit(2);

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
  const picture = await checkedPicture(bytes, field);
  return decode(field, () =>
    upright(picture, longest_side_px)
      .webp({ quality: QUALITY })
      .timeout({ seconds: SECONDS_MOST })
      .toBuffer(),
  );
}

/** One picture as it is shown large and small, for all that can show WebP and for all. */
export interface PictureSizes {
  width_px: number;
  height_px: number;
  full: { jpg: Buffer; webp: Buffer };
  small: { jpg: Buffer; webp: Buffer };
}

/**
 * Makes of an uploaded picture a whole and a small one, each as JPEG and WebP, by the rules of `normalisePicture`.
 * What is transparent becomes white in a JPEG.
 * @throws Refusal 422 as `normalisePicture`
 */
export async function sizePicture(
  bytes: Buffer,
  field: string,
  longest_side_px: { full: number; small: number },
): Promise<PictureSizes> {
  const picture = await checkedPicture(bytes, field);
  return decode(field, async () => {
    // Decoded once; the others are made of the pixels of the whole one.
    const { data, info } = await upright(picture, longest_side_px.full)
      .toColourspace('srgb')
      .raw()
      .timeout({ seconds: SECONDS_MOST })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const full = () => sharp(data, { raw: { width, height, channels } });
    const small = () => fit(full(), longest_side_px.small);
    const jpg = (made: Sharp) =>
      made.flatten({ background: '#fff' }).jpeg({ quality: QUALITY, mozjpeg: true });
    const webp = (made: Sharp) => made.webp({ quality: QUALITY });
    return {
      width_px: width,
      height_px: height,
      full: { jpg: await jpg(full()).toBuffer(), webp: await webp(full()).toBuffer() },
      small: { jpg: await jpg(small()).toBuffer(), webp: await webp(small()).toBuffer() },
    };
  });
}

/** @throws Refusal 422 where it is no picture that may be decoded */
async function checkedPicture(bytes: Buffer, field: string): Promise<Sharp> {
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
  return picture;
}

function decode<T>(field: string, run: () => Promise<T>): Promise<T> {
  return decoding(run).catch(() => {
    throw fileErrors.refuseField('picture_unreadable', field);
  });
}

function upright(picture: Sharp, longest_side_px: number): Sharp {
  return fit(picture.autoOrient(), longest_side_px);
}

function fit(picture: Sharp, longest_side_px: number): Sharp {
  return picture.resize({
    width: longest_side_px,
    height: longest_side_px,
    fit: 'inside',
    withoutEnlargement: true,
  });
}

/** Whether the content begins as PNG, JPEG, GIF or WebP does. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}WEBP)/.test(start);
}
