import pLimit from 'p-limit';
import type { Sharp } from 'sharp';
import { limits } from '../limits.ts';
import { loadWhenUsed } from '../load-when-used.ts';
import { fileErrors } from './errors.ts';

const sharp = loadWhenUsed((require) => require('sharp') as typeof import('sharp').default);

const QUALITY = 85;
const SECONDS_MOST = 10;

/** A decoded photo is large, so only this many are in memory at a time, however many are uploaded. */
const decoding = pLimit(2);

/**
 * Converts an uploaded picture to WebP: rotated upright, resized to at most `longest_side_px`, only the first frame of
 * an animation, and without metadata (EXIF says where a photo was taken).
 * @throws Refusal 422 on `field` if the content is not a PNG, JPEG, WebP or GIF, is damaged, or has too many pixels,
 *   which its header says before anything is decoded
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

/** A picture in two sizes, each as WebP and as JPEG. */
export interface PictureSizes {
  width_px: number;
  height_px: number;
  full: { jpg: Buffer; webp: Buffer };
  small: { jpg: Buffer; webp: Buffer };
}

/**
 * Converts an uploaded picture to a full and a small one, each as JPEG and WebP, by the rules of `normalisePicture`.
 * Transparent areas become white in a JPEG.
 * @throws Refusal 422 as `normalisePicture`
 */
export async function sizePicture(
  bytes: Buffer,
  field: string,
  longest_side_px: { full: number; small: number },
): Promise<PictureSizes> {
  const picture = await checkedPicture(bytes, field);
  return decode(field, async () => {
    // Decoded once; the others are made from the pixels of the full one.
    const { data, info } = await upright(picture, longest_side_px.full)
      .toColourspace('srgb')
      .raw()
      .timeout({ seconds: SECONDS_MOST })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const full = () => sharp()(data, { raw: { width, height, channels } });
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

/**
 * A stored picture as a JPEG for a PDF, which takes no WebP: at most so large, on white.
 * @throws Error if it cannot be decoded
 */
export function printablePicture(bytes: Buffer, longest_side_px: number): Promise<Buffer> {
  const made = () => fit(sharp()(bytes), longest_side_px).flatten({ background: '#fff' });
  return decoding(() => made().jpeg({ quality: QUALITY }).timeout({ seconds: SECONDS_MOST }).toBuffer());
}

/** @throws Refusal 422 if it is not a picture that can be decoded */
async function checkedPicture(bytes: Buffer, field: string): Promise<Sharp> {
  // Only these decoders are ever reached; sharp would render an SVG or a PDF.
  if (!isPicture(bytes)) {
    const kind = otherKind(bytes);
    if (kind === undefined) throw fileErrors.refuseField('picture_type', field);
    throw fileErrors.refuseField('picture_kind', field, { kind });
  }
  // We check the limit ourselves, so that the error can name it.
  const picture = sharp()(bytes, { limitInputPixels: false, failOn: 'error' });
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

/** Whether the content begins like a PNG, JPEG, GIF or WebP. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}WEBP)/.test(start);
}

/** By their first bytes, what people take for pictures, or upload in place of one. */
const OTHER_KINDS: readonly (readonly [kind: string, start: RegExp])[] = [
  ['HEIC', /^[^]{4}ftyp(?:hei[cmsx]|hev[cmx]|mif1|msf1)/],
  ['AVIF', /^[^]{4}ftypavi[fs]/],
  ['video', /^(?:[^]{4}ftyp|[^]E\xdf\xa3|RIFF[^]{4}AVI )/],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
  ['SVG', /^\s*<(?:\?xml|svg|!DOCTYPE svg)/i],
  ['ZIP or Office', /^PK/],
];

/** What the content begins as, where that is known and no picture that is read. */
function otherKind(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 64);
  return OTHER_KINDS.find(([, begin]) => begin.test(start))?.[0];
}
