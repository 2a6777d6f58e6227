import type { z } from 'zod';
import { mustBeOutside } from '../../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum, type Rupiah } from '../../../kernel/money.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { findCustomersByPhone } from '../../customers/index.ts';
import {
  loadBuyerFacts,
  parcelOf,
  planBuyerOrder,
  type BuyerCategory,
  type BuyerOrder,
  type CustomerFacts,
  type PlannedOrder,
} from '../../orders/index.ts';
import { findDistricts, type District } from '../../reference/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { checkoutErrors } from '../errors.ts';
import type { StoreFacts } from './load-store-facts.ts';
import { priceShipping } from './price-shipping.ts';
import { receiversOf, type CheckoutInput, type ReceiverInput } from './schemas.ts';

type Input = Omit<z.output<typeof CheckoutInput>, 'payment'>;

/** A checkout as it is to be stored: an order for each receiver. */
export interface CheckoutPlan {
  orders: PlannedOrder[];
  total_idr: Rupiah;
  category: BuyerCategory;
  made_from: 'STOREFRONT' | 'PRIVOR';
  /** Who pays: the customer who is signed in, whoever the parcels name as their sender; of a guest the sender. */
  payer: Pick<CustomerFacts, 'name' | 'phone'>;
}

/**
 * Prices a checkout with the shop's own data: its prices, promos and rates. Nothing is stored. Asks vendors, so it stands
 * outside transactions.
 * @throws Refusal 422 that names every invalid field, those of several receivers as `receivers.1.products.0.qty`
 */
export async function planCheckout(
  context: StoreContext,
  input: Input,
  store: StoreFacts,
  is_cod: boolean,
): Promise<CheckoutPlan> {
  mustBeOutside(context, 'pricing a checkout');
  const { buyer } = context;
  if (input.receivers !== undefined && buyer === null)
    throw checkoutErrors.refuseField('receivers_signed_in', 'receivers');
  const receivers = receiversOf(input);
  const districts = await findDistricts(
    context,
    receivers.map(({ district_id }) => district_id),
  );
  const orders: PlannedOrder[] = [];
  const faults: RefusalPart[] = [];
  for (const [index, receiver] of receivers.entries()) {
    const place = (part: RefusalPart) =>
      input.receivers === undefined || part.field === undefined || part.field === 'coupon_code'
        ? part
        : { ...part, field: `receivers.${index}.${part.field}` };
    try {
      const of_receiver = { receiver, district: districts.get(receiver.district_id), is_cod };
      orders.push(await planOne(context, store, of_receiver, input.coupon_code));
    } catch (error) {
      // Whoever asks too often has to wait, whatever is wrong beside.
      if (!(error instanceof Refusal) || error.retry_after_s !== undefined) throw error;
      faults.push(...error.parts.map(place));
    }
  }
  if (faults.length > 0) throw new Refusal(faults);
  const payer = store.buyer ?? orders[0]?.sender;
  if (payer === undefined) throw new Error('a checkout without orders');
  return {
    orders,
    payer,
    total_idr: sum(orders.map(({ price }) => price.total_idr)),
    ...(buyer === null
      ? { category: 'SF_GUEST' as const, made_from: 'STOREFRONT' as const }
      : { category: 'PRIVOR' as const, made_from: 'PRIVOR' as const }),
  };
}

interface Wanted {
  receiver: ReceiverInput;
  district: District | undefined;
  is_cod: boolean;
}

async function planOne(
  context: StoreContext,
  store: StoreFacts,
  { receiver: input, district, is_cod }: Wanted,
  coupon_code: string | undefined,
): Promise<PlannedOrder> {
  if (district === undefined) throw new Refusal([idNotFound('district_id')]);
  if (store.supplier === null) throw checkoutErrors.refuseField('courier_not_for_way', 'expedition.id');
  const people = peopleOf(store, input, district);
  // Whose use of promos counts: of a guest that of guests with the number, so that it tells nothing of a customer who has it.
  const customer_id =
    store.buyer?.id ?? (store.has_promos ? await customerWith(context, people.sender.phone) : null);
  const courier_id = input.expedition.id;
  const facts = await loadBuyerFacts(context, {
    ...people,
    customer_id,
    is_guest: store.buyer === null,
    supplier_id: store.supplier.id,
    courier_id,
    variation_ids: input.products.map(({ id }) => id),
    coupon_code,
    has_promos: store.has_promos,
  });
  const order: BuyerOrder = {
    ...people,
    platform: store.buyer === null ? 'STOREFRONT' : 'PRIVOR',
    supplier_id: store.supplier.id,
    products: input.products,
    courier_id,
    is_cod,
    coupon_code,
    note: input.note,
  };
  const parcel = parcelOf(order, facts);
  const way = {
    origin_code: store.supplier.district_code,
    destination_code: district.code,
    courier_id,
    is_cod,
  };
  const shipping = await priceShipping(context, way, parcel);
  // What else is wrong is said with it: a courier that is not offered, goods that are gone.
  const plan = planBuyerOrder(order, facts, shipping ?? { shipping_idr: 0, insurance_idr: 0 });
  if (shipping === undefined) throw checkoutErrors.refuseField('courier_not_for_way', 'expedition.id');
  return plan;
}

/** A guest is nobody of whom the shop knows: whoever has the same phone number, the prices are those of all. */
function peopleOf(
  { guest, buyer }: StoreFacts,
  input: ReceiverInput,
  district: District,
): Pick<BuyerOrder, 'sender' | 'receiver'> {
  const { name, phone, address, dropship } = input;
  const contact = {
    name,
    phone,
    address,
    postal_code: input.postal_code ?? null,
    district_code: district.code,
  };
  const receiver: CustomerFacts = { id: 0, ...contact, category_code: 'N', ...guest };
  const no_address = { address: '', postal_code: null, district_code: null };
  const payer = buyer ?? (dropship === undefined ? receiver : { ...receiver, ...no_address });
  return { sender: { ...payer, ...dropship }, receiver };
}

async function customerWith(context: StoreContext, phone: string): Promise<number | null> {
  return (await findCustomersByPhone(context, [phone])).get(phone) ?? null;
}
