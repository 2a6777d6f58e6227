import { isColourOrSize, isSize } from '../words/vocabulary.ts';

const BRACKET = /[([]([^()[\]]{1,200})[)\]]/u;
const SEPARATOR = /\s*(?:[,;&+]|(?<!\p{L})(?:dan|sama)(?!\p{L}))\s*/iu;
/** "hitam/putih" leaves open which. */
const OPEN = /\s*\/\s*/u;
/** How many stands before the goods, or at their end. */
const OUTER =
  /^\s*(?<first>\d{1,3})\s*(?:x|pcs|pc|buah|bh|potong)?(?=\s)|(?:x\s*)?(?<last>\d{1,3})\s*(?:x|pcs|pc|buah|bh|potong)?\s*$/iu;
const LOWEST_SIZE = 20;

interface Part {
  option: string;
  qty: number | undefined;
}

/**
 * Goods with what their bracket tells of them: "(Merah, All Size)" is one variation, "2 kaos hitam (M & L)" two of one
 * piece, "3 kaos (1 M, 2 L)" two with their numbers. Where the numbers differ, or sizes stand as alternatives, the bracket
 * is left out: which one is meant is open.
 */
export function withBracketsRead(line: string): string {
  if (!BRACKET.test(line)) return line;
  return line.replaceAll(/[^,;()[\]]{0,200}[([][^()[\]]{1,200}[)\]][^,;()[\]]{0,200}/gu, withBracketRead);
}

function withBracketRead(line: string): string {
  const found = BRACKET.exec(line);
  const inside = found?.[1] ?? '';
  if (found === null || !(SEPARATOR.test(inside) || OPEN.test(inside))) return line;
  const before = line.slice(0, found.index).trimEnd();
  const after = line.slice(found.index + found[0].length);
  const is_open = OPEN.test(inside) && !SEPARATOR.test(inside);
  const parts = inside.split(is_open ? OPEN : SEPARATOR).map(partOf);
  const sizes = parts.filter(({ option }) => isSizeAlone(option));
  const is_counted = parts.every(({ qty }) => qty !== undefined);
  if (!is_counted && sizes.length === 1) {
    const options = inside.split(is_open ? OPEN : SEPARATOR).join(' ');
    return `${before} ${options}${after}`;
  }
  if (!parts.every(({ option }) => isOption(option))) return line;
  const outer = OUTER.exec(before);
  const outer_qty = Number(outer?.groups?.['first'] ?? outer?.groups?.['last'] ?? Number.NaN);
  const sum = parts.reduce((total, { qty }) => total + (qty ?? 1), 0);
  if (is_open || (!is_counted && parts.some(({ qty }) => qty !== undefined))) return `${before}${after}`;
  if (!Number.isNaN(outer_qty) && outer_qty !== sum) return `${before}${after}`;
  const name = Number.isNaN(outer_qty) ? before : before.replace(OUTER, '').trim();
  const [first, ...others] = parts.map(({ option, qty }) => `${option} x${qty ?? 1}`);
  return `${[`${name} ${first}`.trim(), ...others].join(', ')}${after}`;
}

function partOf(text: string): Part {
  const [, first, behind] = /^(\d{1,3})\s*(?:x|pcs|pc)?\s+(\S.*)$/iu.exec(text) ?? [];
  const [, before, last] = /^(\S.*?)\s*(?:[:=x×-]\s*)?(\d{1,3})(?:\s*(?:x|pcs|pc))?$/iu.exec(text) ?? [];
  if (first !== undefined && behind !== undefined) return { option: behind, qty: Number(first) };
  // "Hitam 42" is a size.
  if (before !== undefined && last !== undefined && Number(last) < LOWEST_SIZE)
    return { option: before, qty: Number(last) };
  return { option: text, qty: undefined };
}

const wordsOf = (option: string) => option.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function isOption(option: string): boolean {
  const words = wordsOf(option);
  return words.some((word) => isColourOrSize(word) || isSize(word)) && words.length < 4;
}

function isSizeAlone(option: string): boolean {
  const words = wordsOf(option.replace(/^(?:size|ukuran|uk)\W*/iu, ''));
  return /^(?:all|one|free)\s?size$/iu.test(option.trim()) || (words.length > 0 && words.every(isSize));
}
