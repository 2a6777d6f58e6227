import pLimit from 'p-limit';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { takeTurns } from '../../kernel/slices.ts';
import { findNamedGoods, variationLabel, type NamedGoods } from '../catalog/index.ts';
import { findNamedCustomers, type NamedCustomer } from '../customers/index.ts';
import { bareWritings, findNamedPlaces, type NamedDistrict, type PlacesFound } from '../reference/index.ts';
import { isSaidOf, withoutPostalCodes } from './choose/said-places.ts';
import { chooseCustomer, type SaidPlace } from './choose/choose-customer.ts';
import { chooseDistrict, citiesIn, type DistrictChoice } from './choose/choose-district.ts';
import { findStoredAddresses, type StoredAddress } from './choose/find-stored-addresses.ts';
import { possibleGoods } from './choose/goods-in-address.ts';
import { furtherReceivers } from './choose/receivers.ts';
import { chooseItems, settle, settlePhones, type OrderItem } from './choose/settle.ts';
import { linesLeft, segmentsOfGoods } from './choose/goods-lines.ts';
import { shelfOf } from './choose/shelf.ts';
import { leftOver, type Taken } from './left-over.ts';
import { composeReading, placeText, unreadOf, type Reading } from './compose-reading.ts';
import { isLabel } from './read/labels.ts';
import { isSection } from './read/owners.ts';
import { plainLines } from './read/plain-text.ts';
import { cutAtNumbers, itemsIn, skusIn } from './read/quantities.ts';
import { segmentsOf, type Segment } from './read/segments.ts';
import type { ParsedOrder, ParseOrderInput } from './schemas.ts';
import { addressNames } from './words/address-names.ts';
import { allWritings, withoutFillers } from './words/vocabulary.ts';

type Answer = z.input<typeof ParsedOrder>;
type Party = Pick<Answer['receiver'], 'name' | 'phone' | 'customer'>;

/** Segments that may name goods or places are looked up so many at most. */
const MOST_SEGMENTS = 200;

/** Each holds what the shop has of its words; further ones wait. */
const inTurn = pLimit(4);

/**
 * Reads an order from a chat message. Nothing is stored, and nothing is added that the text does not say: ambiguous
 * values are returned with their candidates. At most seven statements, whatever the text; four texts at a time,
 * yielding between steps.
 */
export function parseOrderText(context: Context, input: z.output<typeof ParseOrderInput>): Promise<Answer> {
  return inTurn(() => readOrder(context, input));
}

async function readOrder(context: Context, { text }: z.output<typeof ParseOrderInput>): Promise<Answer> {
  await takeTurns();
  const written = plainLines(text);
  const heads: Taken[] = [];
  const segments = await segmentsOf(written, heads);
  const { shelf, places, isPlace } = await lookUp(context, segments);
  const all = await settle(segments, shelf, isPlace);
  settlePhones(all);
  await takeTurns();
  // Of several receivers the first is read: nobody gets what another one ordered.
  const [second] = furtherReceivers(all);
  const settled = all.slice(0, second);
  const others = second === undefined ? [] : all.slice(second);
  await takeTurns();
  const reading = composeReading(settled);
  const left: Segment[] = [];
  const lines = segmentsOfGoods(settled, left);
  const items = await chooseItems(lines, shelf);
  const said_names = addressNames(reading.places);
  const said_district = await chooseDistrict(said_names, places);
  const district = (await toldElsewhere(said_district, reading.places, settled, places)) ?? said_district;
  const place: SaidPlace = {
    places: reading.places,
    districts: district.chosen === undefined ? district.candidates : [district.chosen],
    cities: citiesIn(said_names, places),
  };
  const customers = await findNamedCustomers(
    context,
    [reading.receiver.phone.value, reading.sender?.phone.value].flatMap((phone) => phone ?? []),
    [reading.receiver.name.value, reading.sender?.name.value].flatMap((name) => name ?? []),
  );
  const addresses = await findStoredAddresses(
    context,
    customers.map(({ id }) => id),
  );
  const receiver = {
    ...partyOf(reading.receiver, customers, addresses, place),
    address: reading.address,
    postal_code: reading.postal_code,
    district: {
      value: district.chosen === undefined ? null : districtOf(district.chosen),
      confidence: district.confidence,
      candidates: district.candidates.map(districtOf),
    },
  };
  const sender =
    reading.sender === undefined ? null : partyOf(reading.sender, customers, addresses, undefined);
  const unread = [
    ...reading.unread,
    ...left.map(unreadOf),
    ...settled
      .filter((segment) => isLabelledPlace(segment) && !isSaidOf(segment, place.districts))
      .map(unreadOf),
    ...linesLeft(lines, items).map(({ line, text: part }) => ({ line, text: part })),
    ...others.filter(({ kind, text: part }) => kind !== 'nothing' && part !== '').map(unreadOf),
  ];
  const taken = [
    ...heads,
    ...reading.taken,
    ...settled
      .filter(isLabelledPlace)
      .map(({ line, text: part }) => ({ line, text: withoutPostalCodes(part) })),
    ...settled.filter(isHeadOnly).map(({ line, text: part }) => ({ line, text: withoutFillers(part) })),
    // Others stand in the text of their item.
    ...settled.filter(
      (segment) => segment.kind === 'quantity' && /^\d+$/.test(segment.text) && !left.includes(segment),
    ),
    ...items.map((item) => ({ line: item.line, text: item.text, is_of_several: true })),
    ...unread,
  ];
  const answer = {
    receiver,
    sender,
    products: items.map(productOf),
    courier: reading.courier,
    note: reading.note,
    payment: reading.payment,
    unread: [...unread, ...(await leftOver(written, taken))].toSorted((a, b) => a.line - b.line),
    has_more_receivers: second !== undefined,
  };
  if (answer.has_more_receivers) return { ...answer, draft: { products: [] }, new_customer: null };
  return { ...answer, draft: draftOf(answer, items), new_customer: newCustomer(receiver) };
}

/** Told by a place that the text names outside of the address, a district is to be checked. */
const MOST_ELSEWHERE_CONFIDENCE = 0.75;

/** Of districts of the same name the one that another place of the text tells: "Cisarua" and "Daerah: Bogor". */
async function toldElsewhere(
  said: DistrictChoice,
  address: string,
  segments: readonly Segment[],
  places: PlacesFound,
): Promise<DistrictChoice | undefined> {
  if (said.candidates.length < 2) return undefined;
  const elsewhere = segments
    .filter(({ kind }) => kind === 'unknown' || kind === 'other')
    .map(({ text }) => text);
  const wider = await chooseDistrict(addressNames([address, ...elsewhere].join(', ')), places);
  return said.candidates.some(({ id }) => id === wider.chosen?.id)
    ? { ...wider, confidence: Math.min(wider.confidence, MOST_ELSEWHERE_CONFIDENCE) }
    : undefined;
}

/** What the shop and the country have of the words of a text. */
async function lookUp(context: Context, segments: readonly Segment[]) {
  // What are goods for sure first: of unknown words only so many are corrected.
  const requested = segments
    .filter(mayBeGoods)
    .toSorted((a, b) => Number(b.kind === 'goods') - Number(a.kind === 'goods'))
    .slice(0, MOST_SEGMENTS);
  const texts = [
    ...requested.map(({ text, label, is_headed }) => (is_headed === true ? `${label} ${text}` : text)),
    ...segments.flatMap(possibleGoods),
  ].slice(0, MOST_SEGMENTS);
  const requested_words: string[][][] = [];
  for (const part of texts) {
    await takeTurns();
    for (const item of itemsIn(part))
      for (const { words } of item.numbers.length > 1 ? [item, ...cutAtNumbers(item)] : [item])
        requested_words.push(words.map(allWritings));
  }
  const shelf = await shelfOf(await findNamedGoods(context, requested_words, texts.flatMap(skusIn)));
  const names = addressNames(segments.filter(mayBePlace).slice(0, MOST_SEGMENTS).map(placeText).join(', '));
  const places = await findNamedPlaces(context, names.names, names.hints, names.postal_codes);
  const district_names = new Set(places.districts.flatMap(({ name }) => bareWritings(name)));
  const isPlace = (part: string, is_whole = false) => {
    const { spans } = addressNames(part);
    const last = Math.max(...spans.map(({ to }) => to));
    return spans.some(
      ({ bare, from, to }) =>
        (!is_whole || (from === 0 && to === last)) &&
        (places.cities.has(bare) || places.provinces.has(bare) || district_names.has(bare)),
    );
  };
  return { shelf, places, isPlace };
}

/** What a label of its own tells of the place, which is no part of the address. */
function isLabelledPlace({ kind, text }: Segment): boolean {
  return text !== '' && ['district', 'city', 'province'].includes(kind);
}

/** "DATA PENERIMA" */
function isHeadOnly({ kind, text }: Segment): boolean {
  return (kind === 'nothing' && isLabel(withoutFillers(text))) || isSection(text);
}

function mayBeGoods({ kind, is_sure }: Segment): boolean {
  return ['goods', 'unknown', 'variant', 'other'].includes(kind) || !is_sure;
}

function mayBePlace({ kind }: Segment): boolean {
  return ['address', 'village', 'district', 'city', 'province', 'postal_code', 'unknown'].includes(kind);
}

function partyOf(
  { name, phone }: Reading['receiver'],
  customers: readonly NamedCustomer[],
  addresses: ReadonlyMap<number, StoredAddress>,
  place: SaidPlace | undefined,
): Party {
  const choice = chooseCustomer({ name: name.value, phone: phone.value, place }, customers, addresses);
  const show = (customer: NamedCustomer) => customerOf(customer, addresses.get(customer.id));
  return {
    name,
    phone,
    customer: {
      value: choice.chosen === undefined ? null : show(choice.chosen),
      confidence: choice.confidence,
      candidates: choice.candidates.map(show),
    },
  };
}

function customerOf({ id, name, phone }: NamedCustomer, stored: StoredAddress | undefined) {
  const { district_id, district, city, province } = stored ?? {};
  return {
    id,
    name,
    phone,
    address: stored?.address ?? '',
    postal_code: stored?.postal_code ?? null,
    district:
      district_id == null
        ? null
        : { id: district_id, name: district ?? '', city: city ?? '', province: province ?? '' },
  };
}

function districtOf({ id, name, city, province }: NamedDistrict) {
  return { id, name, city, province };
}

function variationOf(goods: NamedGoods) {
  return {
    id: goods.variation_id,
    name: `${goods.name} ${variationLabel(goods)}`.trim(),
    sku: goods.sku,
    product_status: goods.product_type,
    price: goods.price_idr,
  };
}

function productOf(item: OrderItem): Answer['products'][number] {
  return {
    line: item.line,
    text: item.text,
    // One where nothing is said, as everybody understands it.
    qty: item.is_same
      ? { value: null, confidence: 0 }
      : { value: item.qty ?? 1, confidence: item.qty === undefined ? 0.6 : item.qty_confidence },
    variation: {
      value: item.chosen === undefined ? null : variationOf(item.chosen),
      confidence: item.confidence,
      candidates: item.candidates.slice(0, 5).map(variationOf),
    },
  };
}

function draftOf(
  answer: Omit<Answer, 'draft' | 'new_customer'>,
  items: readonly OrderItem[],
): Answer['draft'] {
  const receiver = answer.receiver.customer.value?.id;
  const sender = answer.sender === null ? receiver : answer.sender.customer.value?.id;
  const service = answer.courier.value?.service;
  return {
    customer_sender_id: sender,
    customer_receiver_id: receiver,
    products: items.flatMap(({ chosen, qty }) =>
      chosen === undefined
        ? []
        : [{ id: chosen.variation_id, qty: qty ?? 1, product_status: chosen.product_type }],
    ),
    expedition: service ? { id: service.id } : undefined,
    note: answer.note.value ?? undefined,
  };
}

function newCustomer({
  name,
  phone,
  address,
  district,
  postal_code,
  customer,
}: Answer['receiver']): Answer['new_customer'] {
  if (customer.value !== null || (name.value === null && phone.value === null)) return null;
  return {
    name: name.value ?? undefined,
    phone: phone.value ?? undefined,
    address: address.value ?? undefined,
    district_id: district.value?.id,
    postal_code: postal_code.value ?? undefined,
    category: 'N',
    is_active: 'Y',
  };
}
