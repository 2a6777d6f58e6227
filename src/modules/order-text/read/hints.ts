import type { Field } from '../words/label-words.ts';
import { LABELS } from '../words/label-words.ts';
import { LABEL_WORDS } from '../words/label-parts.ts';
import { isFiller } from '../words/vocabulary.ts';

/** Words of forms: a hint of these alone says nothing of an order. */
const WORDS = new Set([...Object.values(LABELS).flat(), ...LABEL_WORDS].flatMap((label) => label.split(' ')));
/** Fields of which a form lists what there is to choose from, with commas too. */
const LISTED = new Set<Field | 'unknown'>(['variant', 'quantity', 'courier', 'payment', 'goods']);
const RANGE = /^\W*\d+\s*(?:-|–|s\/d|sd|sampai|hingga)\s*\d+\W*$/iu;

/**
 * What a label says without its hint, and with it where that is a list to choose from ("Ukuran (S/M/L)"), a range or
 * words of forms ("No HP (wajib diisi)"): any other hint says something of its own.
 */
export function knownHead(head: string, field: Field | 'unknown'): string {
  const [hint = ''] = /\([^()]*\)/u.exec(head) ?? [];
  return isKnownHint(hint, field) ? head : head.replace(hint, ' ');
}

function isKnownHint(hint: string, field: Field | 'unknown'): boolean {
  const words = hint.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.every((word) => WORDS.has(word) || isFiller(word)) || RANGE.test(hint)) return true;
  const parts = hint.split(LISTED.has(field) ? /[/|,]|\b(?:atau|or)\b/iu : /[/|]/u);
  return parts.length > 1 && parts.every((part) => part.trim().split(/\s+/).length <= 3);
}
