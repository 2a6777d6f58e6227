import pLimit from 'p-limit';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { takeTurns } from '../../kernel/slices.ts';
import { findNamedGoods } from '../catalog/index.ts';
import { findNamedCustomers } from '../customers/index.ts';
import { bareWritings, findNamedPlaces, type PlacesFound } from '../reference/index.ts';
import type { SaidPlace } from './choose/choose-customer.ts';
import { chooseDistrict, citiesIn, type DistrictChoice } from './choose/choose-district.ts';
import { chooseItems } from './choose/choose-items.ts';
import { findStoredAddresses } from './choose/find-stored-addresses.ts';
import { possibleGoods } from './choose/goods-in-address.ts';
import { segmentsOfGoods } from './choose/goods-lines.ts';
import { orderedOf } from './choose/offers.ts';
import { furtherReceivers } from './choose/receivers.ts';
import { mayBeMore, settle, settlePhones } from './choose/settle.ts';
import { shelfOf } from './choose/shelf.ts';
import { setOtherAddressesAside, takeBack } from './choose/take-back.ts';
import { composeReading, placeText } from './compose-reading.ts';
import type { Taken } from './left-over.ts';
import {
  districtOf,
  draftOf,
  missingIn,
  newCustomer,
  partyOf,
  productOf,
  type Answer,
} from './present-order.ts';
import { plainLines } from './read/plain-text.ts';
import { cutAtNumbers, itemsIn, skusIn } from './read/quantities.ts';
import type { Segment } from './read/segment.ts';
import { segmentsOf } from './read/segments.ts';
import type { ParseOrderInput } from './schemas.ts';
import { unreadParts } from './unread-parts.ts';
import { addressNames } from './words/address-names.ts';
import { allWritings } from './words/vocabulary.ts';

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
  await takeBack(all, isPlace);
  await takeTurns();
  // Of several receivers the first is read: nobody gets what another one ordered.
  const [second] = furtherReceivers(all);
  const settled = all.slice(0, second);
  const others = second === undefined ? [] : all.slice(second);
  setOtherAddressesAside(settled);
  await takeTurns();
  const reading = composeReading(settled);
  const left: Segment[] = [];
  const lines = segmentsOfGoods(settled, left);
  const items = orderedOf(await chooseItems(lines, shelf), written);
  const said_names = addressNames(reading.places);
  const said_district = await chooseDistrict(said_names, places);
  const district = (await toldElsewhere(said_district, reading.places, settled, places)) ?? said_district;
  const districts = district.chosen === undefined ? district.candidates : [district.chosen];
  const place: SaidPlace = {
    places: reading.places,
    districts,
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
  const answer = {
    receiver,
    sender,
    products: items.map(productOf),
    courier: reading.courier,
    note: reading.note,
    payment: reading.payment,
    unread: await unreadParts({ written, heads, reading, settled, left, lines, items, others, districts }),
    has_more_receivers: second !== undefined,
  };
  if (answer.has_more_receivers)
    return { ...answer, draft: { products: [] }, new_customer: null, new_customer_missing: [] };
  const new_customer = newCustomer(receiver);
  return {
    ...answer,
    draft: draftOf(answer, items),
    new_customer,
    new_customer_missing: missingIn(new_customer),
  };
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

function mayBeGoods(segment: Segment): boolean {
  const { kind, is_sure } = segment;
  return ['goods', 'unknown', 'variant', 'other'].includes(kind) || !is_sure || mayBeMore(segment);
}

function mayBePlace({ kind }: Segment): boolean {
  return ['address', 'village', 'district', 'city', 'province', 'postal_code', 'unknown'].includes(kind);
}
