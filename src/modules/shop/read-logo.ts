import { buffer } from 'node:stream/consumers';
import type { PublicContext } from '../../kernel/context.ts';
import { printablePicture } from '../../kernel/files/index.ts';
import { uploadedLogoFile } from './logo.ts';

/** Of a logo on paper, which is printed no wider than 30 mm. */
const LONGEST_SIDE_PX = 480;

type Reader = Pick<PublicContext, 'files' | 'log' | 'elsewhere'>;

/**
 * The logo of a shop as a JPEG for a PDF; undefined where it has uploaded none, and where the file cannot be read now: a
 * paper without it is better than none. Logos at other addresses are not fetched.
 * @param address as stored with the shop
 */
export async function readLogo(
  { files, log, elsewhere = (run) => run() }: Reader,
  shop_id: number,
  address: string | null,
): Promise<Buffer | undefined> {
  const name = uploadedLogoFile(shop_id, address);
  if (name === undefined) return undefined;
  return elsewhere(async () => {
    try {
      const content = await files.read(name);
      return content === undefined
        ? undefined
        : await printablePicture(await buffer(content), LONGEST_SIDE_PX);
    } catch (error) {
      log.warn({ err: error, name }, 'a logo could not be read');
      return undefined;
    }
  });
}
