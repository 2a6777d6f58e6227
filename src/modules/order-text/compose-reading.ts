import { customerLimits } from '../customers/index.ts';
import { orderLimits } from '../orders/index.ts';
import { MOST_CORRECTED } from './choose/correct-items.ts';
import { isOfAddress } from './choose/settle.ts';
import type { Taken } from './left-over.ts';
import { courierIn, couriersIn, isCourierChoice, servicesOf } from './read/couriers.ts';
import { isInNameOf } from './read/labels.ts';
import { isPaymentChoice, paymentText } from './read/payments.ts';
import { phonesIn } from './read/phones.ts';
import type { Kind, Segment } from './read/segment.ts';
import { bareEnds, withoutFillers, withoutLead, withoutTelling } from './words/vocabulary.ts';

interface Said<Value> {
  value: Value | null;
  confidence: number;
}

interface Service {
  id: number;
  code: string;
  name: string;
}

interface Person {
  name: Said<string>;
  phone: Said<string>;
}

/** The content of a text, except for the products. */
export interface Reading {
  receiver: Person;
  sender: Person | undefined;
  address: Said<string>;
  postal_code: Said<string>;
  /** Everything that says where the address is, with labels as words. */
  places: string;
  courier: Said<{ id: number; name: string; service: Service | null }> & {
    services: Service[];
    candidates: { id: number; name: string }[];
  };
  note: Said<string>;
  payment: Said<string>;
  unread: { line: number; text: string }[];
  /** What of the text these values are. */
  taken: Taken[];
}

const NOTHING = { value: null, confidence: 0 };

function sure(confidence: number, segments: readonly Segment[]): number {
  return segments.some(({ mark }) => mark !== undefined) ? Math.min(confidence, MOST_CORRECTED) : confidence;
}

/** Of parts that name couriers so many are looked at. */
const MOST_COURIERS = 50;

export function composeReading(segments: readonly Segment[]): Reading {
  const of = (...kinds: Kind[]) => segments.filter(({ kind, text }) => kinds.includes(kind) && text !== '');
  const couriers = of('courier').slice(0, MOST_COURIERS);
  const names = of('name')
    .filter(({ text }) => !isAnswer(text))
    .toSorted((a, b) => receiverRank(a) - receiverRank(b));
  const [receiver] = names;
  const name = nameOf(
    receiver,
    names.filter((one) => receiver !== undefined && receiverRank(one) === receiverRank(receiver)),
  );
  const sender = of('sender_name').find(({ text }) => !isAnswer(text) && withoutFillers(text) !== '');
  const sender_name = nameOf(sender);
  const sender_phones = phonesOf(of('sender_phone'));
  const sender_phone = sender_phones.said;
  const phones = phonesOf(of('phone'));
  const payments = of('payment').filter(({ text }) => !isPaymentChoice(text));
  const has_sender = sender_name.value !== null || sender_phone.value !== null;
  const address = addressParts(of('address', 'village'));
  const postal_code = postalCode(segments);
  const notes = notesOf(of('note'));
  return {
    receiver: { name, phone: phones.said },
    sender: has_sender ? { name: sender_name, phone: sender_phone } : undefined,
    address: addressOf(address, of('address', 'village')),
    postal_code,
    places: segments.filter(isOfAddress).map(placeText).join(', ').replaceAll(ASKED_PLACE, ' '),
    courier: courierOf(couriers),
    note: noteOf(notes, of('note')),
    payment: paymentOf(payments, couriers),
    unread: [
      ...of('unknown', 'other', 'sender_address'),
      ...of('name').filter((one) => one !== receiver),
      ...of('sender_name').filter((one) => one !== sender),
      ...phones.left,
      ...sender_phones.left,
      ...of('courier').filter((one, at) => at >= MOST_COURIERS || isCourierLeft(one)),
      ...of('payment').filter((one) => one !== payments[0]),
      ...of('note').filter(({ text }) => isNoNote(text)),
    ].map(unreadOf),
    taken: [
      ...takenName(receiver, name),
      ...takenName(sender, sender_name),
      ...takenPhones(of('phone'), phones.said),
      ...takenPhones(of('sender_phone'), sender_phone),
      ...address,
      ...of('postal_code').flatMap(({ line }) =>
        postal_code.value === null ? [] : [{ line, text: postal_code.value }],
      ),
      ...couriers.map(({ line, text }) => ({ line, text: withoutTelling(text) })),
      ...payments.slice(0, 1).map(({ line, text }) => ({ line, text: withoutTelling(text) })),
      ...notes,
    ],
  };
}

/** "Kec. Darmo?": who writes so does not know. */
const ASKED_PLACE = /(?<!\p{L})(?:kec|kecamatan|kc|kab|kabupaten|kota)[\s.]+[^,;?]{1,40}\?/giu;

function takenName(segment: Segment | undefined, { value }: Said<string>): Taken[] {
  return segment === undefined || value === null ? [] : [{ line: segment.line, text: value }];
}

/** A number as it is written, wherever it is repeated. */
function takenPhones(segments: readonly Segment[], { value }: Said<string>): Taken[] {
  return segments.flatMap(({ line, text }) =>
    phonesIn(text).flatMap(({ phone, at, end }) =>
      phone === value ? [{ line, text: text.slice(at, end) }] : [],
    ),
  );
}

/** A segment as it is returned in `unread`. */
export function unreadOf({ line, text, label }: Segment): { line: number; text: string } {
  return { line, text: label === '' ? text : `${label}: ${text}` };
}

/** A part of an address with the meaning of its label in front, in words. */
export function placeText({ kind, text, label }: Segment): string {
  if (kind === 'district') return `kec ${text}`;
  if (kind === 'city') {
    const is_regency = /kab/i.test(label);
    return is_regency && /kota|kodya/i.test(label) ? text : `${is_regency ? 'kab' : 'kota'} ${text}`;
  }
  if (kind === 'province') return `prov ${text}`;
  return kind === 'village' ? `${label} ${text}` : text;
}

/** Of several names the one that is said to receive; "a/n" may be of somebody else. */
function receiverRank({ label, is_to, owner }: Segment): number {
  if (is_to === true || owner === 'receiver' || /penerima|receiver|tujuan/iu.test(label)) return 0;
  return isInNameOf(label) ? 2 : 1;
}

/** What says of a name that it is one, or whose: "sy sndiri Lulu", "tetap Sugeng", "ibu saya ibu Kasiyati". */
const AROUND_NAME =
  /^(?:(?:sendiri|sndiri|sdiri|tetap|ttp|masih|msh|yaitu|adalah|(?:(?:ibu|bapak|mama|mamah|papa|kakak|adik|adek|nenek|mertua|suami|istri|anak)\s)?(?:saya|sy|aku|ku))\s+(?:(?:sendiri|sndiri|sdiri)\s+)?)+(?=\p{L})/iu;

/** "Nadya (ext 412)" */
const EXTENSION = /\s*\((?:ext|ekst|lt|lantai)\b[^()]*\)$/iu;

/** Of two names that no label tells apart nobody knows whose it is. */
const MOST_OF_TWO = 0.6;

function nameOf(first: Segment | undefined, rivals: readonly Segment[] = []): Said<string> {
  if (first === undefined) return NOTHING;
  const value = bareEnds(bareEnds(first.text).replace(AROUND_NAME, '').replace(EXTENSION, ''));
  const is_name = /\p{L}/u.test(value) && value.length <= customerLimits.customer_name_characters;
  const is_one = rivals.every(({ text }) => bareEnds(text).toLowerCase() === value.toLowerCase());
  const said = !first.is_sure ? 0.7 : first.is_spoken === true ? 0.85 : 0.95;
  const confidence = is_one ? said : MOST_OF_TWO;
  return is_name ? { value, confidence: sure(confidence, [first]) } : NOTHING;
}

/** The number of the receiver, where one is labelled so, else the first; the others are not read. */
function phonesOf(segments: readonly Segment[]): { said: Said<string>; left: Segment[] } {
  const phones = segments
    .flatMap((segment) => phonesIn(segment.text).map(({ phone }) => ({ phone, segment })))
    .toSorted((a, b) => Number(b.segment.owner === 'receiver') - Number(a.segment.owner === 'receiver'));
  const [first] = phones;
  if (first === undefined) return { said: NOTHING, left: [] };
  const others = phones.filter(({ phone }) => phone !== first.phone);
  const is_labelled =
    first.segment.owner === 'receiver' && others.every(({ segment }) => segment.owner !== 'receiver');
  return {
    said: {
      value: first.phone,
      confidence: sure(!first.segment.is_sure ? 0.5 : others.length === 0 || is_labelled ? 0.97 : 0.8, [
        first.segment,
      ]),
    },
    left: [...new Set(others.map(({ segment }) => segment))].filter((segment) => segment !== first.segment),
  };
}

/** Whether a text tells more than a courier and its service, or leaves the courier open. */
function isCourierLeft({ text }: Segment): boolean {
  if (couriersIn(text).length === 0 || isCourierChoice(text)) return true;
  const { rest = '' } = courierIn(text, true) ?? {};
  return withoutFillers(rest) !== '';
}

/** The parts of an address, so many of them as a customer's address may hold; the rest is left over. */
function addressParts(segments: readonly Segment[]): Taken[] {
  const parts: Taken[] = [];
  let room: number = customerLimits.customer_address_characters;
  const inOrder = segments.toSorted((a, b) => Number(isLandmark(a)) - Number(isLandmark(b)));
  for (const [at, { kind, text, label, line }] of inOrder.entries()) {
    const whole = kind === 'village' ? `${label} ${text}` : at === 0 ? withoutLead(text) : text;
    const part = whole.replaceAll(/^[\s,;:"“”-]+|[\s,;:"“”-]+$/g, '').replace(/^([^(]*)\)$/u, '$1');
    if (part.length > room) {
      const fitting = beginningOf(part, room, parts.length === 0);
      if (fitting !== '') parts.push({ line, text: fitting });
      break;
    }
    if (part !== '') parts.push({ line, text: part });
    room -= part.length + BETWEEN.length;
  }
  return parts;
}

/** A landmark follows the street, wherever it stands. */
function isLandmark({ kind, label }: Segment): boolean {
  return kind === 'village' && /patokan/iu.test(label);
}

const BETWEEN = ', ';

/** A text up to its last comma in so many characters; where it has none up to its last blank, if it may. */
function beginningOf(text: string, characters: number, may_end_anywhere: boolean): string {
  const most = text.slice(0, Math.max(characters, 0));
  const comma = most.lastIndexOf(',');
  return most.slice(0, Math.max(comma === -1 && may_end_anywhere ? most.lastIndexOf(' ') : comma, 0));
}

function addressOf(parts: readonly Taken[], segments: readonly Segment[]): Said<string> {
  const value = parts.map(({ text }) => text).join(BETWEEN);
  return value === '' ? NOTHING : { value, confidence: sure(addressConfidence(segments), segments) };
}

/** Parts that are of the address only by what stands around them may be something else: they are to be checked. */
function addressConfidence(segments: readonly Segment[]): number {
  if (segments.every(({ is_sure, is_spoken }) => is_sure && is_spoken !== true)) return 0.9;
  return segments.some(({ is_sure }) => is_sure) ? 0.8 : 0.6;
}

function postalCode(segments: readonly Segment[]): Said<string> {
  const labelled = segments.find(({ kind, label }) => kind === 'postal_code' && label !== '');
  const [code] = labelled?.text.match(/(?<!\d)[1-9]\d{4}(?!\d)/) ?? [];
  if (code !== undefined) return { value: code, confidence: 0.97 };
  const codes = segments
    .filter(isOfAddress)
    .flatMap(({ text }) => text.match(/(?<![\d.,+-])[1-9]\d{4}(?![\d.,-]\d|\d)/g) ?? []);
  const [only] = codes;
  return only === undefined || new Set(codes).size > 1 ? NOTHING : { value: only, confidence: 0.85 };
}

/** The one courier of all that names one, with the one service that is named; of two couriers none is chosen. */
function courierOf(segments: readonly Segment[]): Reading['courier'] {
  const named = [...new Set(segments.flatMap(({ text }) => couriersIn(text)))];
  const [courier] = named;
  if (courier === undefined) return { ...NOTHING, services: [], candidates: [] };
  if (named.length > 1 || segments.some(({ text }) => isCourierChoice(text)))
    return { ...NOTHING, services: [], candidates: named.map(({ id, name }) => ({ id, name })) };
  const services = new Set(segments.flatMap(({ text }) => courierIn(text, true)?.service ?? []));
  const [service] = services.size === 1 ? services : [];
  const show = ({ id, code, name }: Service) => ({ id, code, name });
  return {
    value: { id: courier.id, name: courier.name, service: service === undefined ? null : show(service) },
    confidence: sure(segments.some(({ is_sure }) => is_sure) ? 0.95 : 0.75, segments),
    services: service === undefined ? servicesOf(courier).map(show) : [],
    candidates: [],
  };
}

/** The notes, so many of them as an order may hold. */
function notesOf(segments: readonly Segment[]): Taken[] {
  let room: number = orderLimits.order_note_characters;
  return segments.flatMap(({ line, text: written }) => {
    const text = written.replaceAll(/^[\s,:;-]+|[\s,;-]+$/g, '');
    const length = text.length + 1;
    if (!/[\p{L}\p{N}]/u.test(text) || isNoNote(text) || length > room) return [];
    room -= length;
    return [{ line, text }];
  });
}

function noteOf(notes: readonly Taken[], segments: readonly Segment[]): Said<string> {
  const value = notes.map(({ text }) => text).join('\n');
  return value === '' ? NOTHING : { value, confidence: segments[0]?.label === '' ? 0.7 : 0.95 };
}

/** "Dropship: tidak", "Pengirim: sesuai toko" */
function isAnswer(text: string): boolean {
  return (
    isNoNote(text) ||
    /^\W*(?:ya|iya|yes|y|t|bukan|ada|sama|idem|sda|bebas|(?:sesuai|nama|atas nama|dari|pakai|pake)\s+(?:nama\s+)?(?:toko|olshop|penjual|seller|pengirim|akun|di atas|diatas|data))\W*$/iu.test(
      text,
    )
  );
}

/** "Catatan: tidak ada" */
function isNoNote(text: string): boolean {
  return /^\W*(?:(?:tidak|tdk|tak|ga|gak|nggak|ngga|enggak|belum)\s+ada(?:\s+(?:catatan|note|request|keterangan|pesan))?|tanpa catatan|kosong|none|nihil|nil|no|n\/a|na|strip|no notes?|tidak|ga|gak)\W*$/iu.test(
    text,
  );
}

function paymentOf(segments: readonly Segment[], couriers: readonly Segment[]): Said<string> {
  const [first] = segments;
  if (first !== undefined)
    return { value: paymentText(first.text), confidence: first.label === '' ? 0.8 : 0.95 };
  return couriers.some(({ text }) => /\bcod\b/i.test(text)) ? { value: 'COD', confidence: 0.8 } : NOTHING;
}
