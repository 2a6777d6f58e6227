import { z } from 'zod';
import {
  boolean,
  id,
  integer,
  list,
  oneOf,
  optional,
  phone,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { customerLimits } from '../../customers/index.ts';
import { orderLimits } from '../../orders/index.ts';
import { Instructions } from '../instructions-schema.ts';
import { checkoutLimits } from '../limits.ts';

const name = () => text({ max: customerLimits.customer_name_characters });

const CheckoutLine = z.object({
  id: id().describe('Product variation ID.'),
  qty: integer({ min: 1, max: 1_000_000 }).describe('Quantity.'),
});

const lines = () => list(CheckoutLine, { min: 1, max: checkoutLimits.checkout_lines });
const expedition = () =>
  z.object({ id: id().describe('Courier service ID or custom courier ID from the shipping rates.') });
const dropship = () =>
  z
    .object({ name: name(), phone: phone() })
    .describe('Whom the label shows as the sender, instead of the shop.');
const note = () =>
  withDefault(text({ max: orderLimits.order_note_characters, multiline: true }), '').describe(
    'Note to the seller.',
  );

/** Who receives what. */
const receiverFields = {
  name: name().describe('Name of the receiver.'),
  phone: phone().describe('WhatsApp number of the receiver, in any notation.'),
  address: text({ max: customerLimits.customer_address_characters, multiline: true }).describe(
    'Street, number and landmarks.',
  ),
  district_id: id().describe('District ID from the districts of the store.'),
  postal_code: optional(text({ max: 10 })),
  products: lines(),
  expedition: expedition(),
  dropship: optional(dropship()),
  note: note(),
};

const Receiver = z.object(receiverFields);

const CheckoutPayment = z.object({
  method: oneOf(['TRANSFER', 'GATEWAY', 'ORDERPAY', 'COD']),
  bank_id: optional(id()).describe(
    'Bank account for TRANSFER, from the payment methods of the store. Default: the first.',
  ),
  channel: optional(text({ max: 30 })).describe(
    'How to pay by GATEWAY, from the payment methods of the store. Default: the first.',
  ),
});

const { products, note: _note, ...contactFields } = receiverFields;

const REQUIRED = ['name', 'phone', 'address', 'district_id', 'products', 'expedition'] as const;

const checkoutFields = {
  name: optional(contactFields.name),
  phone: optional(contactFields.phone),
  address: optional(contactFields.address),
  district_id: optional(contactFields.district_id),
  postal_code: contactFields.postal_code,
  products: optional(products),
  expedition: optional(contactFields.expedition),
  dropship: contactFields.dropship,
  note: note(),
  coupon_code: optional(text({ max: 50 })).describe('Coupon code, in any letter case.'),
  receivers: optional(list(Receiver, { min: 1, max: checkoutLimits.checkout_receivers })).describe(
    'For signed-in customers: several receivers, each an order, paid in one go. The fields of a single receiver are left out then.',
  ),
};

/** A single receiver's fields are required where no receivers are listed; said beside all else that is wrong. */
function withReceiver<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>): z.ZodObject<Shape> {
  return REQUIRED.reduce(
    (checked, field) =>
      checked.refine((input) => isGiven(input, 'receivers') || isGiven(input, field), {
        path: [field],
        params: { code: 'required' },
        when: () => true,
      }),
    schema,
  );
}

const isGiven = (input: unknown, field: string): boolean =>
  (input as Record<string, unknown> | null | undefined)?.[field] !== undefined;

export const CheckoutInput = withReceiver(z.object({ ...checkoutFields, payment: CheckoutPayment }));

/** A quote needs no name, phone and address: a buyer sees the costs before writing them. */
const QUOTED = { name: '-', phone: '62800000000', address: '-' } as const;

export const QuoteInput = withReceiver(
  z.object({
    ...checkoutFields,
    name: withDefault(contactFields.name, QUOTED.name),
    phone: withDefault(contactFields.phone, QUOTED.phone),
    address: withDefault(contactFields.address, QUOTED.address),
    is_cod: withDefault(boolean(), false).describe('Whether it is to be paid to the courier.'),
  }),
);

export const CheckoutQuote = named('CheckoutQuote', {
  total: z.int(),
  orders: z.array(
    z.object({
      products: z.array(
        z.object({
          id: z.int(),
          name: z.string(),
          qty: z.int(),
          price: z.int(),
          discount: z.int(),
          subtotal: z.int(),
        }),
      ),
      weight: z.int().describe('In grams.'),
      goods: z.int(),
      shipping: z.int(),
      shipping_discount: z.int(),
      other_costs: z.array(z.object({ name: z.string(), amount: z.int() })),
      courier: z.string(),
      total: z.int(),
    }),
  ),
});

/** What is to be ordered for one receiver. */
export type ReceiverInput = z.output<typeof Receiver>;

/** The receivers of a checkout, whichever way they are named. */
export function receiversOf(input: z.output<z.ZodObject<typeof checkoutFields>>): ReceiverInput[] {
  return input.receivers ?? [input as ReceiverInput];
}

export const CheckoutDone = named('Checkout', {
  payment_id: z.int(),
  token: z.string().describe('Secret token of the payment and its orders. Whoever has it can see them.'),
  orders: z.array(z.object({ order_id: z.int(), po_number: z.int() })),
  nominal_invoice: z.int().describe('Total of the orders.'),
  nominal_unique: z.int().describe('Unique code, which is added so that the transfer can be recognised.'),
  payment_fee: z.int(),
  nominal_transfer: z.int().describe('The exact amount to pay.'),
  expired_at: z.string().nullable(),
  instructions: Instructions,
});
