import { loadWhenUsed } from '../load-when-used.ts';

const latin = loadWhenUsed((require) => require('any-ascii') as typeof import('any-ascii'));

/** All characters that the fonts of every PDF reader show: Windows-1252. */
export const PRINTABLE: ReadonlySet<string> = new Set([
  ...codePoints(0x20, 0x7e),
  ...codePoints(0xa0, 0xff),
  ...Array.from('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'),
]);
/** As most texts are: nothing of them changes. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Pictures, marks that join or select them, and characters that nobody sees. */
const UNSEEN =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\p{Cc}\p{Mn}\p{Me}\p{Co}\p{Cn}\ufffd]/u;

/**
 * A text as the paper shows it, on one line. Accents of European languages stay; what the fonts lack is written in Latin
 * letters, which couriers can read; pictures are left out.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  let shown = '';
  for (const character of text.normalize('NFC')) {
    if (PRINTABLE.has(character)) shown += character;
    else if (/\s/.test(character)) shown += ' ';
    else if (!UNSEEN.test(character)) shown += latin().default(character);
  }
  return shown.replaceAll(/[\s\u00a0]+/g, ' ').trim();
}

function codePoints(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
