import { orderTextLimits } from '../limits.ts';

/** A line of a chat with its words, without what chat programs and typing habits put around them. */
export interface Line {
  /** Counted from 1 in the text as it was pasted. */
  number: number;
  text: string;
  /** An empty line stands before it. */
  after_blank: boolean;
  /** A chat program's time and name stood before it. */
  starts_message: boolean;
}

/** Pictures, their joiners and colours; and what can't be seen at all. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}]|[\u{fe0e}\u{fe0f}]|\u{20e3}/gu;

/** `[23/11/26 10.15] Rina: ` and `23/11/2026, 10:15 - Rina: `, as WhatsApp copies and exports messages. */
const CHAT_PREFIX =
  /^(?:\[\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]m)?\]|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2}(?: ?[ap]m)? -) [^:]{1,60}: ?/i;

/** Bullets, and numbers of a list: `- `, `• `, `1. `, `2) `. */
const BULLET = /^(?:[-–—•·*>+]+\s+|[-•·>](?=\p{L})|\d{1,2}[.)]\s*(?=\p{L})|\d{1,2}\)\s*(?=\d))/u;

/** Signs that mark bold, slanted and struck text. */
const MARKS = /(?<![\p{L}\p{N}])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\p{L}\p{N}])/gu;

/** What is longer is read as several lines: no message has such lines, and what reads one compares all its parts. */
const LONGEST_LINE = 500;

/**
 * The lines of a text that have content. Characters that stand for several characters count as these; the expanded text
 * is read up to the maximum length of a text.
 */
export function plainLines(text: string): Line[] {
  const lines: Line[] = [];
  let after_blank = false;
  for (const [index, raw] of inUsualSigns(text).split('\n').entries()) {
    const whole = raw.replace(PICTURES, '').replaceAll(/\s+/g, ' ').trim();
    const plain = whole.replace(CHAT_PREFIX, '').replace(MARKS, '').replace(BULLET, '').trim();
    if (/[\p{L}\p{N}]/u.test(plain)) {
      const starts_message = CHAT_PREFIX.test(whole);
      for (const [at, part] of inParts(plain).entries())
        lines.push({
          number: index + 1,
          text: part,
          after_blank: after_blank && at === 0,
          starts_message: starts_message && at === 0,
        });
      after_blank = false;
    } else after_blank = true;
  }
  return lines;
}

/** A text in the usual writing of its signs, as far as it is read. One sign may stand for eighteen. */
function inUsualSigns(text: string): string {
  let written = '';
  for (const [piece] of text.matchAll(/.{1,1000}\p{M}{0,30}/gsu)) {
    written += piece.normalize('NFKC');
    if (written.length > orderTextLimits.order_text_characters) break;
  }
  return written.slice(0, orderTextLimits.order_text_characters).replaceAll('⁄', '/');
}

/** A long line cut between words; where it has no blanks, anywhere. */
function inParts(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const blank = rest.lastIndexOf(' ', LONGEST_LINE);
    const end = blank < LONGEST_LINE / 2 ? LONGEST_LINE : blank;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter((part) => /[\p{L}\p{N}]/u.test(part));
}
