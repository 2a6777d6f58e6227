import { isPerson } from '../words/vocabulary.ts';
import type { Kind, Segment } from './segment.ts';

/** Whom a field is of: who orders is not always who gets the parcel. */
export type Owner = 'orderer' | 'receiver';

const OWNERS: [Owner, RegExp][] = [
  ['receiver', /penerima|receiver|recipient|tujuan|kepada|kpd|(?:kirim|pengiriman) ke|ship to/iu],
  ['orderer', /pemesan|pembeli|customer|konsumen|pelanggan|orderer|buyer/iu],
];

/** Whose field a label heads; undefined where it does not tell. */
export function fieldOwner(label: string): Owner | undefined {
  return OWNERS.find(([, expression]) => expression.test(label))?.[0];
}

/** "DATA PENERIMA" above the fields of one. */
const SECTION =
  /^(?:data|info|detail|identitas|informasi)\s+(?:\p{L}+\s+)?(?:pemesan|pembeli|customer|penerima|tujuan)\W*$/iu;

export function isSection(line: string): boolean {
  return SECTION.test(line);
}

/** Who buys from a shop whose goods another one sends is who gets them. */
const OF_BUYER = /customer|cust|konsumen|pelanggan|pembeli|buyer/iu;
const OF_PERSON = new Set<Kind>(['name', 'phone']);
const OF_PLACE = new Set<Kind>(['address', 'village', 'district', 'city', 'province', 'postal_code']);

/**
 * Where another one gets the parcel, what is told of who orders is none of its fields: name and phone are of one person,
 * and so are the parts of an address.
 */
export function setOrdererAside(segments: readonly Segment[]): void {
  const told = segments.filter(({ text }) => text !== '');
  giveToBuyer(told);
  const isOf = (kinds: ReadonlySet<Kind>, owner: Owner) =>
    told.some((segment) => segment.owner === owner && kinds.has(segment.kind));
  const is_named =
    isOf(OF_PERSON, 'receiver') || told.some((segment, at) => isNamedReceiver(segment, told[at + 1]));
  const is_placed = told.some(({ kind, owner }) => kind === 'address' && owner !== 'orderer');
  const is_placed_for_receiver = isOf(OF_PLACE, 'receiver');
  for (const segment of told)
    if (
      segment.owner === 'orderer' &&
      ((is_named && OF_PERSON.has(segment.kind)) ||
        (is_placed && (is_named || is_placed_for_receiver) && OF_PLACE.has(segment.kind)))
    )
      segment.kind = 'other';
}

/** "Kepada: Oma Betty", and a phone number behind it. */
function isNamedReceiver({ kind, owner, is_to, text }: Segment, next: Segment | undefined): boolean {
  return (
    kind === 'unknown' &&
    is_to === true &&
    owner === 'receiver' &&
    (isPerson(text) || (next?.kind === 'phone' && next.owner === 'receiver'))
  );
}

/** "Nama: Nova, Dropship: ya, Nama customer: Yulinda": who sends it is told, so the customer gets it. */
function giveToBuyer(told: readonly Segment[]): void {
  const has_sender = told.some(({ kind }) => kind === 'sender_name' || kind === 'sender_phone');
  const names = told.filter(({ kind, owner }) => kind === 'name' && owner === 'orderer');
  if (!has_sender || names.length === 0 || told.some(({ owner }) => owner === 'receiver')) return;
  if (!names.every(({ label }) => OF_BUYER.test(label))) return;
  for (const segment of told) if (segment.owner === 'orderer') segment.owner = 'receiver';
}
