import type { Output } from 'ngorder-sdk';
import { api } from '../session/api.ts';
import { contactOf } from './contacts.ts';
import {
  EMPTY_CONTACT,
  lineOf,
  withLine,
  type Contact,
  type Draft,
  type Line,
  type NewContact,
} from './draft.ts';

export type Parsed = Output<'parseOrderText'>['data'];
type KnownCustomer = NonNullable<Parsed['receiver']['customer']['value']>;

/** What was read, as the person changes it before it goes into the form. */
export interface Reading {
  /** null: somebody new, as entered in `person`. */
  customer_id: number | null;
  person: NewContact;
  sender_id: number | null;
  sender: NewContact | null;
  goods: { line: number; text: string; variation_id: number | null; sku: string; qty: number }[];
  service_id: number | null;
  note: string;
}

export function knownCustomers({ customer }: Pick<Parsed['receiver'], 'customer'>): KnownCustomer[] {
  return uniqueById([...(customer.value === null ? [] : [customer.value]), ...customer.candidates]);
}

export function uniqueById<One extends { id: number }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

export function districtName({
  name,
  city,
  province,
}: {
  name: string;
  city: string;
  province: string;
}): string {
  return `${name}, ${city}, ${province}`;
}

export function readingOf(parsed: Parsed): Reading {
  const { receiver, sender } = parsed;
  const district = receiver.district.value;
  return {
    customer_id: receiver.customer.value?.id ?? null,
    person: {
      ...EMPTY_CONTACT,
      name: receiver.name.value ?? '',
      phone: receiver.phone.value ?? '',
      address: receiver.address.value ?? '',
      postal_code: receiver.postal_code.value ?? '',
      district: district === null ? null : { id: district.id, name: districtName(district) },
    },
    sender_id: sender?.customer.value?.id ?? null,
    sender:
      sender === null
        ? null
        : { ...EMPTY_CONTACT, name: sender.name.value ?? '', phone: sender.phone.value ?? '' },
    goods: parsed.products.map(({ line, text, qty, variation }) => ({
      line,
      text,
      variation_id: variation.value?.id ?? null,
      sku: variation.value?.sku ?? '',
      qty: qty.value ?? 1,
    })),
    service_id: parsed.courier.value?.service?.id ?? null,
    note: parsed.note.value ?? '',
  };
}

/** The customer as lists have it, with the category of prices. */
async function findContact(known: KnownCustomer | undefined): Promise<Contact | null> {
  if (known === undefined) return null;
  const { data } = await api.listCustomers({ customer_id: known.id });
  return data[0] === undefined ? null : contactOf(data[0]);
}

async function findLine({ variation_id, sku, qty }: Reading['goods'][number]): Promise<Line | null> {
  if (variation_id === null) return null;
  const { data } = await api.listVariations({ keyword: sku, per_page: 20 });
  const found = data.find((row) => row.variation_id === variation_id);
  return found === undefined ? null : lineOf(found, qty);
}

/** What goes into the form, of what a person has looked at. */
export async function draftOf(parsed: Parsed, reading: Reading): Promise<Partial<Draft>> {
  const known = knownCustomers(parsed.receiver).find(({ id }) => id === reading.customer_id);
  const known_sender =
    parsed.sender === null
      ? undefined
      : knownCustomers(parsed.sender).find(({ id }) => id === reading.sender_id);
  const [receiver, sender, lines] = await Promise.all([
    findContact(known),
    findContact(known_sender),
    Promise.all(reading.goods.map(findLine)),
  ]);
  const is_dropship = reading.sender !== null;
  const fresh = receiver === null ? reading.person : null;
  return {
    is_dropship,
    sender: is_dropship ? sender : receiver,
    new_sender: is_dropship ? (sender === null ? reading.sender : null) : fresh,
    receiver: is_dropship ? receiver : null,
    new_receiver: is_dropship ? fresh : null,
    lines: lines.reduce<Line[]>((all, line) => (line === null ? all : withLine(all, line)), []),
    courier: reading.service_id === null ? null : { id: reading.service_id, name: '', rate: null },
    note: reading.note,
  };
}
