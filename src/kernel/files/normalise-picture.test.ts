import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pngHeader } from '../../../test/hostile-pictures.ts';
import { Refusal } from '../errors.ts';
import { normalisePicture } from './normalise-picture.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c03028' } });

async function refusal(bytes: Buffer): Promise<unknown> {
  const outcome = await normalisePicture(bytes, 'logo', 1024).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(Refusal);
  return (outcome as Refusal).parts[0];
}

test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s becomes a WebP of the same size', async (format) => {
  const stored = await normalisePicture(await picture(320, 200).toFormat(format).toBuffer(), 'logo', 1024);
  expect(await sharp(stored).metadata()).toMatchObject({ format: 'webp', width: 320, height: 200 });
});

test('a large picture is made smaller, its shape kept', async () => {
  const stored = await normalisePicture(await picture(3000, 1500).png().toBuffer(), 'logo', 1024);
  expect(await sharp(stored).metadata()).toMatchObject({ width: 1024, height: 512 });
});

test('a photo is turned upright and tells nothing of its camera or place', async () => {
  const photo = await picture(400, 200)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Juragan', Make: 'KameraKu' }, IFD3: { GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(photo).metadata()).orientation).toBe(6);
  const stored = await normalisePicture(photo, 'logo', 1024);
  const facts = await sharp(stored).metadata();
  expect(facts).toMatchObject({ width: 200, height: 400 });
  expect(facts.exif).toBeUndefined();
  expect(facts.orientation).toBeUndefined();
});

test.each([
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['HEIC', '\0\0\0\x24ftypmif1\0\0\0\0mif1heix'],
  ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
  ['video', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['PDF', '%PDF-1.7'],
  ['TIFF', 'II*\0\0\0\0\0'],
  ['BMP', 'BM\x36\0\x0c\0'],
  ['ZIP or Office', 'PK\x03\x04'],
])('what is %s is refused by its name, with what to do', async (kind, content) => {
  const error = await refusal(Buffer.from(content, 'latin1'));
  expect(error).toMatchObject({ code: 'picture_kind', field: 'logo', values: { kind } });
});

test.each([
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['text', 'GIF? no'],
  ['nothing', ''],
])('%s is no picture, whatever it is called', async (_kind, content) => {
  expect(await refusal(Buffer.from(content))).toMatchObject({ code: 'picture_type', field: 'logo' });
});

test('a picture that is cut off or broken inside is refused', async () => {
  const photo = await picture(400, 200).jpeg().toBuffer();
  expect(await refusal(photo.subarray(0, photo.length / 2))).toMatchObject({ code: 'picture_unreadable' });
  expect(await refusal(Buffer.concat([photo.subarray(0, 10), Buffer.alloc(200, 7)]))).toMatchObject({
    code: 'picture_unreadable',
  });
});

test('a small file that claims 900 megapixels is refused from its header, without decoding', async () => {
  const bomb = pngHeader(30_000, 30_000);
  const started = performance.now();
  expect(await refusal(bomb)).toMatchObject({
    code: 'picture_too_large',
    field: 'logo',
    values: { megapixels: 50 },
  });
  // Decoding would take seconds and gigabytes.
  expect(performance.now() - started).toBeLessThan(500);
});
