import type { Kind, Segment } from './segments.ts';

/** Whom a field is of: who orders is not always who gets the parcel. */
export type Owner = 'orderer' | 'receiver';

const OWNERS: [Owner, RegExp][] = [
  ['receiver', /penerima|receiver|recipient|tujuan|kepada|kpd|(?:kirim|pengiriman) ke|ship to/iu],
  ['orderer', /pemesan|pembeli|customer|konsumen|pelanggan|orderer|buyer/iu],
];

/** Whose field a label heads; undefined where it does not tell. */
export function ownerOf(label: string): Owner | undefined {
  return OWNERS.find(([, expression]) => expression.test(label))?.[0];
}

/** "DATA PENERIMA" above the fields of one. */
const SECTION =
  /^(?:data|info|detail|identitas|informasi)\s+(?:\p{L}+\s+)?(?:pemesan|pembeli|customer|penerima|tujuan)\W*$/iu;

export function isSection(line: string): boolean {
  return SECTION.test(line);
}

/** Where another one gets the parcel, what is told of who orders is none of its fields. */
export function setOrdererAside(segments: readonly Segment[]): void {
  const isTold = ({ kind, text }: Segment) => text !== '' && ['name', 'phone', 'address'].includes(kind);
  if (!segments.some((segment) => isTold(segment) && segment.owner === 'receiver')) return;
  const isPlaced = ({ kind, owner }: Segment) => kind === 'address' && owner !== 'orderer';
  const has_address = segments.some(isPlaced);
  const aside = has_address ? OF_PERSON : new Set<Kind>(['name', 'phone']);
  for (const segment of segments)
    if (segment.owner === 'orderer' && aside.has(segment.kind)) segment.kind = 'other';
}

const OF_PERSON = new Set<Kind>([
  'name',
  'phone',
  'address',
  'village',
  'district',
  'city',
  'province',
  'postal_code',
]);
