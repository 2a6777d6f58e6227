import { normalisePhone } from '../../../kernel/phone.ts';
import { orderTextLimits } from '../limits.ts';
import { linesOfBoxes } from './boxes.ts';
import { linesOfObjects } from './json-lines.ts';
import { linesOfTables } from './tables.ts';

/** A line of a chat with its words, without what chat programs and typing habits put around them. */
export interface Line {
  /** Counted from 1 in the text as it was pasted. */
  number: number;
  text: string;
  /** An empty line stands before it. */
  after_blank: boolean;
  /** A chat program's time and name stood before it. */
  starts_message: boolean;
  /** It is offered to choose beside something that is ticked, and is not ticked itself. */
  is_unticked?: boolean;
  /** The number that a chat program tells of who wrote it. */
  author_phone?: string | undefined;
}

/** Pictures, their joiners and colours; and what can't be seen at all. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}]|[\u{fe0e}\u{fe0f}]|\u{20e3}/gu;

const DATE = String.raw`\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`;
const TIME = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]\.?m\.?)?`;
/**
 * `[23/11/26 10.15] Rina: `, `[10.15, 23/11/2026] Rina: ` and `23/11/2026, 10:15 - Rina: `, as WhatsApp copies and exports
 * messages, and `Rina, [23.11.2026 10:15]`, as Telegram does.
 */
const CHAT_PREFIX = new RegExp(
  String.raw`^(?:(?:\[(?:${DATE},? ${TIME}|${TIME},? ${DATE})\]|${DATE},? ${TIME} -) ([^:]{1,60}): ?|([^,:[\]]{1,60}), \[${DATE},? ${TIME}\]:?$)`,
  'i',
);

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
  for (const { number, text: raw, is_unticked } of linesOfBoxes(
    linesOfObjects(linesOfTables(inUsualSigns(text))),
  )) {
    const whole = inDigits(raw.replace(PICTURES, '').replaceAll(/\s+/g, ' ').trim());
    const plain = whole.replace(CHAT_PREFIX, '').replace(MARKS, '').replace(BULLET, '').trim();
    const prefix = CHAT_PREFIX.exec(whole);
    const head = lines.at(-1);
    // "Jumlah" above ": 2"
    if (/^[:=]\s*[\p{L}\p{N}]/u.test(plain) && !after_blank && head !== undefined && mayBeHead(head.text))
      head.text = `${head.text} ${plain}`;
    else if (/[\p{L}\p{N}]/u.test(plain)) {
      for (const [at, part] of inParts(plain).entries())
        lines.push({
          number,
          text: part,
          after_blank: after_blank && at === 0,
          starts_message: prefix !== null && at === 0,
          is_unticked,
          author_phone: normalisePhone(prefix?.[1] ?? prefix?.[2] ?? ''),
        });
      after_blank = false;
    } else after_blank = true;
  }
  return lines;
}

const LONGEST_HEAD = 40;

function mayBeHead(text: string): boolean {
  return text.length <= LONGEST_HEAD && /^[^:=]*\p{L}[^:=]*$/u.test(text);
}

const DIGITS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
/** So many digits one after the other are a number that is dictated, not an amount. */
const DICTATED = new RegExp(String.raw`(?<![\p{L}\d])(?:(?:${DIGITS.join('|')}|kosong)(?:\s+|$)){8,}`, 'giu');

/** "nol delapan satu …" is a phone number that somebody dictated. */
function inDigits(line: string): string {
  return line.replaceAll(DICTATED, (dictated) => {
    const words = dictated.trim().toLowerCase().split(/\s+/);
    return `${words.map((word) => Math.max(DIGITS.indexOf(word), 0)).join('')} `;
  });
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

/** A long line cut at commas, else between words; where it has no blanks, anywhere. */
function inParts(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const [comma, blank] = [
      rest.lastIndexOf(', ', LONGEST_LINE - 1) + 1,
      rest.lastIndexOf(' ', LONGEST_LINE),
    ];
    const end = [comma, blank].find((at) => at >= LONGEST_LINE / 2) ?? LONGEST_LINE;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter((part) => /[\p{L}\p{N}]/u.test(part));
}
