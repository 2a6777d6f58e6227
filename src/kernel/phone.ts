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
 * A phone number as it is stored: digits with the country code, Indonesian ones as `62812…`, in whatever notation it was
 * given: `0812…`, `812…`, `62812…`, `+62 812…`, `+62 (0)812…`, `(0341) 551234`. Foreign numbers keep their digits.
 *
 * A stored number is read as itself, so a number from a response can be sent back; except a foreign one whose country
 * code begins with 8, which needs its plus or must be the `present` one: otherwise `8…` is Indonesian.
 * @param present the current number, which stays if its digits are given
 * @returns undefined if the text is not a phone number
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
 * The digits to search in stored numbers, given any part of a number in any notation: for `0812-34` it is `81234`, which
 * `6281234…` contains; for `+62 (0)812` and `62 0812` it is `62812`.
 * @returns undefined if the text does not look like a part of a phone number
 */
export function phoneSearchDigits(text: string): string | undefined {
  const read = readDigits(text);
  if (read === undefined) return undefined;
  const { digits, is_international } = read;
  // No stored number begins with 620.
  if (is_international || /^\D*62\D+0/.test(text.normalize('NFKC'))) return digits.replace(/^620/, '62');
  // The 0 before an area code is not stored; if it was a digit in the middle, the rest is found nevertheless.
  return digits.length > 1 ? digits.replace(/^(?:0|620(?=\d{3}))/, '') : digits;
}

/** A stored number as Indonesians write it: `0812…`; foreign ones with their plus. */
export function localPhone(phone: string): string {
  return phone.startsWith('62') ? `0${phone.slice(2)}` : `+${phone}`;
}
