import type { z } from 'zod';
import { variationLabel, type NamedGoods } from '../catalog/index.ts';
import type { NamedCustomer } from '../customers/index.ts';
import type { NamedDistrict } from '../reference/index.ts';
import { chooseCustomer, type SaidPlace } from './choose/choose-customer.ts';
import type { StoredAddress } from './choose/find-stored-addresses.ts';
import type { OrderItem } from './choose/order-item.ts';
import type { Reading } from './compose-reading.ts';
import type { ParsedOrder } from './schemas.ts';

export type Answer = z.input<typeof ParsedOrder>;
type Party = Pick<Answer['receiver'], 'name' | 'phone' | 'customer'>;

export function partyOf(
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

export function districtOf({ id, name, city, province }: NamedDistrict) {
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

export function productOf(item: OrderItem): Answer['products'][number] {
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

export function draftOf(
  answer: Omit<Answer, 'draft' | 'new_customer' | 'new_customer_missing'>,
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

export function newCustomer({
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

/** What a customer has to have. */
const NEEDED = ['name', 'phone', 'address', 'district_id'] as const;

/** The fields that have to be added before a new customer can be created; empty for none. */
export function missingIn(customer: Answer['new_customer']): Answer['new_customer_missing'] {
  return customer === null ? [] : NEEDED.filter((field) => customer[field] === undefined);
}
