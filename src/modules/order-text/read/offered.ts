const LINK =
  /(?:https?:\/\/|www\.|wa\.me\/|bit\.ly\/|linktr\.ee\/|\b[\w-]{2,40}\.(?:com|id|co\.id|link|shop)\/)/iu;
const OFFER =
  /\bgratis\s+\d|\b(?:diskon|disc|discount|off|potongan)\s*\d{1,2}\s?%|\d{1,2}\s?%\s*off|\d\s?(?:rb|ribu|k)\s+(?:jadi|menjadi)\s+(?:rp\.?\s*)?\d/iu;
const ORDERING = /\b(?:mau|mo|pesan|pesen|order|ambil|minta|beliin)\b/iu;

/** Whether a part is what a shop offers to all, or a link: "Hijab Voal beli 2 gratis 1", "diskon 15%". */
export function isOffer(part: string): boolean {
  return !ORDERING.test(part) && (LINK.test(part) || OFFER.test(part));
}
