import { isInNameOf } from '../read/labels.ts';
import { phonesIn } from '../read/phones.ts';
import type { Segment } from '../read/segment.ts';
import { beginsAddress, isLikeName, isNoName, nameIn } from '../words/vocabulary.ts';
import { isOfAddress } from './settle.ts';

/** What a text says about one receiver, from one position on. */
interface Block {
  from: number;
  has_name: boolean;
  phones: Set<string>;
  /** Where each of its addresses begins; parts that follow each other are one. */
  addresses: { at: number; is_street: boolean }[];
}

/**
 * Where the second receiver of a text starts, and each further one; empty for the usual text with one. Another receiver
 * has their own name or phone number with their own address: a second phone number alone is not a second receiver, nor
 * is what follows the number of the first address.
 */
export function furtherReceivers(segments: readonly Segment[]): number[] {
  const blocks: Block[] = [];
  let block = blockFrom(0);
  let is_in_address = false;
  for (const [index, segment] of segments.entries()) {
    if (segment.text === '') continue;
    const is_name = isNameAt(segments, index);
    const phones = segment.kind === 'phone' ? phonesIn(segment.text).map(({ phone }) => phone) : [];
    const is_other_phone = block.phones.size > 0 && phones.some((phone) => !block.phones.has(phone));
    const is_other_address = isOtherAddress(segments, index, block);
    if (block.addresses.length > 0 && ((is_name && block.has_name) || is_other_phone || is_other_address)) {
      blocks.push(block);
      block = blockFrom(index);
    }
    if (is_name) block.has_name = true;
    for (const phone of phones) block.phones.add(phone);
    if (isOfAddress(segment) && !is_name) {
      if (!is_in_address) block.addresses.push({ at: index, is_street: false });
      const last = block.addresses.at(-1);
      if (last !== undefined && isStreet(segment)) last.is_street = true;
    }
    is_in_address = isOfAddress(segment) && !is_name;
  }
  return [...blocks.slice(1), block].flatMap((other, at) => beginningOf(other, blocks[at]) ?? []);
}

/** "Alamat 2: Jl. Melati 2 (Budi 0822…)": a labelled address with a phone number of its own behind it. */
function isOtherAddress(segments: readonly Segment[], index: number, block: Block): boolean {
  const isHead = (segment: Segment) => segment.label !== '' && isStreet(segment);
  if (block.phones.size === 0 || !isHead(segments[index] as Segment)) return false;
  for (const segment of segments.slice(index + 1)) {
    if (isHead(segment)) return false;
    if (segment.kind === 'phone') return phonesIn(segment.text).some(({ phone }) => !block.phones.has(phone));
  }
  return false;
}

function blockFrom(from: number): Block {
  return { from, has_name: false, phones: new Set(), addresses: [] };
}

/** Where a block begins that is a separate receiver; with the address before it, where the address comes first. */
function beginningOf(block: Block, before: Block | undefined): number | undefined {
  if (before === undefined) return undefined;
  const addresses = block.addresses;
  const is_certain = block.has_name || addresses.some(({ is_street }) => is_street);
  if (addresses.length > 0) return is_certain ? block.from : undefined;
  const last = before.addresses.length > 1 ? before.addresses.at(-1) : undefined;
  return last?.is_street === true && block.has_name ? last.at : undefined;
}

function isStreet({ kind, text }: Segment): boolean {
  return kind === 'address' && beginsAddress(text);
}

/** A labelled name, or one by its place: beside a phone number. "a/n" alone may be of somebody else. */
function isNameAt(segments: readonly Segment[], index: number): boolean {
  const segment = segments[index] as Segment;
  const next = segments[index + 1];
  const is_beside = next?.kind === 'phone' || isOfAddress(next);
  if (segment.kind === 'name') return !isInNameOf(segment.label) || is_beside;
  // What follows an address is taken for a part of it, but beside a phone number it may be a name.
  const may_be = segment.kind === 'unknown' || (segment.kind === 'address' && !segment.is_sure);
  if (!may_be || next?.kind !== 'phone' || (next.line !== segment.line && segment.kind === 'address'))
    return false;
  return isLikeName(nameIn(segment.text)) && !isNoName(segment.text);
}
