/** What people write between the digits, and the marks that chat programs and spreadsheets put around them. */
const DECORATION = /[\s\p{Cf}\p{Pd}.()[\]'‘’]/gu;

/** Country code and number together, as ITU-T E.164 allows; the shortest in use have 8 digits. */
const LENGTH = /^\d{8,15}$/;

/** Digits of a number that has no plus and no Indonesian beginning are taken for international from here. */
const FOREIGN_LENGTH = /^\d{10,15}$/;

/** The digits of a number, also of a `tel:` link, and whether it was written as international (`+` or `00` before it). */
function readDigits(text: string): { digits: string; is_international: boolean } | undefined {
  // Folds the wide digits of East Asian keyboards to plain ones.
  const [, prefix, digits] =
    /^(?:tel:)?(\+|00)?(\d+)$/i.exec(text.normalize('NFKC').replace(DECORATION, '')) ?? [];
  return digits === undefined ? undefined : { digits, is_international: prefix !== undefined };
}

/**
 * A phone number as it is kept: digits with the country code, Indonesian ones as `62812…`, however it was
 * written: `0812…`, `812…`, `62812…`, `+62 812…`, `+62 (0)812…`, `(0341) 551234`. Foreign numbers keep their
 * own digits.
 *
 * A kept number reads back as itself, so that what an answer showed can be sent again; except a foreign one
 * whose country code begins with 8, which needs its plus or to be `present`: else `8…` is Indonesian.
 * @param present the number that this one takes the place of: where its digits were sent, it stays
 * @returns undefined where the text is no phone number
 */
export function normalisePhone(text: string, present?: string): string | undefined {
  const read = readDigits(text);
  if (read === undefined) return undefined;
  const { digits, is_international } = read;
  if (digits === present) return present;
  if (digits.startsWith('62')) return whole(`62${digits.slice(2).replace(/^0/, '')}`);
  if (is_international) return whole(digits);
  if (digits.startsWith('0')) return whole(`62${digits.slice(1)}`);
  if (digits.startsWith('8')) return whole(`62${digits}`);
  return FOREIGN_LENGTH.test(digits) ? digits : undefined;
}

/** No country code or area code begins with 0. */
function whole(digits: string): string | undefined {
  return LENGTH.test(digits) && !/^(?:62)?0/.test(digits) ? digits : undefined;
}

/**
 * The digits to look for inside kept numbers, given any part of a number in any writing: of `0812-34` it is
 * `81234`, which `6281234…` contains; of `+62 (0)812` and `62 0812` it is `62812`.
 * @returns undefined where the text isn't written like a part of a phone number
 */
export function phoneSearchDigits(text: string): string | undefined {
  const read = readDigits(text);
  if (read === undefined) return undefined;
  const { digits, is_international } = read;
  // No kept number begins with 620.
  if (is_international || /^\D*62\D+0/.test(text.normalize('NFKC'))) return digits.replace(/^620/, '62');
  // The 0 before an area code isn't kept; where it was a digit of the middle, the rest is found just the same.
  return digits.length > 1 ? digits.replace(/^(?:0|620(?=\d{3}))/, '') : digits;
}
