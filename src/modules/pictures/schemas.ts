import { z } from 'zod';
import { named } from '../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../kernel/http/route.ts';
import { limits } from '../../kernel/limits.ts';
import { pictureLimits } from './limits.ts';

export const UploadPictureInput = z.object({
  image: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .meta({ type: 'string', format: 'binary' })
    .describe(
      `PNG, JPEG, WebP or GIF of at most ${pictureLimits.picture_bytes / 1_048_576} MB and ` +
        `${limits.picture_pixels / 1_000_000} megapixels`,
    ),
});

const Formats = z.object({
  jpg: z.string().describe('JPEG, which every client can display, including marketplaces and WhatsApp.'),
  webp: z.string().describe('WebP, a smaller file for browsers.'),
});

export const Picture = named('Picture', {
  url: z.string().describe('URL to add to the `images` of a variation.'),
  thumbnail_url: z.string(),
  width: z.int().describe('Width in pixels.'),
  height: z.int().describe('Height in pixels.'),
  full: Formats,
  thumbnail: Formats,
});
