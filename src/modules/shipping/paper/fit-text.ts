import Pdf from 'pdfkit';
import type { Box, Font, Paper } from './open-paper.ts';
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
  /** Whether something was left out. */
  is_cut: boolean;
}

const widths = new Map<Font, Map<string, number>>();

/** Width of a text at a size of 1, without kerning, which makes it narrower. */
function unitWidth(text: string, font: Font): number {
  const known = widths.get(font) ?? widthsOf(font);
  let width = 0;
  for (const character of text) width += known.get(character) ?? 1;
  return width;
}

/** Of all characters that can be printed: reading them from the font for each text takes ten times as long. */
function widthsOf(font: Font): Map<string, number> {
  const ruler = new Pdf({ autoFirstPage: false }).font(font).fontSize(1000);
  const measured = new Map<string, number>();
  for (const character of PRINTABLE) measured.set(character, ruler.widthOfString(character) / 1000);
  widths.set(font, measured);
  return measured;
}

/** Height of so many lines, in points. */
export const heightOf = (lines: number, size: number) => lines * size * LINE_HEIGHT;

/** Lines of a text, broken between words, and within words that are wider than a line. */
export function breakLines(text: string, font: Font, size: number, width: number): string[] {
  const room = width / size;
  const space = unitWidth(' ', font);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    for (const part of partsOf(word, font, room)) {
      const needed = unitWidth(part, font);
      if (line !== '' && used + space + needed <= room) {
        line += ` ${part}`;
        used += space + needed;
      } else {
        if (line !== '') lines.push(line);
        line = part;
        used = needed;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function partsOf(word: string, font: Font, room: number): string[] {
  if (unitWidth(word, font) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const needed = unitWidth(character, font);
    if (part !== '' && used + needed > room) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += needed;
  }
  return [...parts, part];
}

/** The text at the largest size at which it fits; cut where it does not at the smallest. */
export function fitText(
  text: string,
  box: Pick<TextBox, 'width' | 'height' | 'font' | 'largest' | 'smallest'>,
): FittedText {
  const font = box.font ?? 'Helvetica';
  for (let size = box.largest; ; size -= STEP_PT) {
    const lines = breakLines(text, font, size, box.width);
    if (heightOf(lines.length, size) <= box.height) return { lines, size, is_cut: false };
    if (size - STEP_PT >= box.smallest) continue;
    const kept = Math.max(1, Math.floor(box.height / heightOf(1, size)));
    return { lines: cutLines(lines, kept, font, size, box.width), size, is_cut: lines.length > kept };
  }
}

/** The first lines, the last of which says that there are more. */
function cutLines(lines: string[], kept: number, font: Font, size: number, width: number): string[] {
  if (lines.length <= kept) return lines;
  let last = lines[kept - 1] ?? '';
  while (last !== '' && unitWidth(last + CUT, font) * size > width) last = last.slice(0, -1).trimEnd();
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
  for (const [index, line] of lines.entries()) {
    const left = width - unitWidth(line, font) * size;
    const shift = align === 'left' ? 0 : align === 'right' ? left : left / 2;
    paper.text(line, x + shift, y + heightOf(index, size) + (size * (LINE_HEIGHT - 1)) / 2, {
      lineBreak: false,
    });
  }
  return heightOf(lines.length, size);
}
