import {
  bareEnds,
  beginsAddress,
  isColourOrSize,
  isForSeller,
  isGreeting,
  isInsideAddress,
  isNumberAlone,
  isPerson,
  isQuestion,
  isRequest,
  receiverBeginning,
  withoutFillers,
  withoutLead,
} from '../words/vocabulary.ts';
import { courierIn, courierRequest } from './couriers.ts';
import { freeParts, isCondition } from './cut-parts.ts';
import { introducedIn } from './introductions.ts';
import { isLabel } from './labels.ts';
import { isPayment } from './payments.ts';
import { isOffer } from './offered.ts';
import { phonesIn } from './phones.ts';
import { hasQuantity, itemsIn, withoutPrices } from './quantities.ts';
import type { Base, Kind, Segment } from './segment.ts';

/** The parts of free text; what only goes on with colours and sizes stays with what it goes on: "hitam M, L @3". */
export function freeSegments(base: Base, text: string): Segment[] {
  const segments: Segment[] = [];
  const parts = freeParts(text);
  for (const [index, part] of parts.entries()) {
    const starts_line = base.starts_line && segments.length === 0;
    const segment = freeSegment({ ...base, starts_line }, part, parts[index + 1]);
    const before = segments.at(-1);
    if (before === undefined || !['goods', 'unknown'].includes(before.kind) || !isOnlyOptions(part))
      segments.push(segment);
    else if (segment.kind === 'goods' || segment.kind === 'unknown') {
      const between = /^\d+$/.test(part) ? ' ' : ', ';
      Object.assign(before, {
        text: `${before.text}${between}${part}`,
        is_sure: before.is_sure || segment.is_sure,
      });
      if (segment.kind === 'goods') before.kind = 'goods';
    }
  }
  return segments;
}

function isOnlyOptions(part: string): boolean {
  const words = itemsIn(part).flatMap((item) => item.words);
  return words.length > 0 && words.every((word) => isColourOrSize(word) || /^\d{1,3}$/.test(word));
}

/** @param behind what follows in the sentence: "saya Tutik" alone names nobody, "saya Tutik mau order" does */
export function freeSegment(base: Base, text: string, behind = ''): Segment {
  const introduced = introducedIn(`${text.trim()} ${behind}`.trim());
  if (introduced !== undefined && introduced.end >= text.replace(/[\s.,;!]+$/u, '').trim().length)
    return {
      ...placeOf(base),
      kind: 'unknown',
      is_sure: false,
      label: '',
      text: bareEnds(introduced.name),
      is_introduced: true,
    };
  const { kind, is_sure } = kindOf(text);
  const is_for = kind === 'unknown' && receiverBeginning(text) === 0 ? { is_for: true } : {};
  return { ...placeOf(base), kind, is_sure, label: '', text: text.trim(), ...is_for };
}

function placeOf({ line, after_blank, starts_line }: Base): Base {
  return { line, after_blank, starts_line };
}

/** The kind of a part of free text, recognised by its form. */
function kindOf(text: string): { kind: Kind; is_sure: boolean } {
  if (phonesIn(text).length > 0) return { kind: 'phone', is_sure: true };
  if (isQuestion(text) && !hasQuantity(text)) return { kind: 'other', is_sure: true };
  if (isOffer(text)) return { kind: 'other', is_sure: true };
  if (isCondition(text)) return { kind: 'note', is_sure: true };
  if (isGreeting(text) && !/\d/.test(text)) return { kind: 'other', is_sure: true };
  if (isPayment(text)) return { kind: 'payment', is_sure: true };
  if (isCourier(text)) return { kind: 'courier', is_sure: true };
  const words = withoutFillers(text);
  if (words === '' || isLabel(words)) return { kind: 'nothing', is_sure: true };
  if (
    /^(?:total|subtotal|sub total|grand total|ongkir|harga|jadi total|totalnya|disc|diskon|discount|potongan|voucher|ppn|pajak|biaya)\b/iu.test(
      text,
    ) ||
    /^\W*(?:rp\.?)\s*\d[\d.,]*$/iu.test(text)
  )
    return { kind: 'other', is_sure: true };
  if (/^\d{5}$/.test(words)) return { kind: 'postal_code', is_sure: false };
  if (beginsAddress(words) && (!hasQuantity(words) || isInsideAddress(words.replace(/^\S+/, ''))))
    return { kind: 'address', is_sure: true };
  if (isForSeller(text) && isRequest(text) && !isInsideAddress(text) && !hasQuantity(text))
    return { kind: 'other', is_sure: true };
  // "tolong antar ke rumah ibu saya di"
  if (withoutLead(text) === '') return { kind: 'other', is_sure: true };
  // "tolong kirim …" may name goods.
  if (isRequest(text) && !isInsideAddress(text) && !hasQuantity(text))
    return { kind: 'note', is_sure: false };
  // "Pak RT Bambang"
  if (isPerson(text)) return { kind: 'unknown', is_sure: false };
  if (isInsideAddress(words) && !hasQuantity(words))
    return { kind: 'address', is_sure: !isNumberAlone(words) };
  if (hasQuantity(text)) return { kind: 'goods', is_sure: true };
  return { kind: 'unknown', is_sure: false };
}

/** A courier and little else; where one is requested, or parcels are fetched, with the reason why. */
function isCourier(part: string): boolean {
  const text = withoutPrices(part);
  const is_requested = /\b(?:via|pakai|pake|pakek|kurir|ekspedisi|kirim|lewat|by|ongkir)\b/iu.test(text);
  const found =
    courierIn(text, is_requested) ?? courierIn(/^\s*[a-z ]{3,14}\s*$/i.test(text) ? text : '', true);
  if (found === undefined) return false;
  const rest = withoutFillers(found.rest);
  const words = rest.split(' ').filter((word) => word !== '');
  if (words.length === 0) return true;
  return (found.courier.virtual || courierRequest(text) === 0) && words.length < 6 && !hasQuantity(text);
}
