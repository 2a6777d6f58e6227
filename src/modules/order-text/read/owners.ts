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
