import { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import { FileAnswer } from '../http/answer.ts';
import { loadWhenUsed } from '../load-when-used.ts';

export const pdfkit = loadWhenUsed((require) => require('pdfkit') as typeof import('pdfkit'));

/** Points per millimetre. */
export const MM = 72 / 25.4;

/** A part of a page: left, top and size, in points. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Small pieces are joined up to it: a PDF is drawn in thousands of them, each of which would be sent alone. */
const PIECE_BYTES = 65_536;

export type Paper = PDFKit.PDFDocument;
export type Font = 'Helvetica' | 'Helvetica-Bold';

/** A PDF that is being drawn. */
export interface OpenPaper {
  paper: Paper;
  /** Ends the PDF. @returns its bytes, in pieces of some 64 KB */
  end: () => Promise<Buffer[]>;
}

/**
 * Opens a PDF without pages. Each page is compressed when the next one begins, so that no more than one is held as
 * drawn. Its fonts are those of every PDF reader: they need no bytes in the file.
 * @param title of the document, which must not name the shop: buyers of dropshippers may receive it
 */
export function openPaper({ clock }: Pick<Context, 'clock'>, title: string): OpenPaper {
  const paper = new (pdfkit())({
    autoFirstPage: false,
    margin: 0,
    info: { Title: title, CreationDate: clock.now() },
  });
  const pieces: Buffer[] = [];
  let small: Buffer[] = [];
  let small_bytes = 0;
  const join = () => {
    pieces.push(Buffer.concat(small));
    small = [];
    small_bytes = 0;
  };
  const ended = new Promise<Buffer[]>((resolve, reject) => {
    paper.on('data', (piece: Buffer) => {
      small.push(piece);
      small_bytes += piece.length;
      if (small_bytes >= PIECE_BYTES) join();
    });
    paper.on('end', () => {
      join();
      resolve(pieces);
    });
    paper.on('error', reject);
  });
  return {
    paper,
    end: () => {
      paper.end();
      return ended;
    },
  };
}

export const PDF_TYPE = 'application/pdf';

/** A PDF as the answer, sent piece by piece. */
export function pdfAnswer(name: string, pieces: readonly Buffer[]): FileAnswer {
  return new FileAnswer(name, PDF_TYPE, Readable.from(pieces));
}
