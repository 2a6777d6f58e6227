import { loadWhenUsed } from '../../../kernel/load-when-used.ts';
import { MM, type Box, type Paper } from '../../../kernel/paper/open-paper.ts';

const codes = loadWhenUsed((require) => require('bwip-js/node') as typeof import('bwip-js/node'));

/** Dots of thermal printers of 203 dpi: bars of whole dots are printed sharp. */
const DOT = 0.125 * MM;
/** The narrowest bar that hand scanners read (ISO/IEC 15417 recommends no less than 0.19 mm). */
const NARROWEST = 0.19 * MM;
/** Wider bars are read no better. */
const WIDEST = 4 * DOT;
/** Blank modules that a Code 128 needs at each side. */
const QUIET_MODULES = 10;

/**
 * Draws a Code 128 in the middle of a box.
 * @returns false, and draws nothing, where the text has characters that it cannot hold, or is so long that the bars
 *   could not be read
 */
export function drawCode128(paper: Paper, text: string, { x, y, width, height }: Box): boolean {
  if (!/^[\u0020-\u007e]+$/.test(text)) return false;
  const [symbol] = codes().raw('code128', text, {});
  if (symbol === undefined || !('sbs' in symbol)) return false;
  const { sbs } = symbol;
  const modules = sbs.reduce((total, bar) => total + bar, 0);
  const room = Math.min(WIDEST, width / (modules + 2 * QUIET_MODULES));
  if (room < NARROWEST) return false;
  const module = room >= 2 * DOT ? Math.floor(room / DOT) * DOT : room;
  let at = x + (width - modules * module) / 2;
  for (const [index, bar] of sbs.entries()) {
    if (index % 2 === 0) paper.rect(at, y, bar * module, height);
    at += bar * module;
  }
  paper.fill('black');
  return true;
}

/** Draws a QR code with the blank around it that scanners need, four modules, within a square. */
export function drawQr(paper: Paper, text: string, x: number, y: number, side: number): void {
  // Every mask can be read; to choose the best of eight takes as long as all else of a label.
  const [symbol] = codes().raw('qrcode', text, 'eclevel=M mask=3');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('a QR code was drawn as something else');
  const { pixs, pixx } = symbol;
  const module = side / (pixx + 8);
  paper.save().translate(x, y).scale(module);
  for (let row = 0; row * pixx < pixs.length; row += 1)
    for (let column = 0; column < pixx; column += 1) {
      const begins = column;
      while (column < pixx && pixs[row * pixx + column] === 1) column += 1;
      if (column > begins) paper.rect(begins + 4, row + 4, column - begins, 1);
    }
  paper.fill('black').restore();
}
