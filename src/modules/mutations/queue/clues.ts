import { normalisePhone } from '../../../kernel/phone.ts';
import { namesInText } from '../similar-text.ts';

/** What a description says of who has paid what. */
export interface Clues {
  /** Words that name somebody, in the sequence in which they stand there. */
  names: string[];
  /** As they are stored: 62812… */
  phones: string[];
  po_numbers: number[];
}

/** So many of each are looked for. */
const MOST = 4;

const PHONE = /(?<!\d)(?:\+?62|0)8\d{7,11}(?!\d)/g;
const PO_NUMBER = /(?:\b(?:PO|INV|INVOICE|ORDER|PESANAN|NOTA)|#)[\s#:.\-/]{0,3}0*(\d{1,9})(?!\d)/gi;

export function cluesIn(description: string): Clues {
  const text = description.normalize('NFKC').slice(0, 1_000);
  const phones = [...text.matchAll(PHONE)].flatMap(([number]) => normalisePhone(number) ?? []);
  const po_numbers = [...text.matchAll(PO_NUMBER)].map(([, number]) => Number(number));
  return {
    names: namesInText(text).slice(0, MOST),
    phones: [...new Set(phones)].slice(0, MOST),
    po_numbers: [...new Set(po_numbers)].slice(0, MOST),
  };
}
