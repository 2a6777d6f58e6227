import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import Pdf from 'pdfkit';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What somebody sees on a page of a PDF. */
export interface PdfPage {
  /** In points. */
  width: number;
  height: number;
  /** The pieces of text, in the order drawn, each with its left end, its baseline from the top and its width, in points. */
  texts: { text: string; x: number; y: number; size: number; width: number }[];
  /** Filled rectangles: left, top, width and height, in points. */
  bars: [number, number, number, number][];
}

type Matrix = [number, number, number, number, number, number];

/**
 * Reads the pages of a PDF as pdfkit writes them: text in the fonts that every reader has, and filled rectangles.
 * Enough to see what a label says and to read its codes; no other PDF is read.
 */
export function readPdf(bytes: Buffer): PdfPage[] {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs))
    objects.set(id, body);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((body) => {
    const [, width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []).map(Number);
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '') ?? '';
    const begins = content.indexOf('stream\n') + 'stream\n'.length;
    const stream = content.slice(begins, content.lastIndexOf('\nendstream'));
    return pageOf(
      inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'),
      width,
      height,
      fontsOf(objects, body),
    );
  });
}

/** Names of the fonts of a page, by those that its content has for them. */
function fontsOf(objects: Map<string, string>, page: string): Map<string, string> {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
  const fonts = new Map<string, string>();
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
    fonts.set(name, /\/BaseFont \/([\w-]+)/.exec(objects.get(id) ?? '')?.[1] ?? '');
  return fonts;
}

const ruler = new Pdf({ autoFirstPage: false });

function pageOf(stream: string, width: number, height: number, fonts: Map<string, string>): PdfPage {
  const page: PdfPage = { width, height, texts: [], bars: [] };
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let text_at: Matrix = matrix;
  let size = 0;
  let font = '';
  let drawn: number[][] = [];
  for (const line of stream.split('\n')) {
    const words = line.split(' ');
    const numbers = words.map(Number);
    switch (words.at(-1) ?? '') {
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? matrix;
        break;
      case 'cm':
        matrix = product(numbers as unknown as Matrix, matrix);
        break;
      case 're':
        drawn.push(numbers);
        break;
      case 'f':
        page.bars.push(...drawn.map((bar) => placed(bar, matrix, height)));
        drawn = [];
        break;
      case 'S':
      case 'n':
        drawn = [];
        break;
      case 'Tm':
        text_at = product(numbers as unknown as Matrix, matrix);
        break;
      case 'Tf':
        size = numbers[1] ?? 0;
        font = fonts.get(words[0]?.slice(1) ?? '') ?? '';
        break;
      case 'TJ':
        page.texts.push(pieceOf(hexText(line)));
        break;
    }
  }
  return page;

  function pieceOf(text: string) {
    const across = ruler.font(font).fontSize(size).widthOfString(text);
    return { text, x: text_at[4], y: height - text_at[5], size, width: across };
  }
}

/** The first is applied before the second. */
function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function placed([x = 0, y = 0, width = 0, height = 0]: number[], m: Matrix, page_height: number) {
  const [left, top] = [x * m[0] + m[4], page_height - (y * m[3] + m[5])];
  return [left, top, width * m[0], -height * m[3]] as PdfPage['bars'][number];
}

const windows1252 = new TextDecoder('windows-1252');
function hexText(line: string): string {
  const hex = [...line.matchAll(/<([0-9a-f]*)>/gi)].map(([, part]) => part).join('');
  return windows1252.decode(Buffer.from(hex, 'hex'));
}

/** All that a page says. */
export function textOf({ texts }: PdfPage): string {
  return texts.map(({ text }) => text).join('\n');
}

// By itself it would load this from the internet.
const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** Dots per point: 300 dpi, as printers have them. */
const SCALE = 300 / 72;

/** Prints the bars of a page and reads the codes of the print. @returns their texts by kind, sorted */
export async function readCodes(page: PdfPage): Promise<{ Code128: string[]; QRCode: string[] }> {
  const [width, height] = [Math.ceil(page.width * SCALE), Math.ceil(page.height * SCALE)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const bar of page.bars) {
    const [left, top, across, down] = bar.map((part) => part * SCALE) as typeof bar;
    for (let y = Math.round(top); y < Math.round(top + down); y += 1)
      for (let x = Math.round(left); x < Math.round(left + across); x += 1)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  const found = await readBarcodes(
    { data, width, height, colorSpace: 'srgb' },
    {
      formats: ['Code128', 'QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 20,
    },
  );
  const of = (format: string) =>
    found
      .filter((code) => code.format === format)
      .map(({ text }) => text)
      .toSorted();
  return { Code128: of('Code128'), QRCode: of('QRCode') };
}
