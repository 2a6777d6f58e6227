import type { Field } from '../words/label-words.ts';
import type { Owner } from './owners.ts';

/** `number` alone continues the preceding product; `taken_back` is corrected by what follows. */
export type Kind = Field | 'nothing' | 'number' | 'unknown' | 'taken_back';

/** A part of the text with one subject. */
export interface Segment {
  line: number;
  kind: Kind;
  /** It is headed by a label, or has the form of nothing else; else what surrounds it and the shop's rows decide. */
  is_sure: boolean;
  label: string;
  text: string;
  after_blank: boolean;
  /** It is the first of its line. */
  starts_line: boolean;
  /** It stands behind "kirim ke" and the like. */
  is_to?: boolean;
  /** It says whom the products are for: "utk ibu Wati". */
  is_for?: boolean;
  /** Somebody introduces themselves by it: "saya Tutik mau order". */
  is_introduced?: boolean;
  /** What takes back what stands before it: "eh salah". */
  mark?: { text: string } | undefined;
  /** What it corrects is taken back already. */
  is_corrected?: boolean;
  /** A label heads it without a sign, in a sentence: where its value ends is not certain. */
  is_spoken?: boolean;
  /** Who it is of, where the text tells: who orders is not always who gets it. */
  owner?: Owner | undefined;
  /** A label heads it that nobody knows: it may be goods, but no name and no address. */
  is_headed?: boolean;
}

/** Where a segment stands. */
export type Base = Pick<Segment, 'line' | 'after_blank' | 'starts_line'>;
