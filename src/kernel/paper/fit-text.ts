import { pdfkit, type Box, type Font, type Paper } from './open-paper.ts';
import { PRINTABLE } from './printable-text.ts';

/** Distance of baselines, by the size of the letters. */
const LINE_HEIGHT = 1.18;
/** Sizes that are tried differ by so many points. */
const STEP_PT = 0.5;
const CUT = '…';

export interface TextBox extends Box {
  font?: Font;
  /** Sizes of the letters, in points: the largest at which the text fits is taken. */
  largest: number;
  smallest: number;
  align?: 'left' | 'right' | 'center';
}

/** Text that was made to fit into a box. */
export interface FittedText {
  lines: string[];
  size: number;
}

const rulers = new Map<Font, Float64Array>();

/**
 * Widths of all characters that can be printed, by their code, at a size of 1. Without kerning, which makes texts
 * narrower; asking the font for each text takes ten times as long.
 */
function rulerOf(font: Font): Float64Array {
  const known = rulers.get(font);
  if (known !== undefined) return known;
  const pdf = new (pdfkit())({ autoFirstPage: false }).font(font).fontSize(1000);
  const ruler = new Float64Array(0x10000);
  for (const character of PRINTABLE) ruler[character.charCodeAt(0)] = pdf.widthOfString(character) / 1000;
  rulers.set(font, ruler);
  return ruler;
}

/** Width of a text at a size of 1. */
function unitWidth(text: string, ruler: Float64Array): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += ruler[text.charCodeAt(index)] ?? 0;
  return width;
}

/** A text that was measured once, to be tried at several sizes. */
export interface MeasuredText {
  words: readonly { word: string; width: number }[];
  ruler: Float64Array;
}

/** @param text as `printable` gives it */
export function measureText(text: string, font: Font): MeasuredText {
  const ruler = rulerOf(font);
  return { words: text.split(' ').map((word) => ({ word, width: unitWidth(word, ruler) })), ruler };
}

/** Height of so many lines, in points. */
export const heightOf = (lines: number, size: number) => lines * size * LINE_HEIGHT;

/** Lines of a text, broken between words, and within words that are wider than a line. */
export function breakLines({ words, ruler }: MeasuredText, size: number, width: number): string[] {
  const room = width / size;
  const space = unitWidth(' ', ruler);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const measured of words)
    for (const { word, width: needed } of measured.width <= room
      ? [measured]
      : partsOf(measured.word, ruler, room)) {
      if (line !== '' && used + space + needed <= room) {
        line += ` ${word}`;
        used += space + needed;
      } else {
        if (line !== '') lines.push(line);
        line = word;
        used = needed;
      }
    }
  if (line !== '') lines.push(line);
  return lines;
}

function partsOf(whole: string, ruler: Float64Array, room: number): { word: string; width: number }[] {
  const parts: { word: string; width: number }[] = [];
  let word = '';
  let width = 0;
  for (const character of whole) {
    const needed = unitWidth(character, ruler);
    if (word !== '' && width + needed > room) {
      parts.push({ word, width });
      word = '';
      width = 0;
    }
    word += character;
    width += needed;
  }
  return [...parts, { word, width }];
}

/** The text at the largest size at which it fits; cut where it does not at the smallest. */
export function fitText(
  text: string,
  box: Pick<TextBox, 'width' | 'height' | 'font' | 'largest' | 'smallest'>,
): FittedText {
  const measured = measureText(text, box.font ?? 'Helvetica');
  for (let size = box.largest; ; size -= STEP_PT) {
    const lines = breakLines(measured, size, box.width);
    if (heightOf(lines.length, size) <= box.height) return { lines, size };
    if (size - STEP_PT >= box.smallest) continue;
    const kept = Math.max(1, Math.floor(box.height / heightOf(1, size)));
    return { lines: cutLines(lines, kept, measured.ruler, box.width / size), size };
  }
}

/** The lines of a text at one size; of a longer one the first, the last of which says that there are more. */
export function firstLines(text: string, font: Font, size: number, width: number, most: number): string[] {
  const measured = measureText(text, font);
  return cutLines(breakLines(measured, size, width), most, measured.ruler, width / size);
}

/** The first lines, the last of which says that there are more. @param room width of a line at a size of 1 */
function cutLines(lines: string[], kept: number, ruler: Float64Array, room: number): string[] {
  if (lines.length <= kept) return lines;
  let last = lines[kept - 1] ?? '';
  while (last !== '' && unitWidth(last + CUT, ruler) > room) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, kept - 1), last + CUT];
}

/** Writes a text into a box, whatever its length. @returns the height that it takes, in points */
export function writeText(paper: Paper, text: string, box: TextBox): number {
  const { lines, size } = fitText(text, box);
  return writeLines(paper, lines, size, box);
}

/** Writes lines that were made to fit. @returns the height that they take, in points */
export function writeLines(
  paper: Paper,
  lines: readonly string[],
  size: number,
  { x, y, width, font = 'Helvetica', align = 'left' }: Omit<TextBox, 'height' | 'largest' | 'smallest'>,
): number {
  paper.font(font).fontSize(size);
  const ruler = rulerOf(font);
  for (const [index, line] of lines.entries()) {
    const left = width - unitWidth(line, ruler) * size;
    const shift = align === 'left' ? 0 : align === 'right' ? left : left / 2;
    paper.text(line, x + shift, y + heightOf(index, size) + (size * (LINE_HEIGHT - 1)) / 2, {
      lineBreak: false,
    });
  }
  return heightOf(lines.length, size);
}
