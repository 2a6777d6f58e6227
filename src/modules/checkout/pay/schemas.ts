import { z } from 'zod';
import { id, oneOf, optional, pageFields, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../../kernel/http/route.ts';
import { Instructions } from '../instructions-schema.ts';

const token = () =>
  z
    .string()
    .max(200)
    .describe(
      'Secret token of the checkout. Who is signed in can send the payment_id of an own one instead.',
    );

export const TokenInput = z.object({ token: token() });

export const ProofInput = z.object({
  token: token(),
  proof: z.instanceof(UploadedFile).describe('Picture of the proof of transfer: PNG, JPEG, WebP or GIF.'),
  holder_name: optional(text({ max: 100 })).describe('Holder of the account that the money came from.'),
  note: optional(text({ max: 500, multiline: true })),
});

export const ChangeMethodInput = z.object({
  token: token(),
  payment: z.object({
    method: oneOf(['TRANSFER', 'GATEWAY']),
    bank_id: optional(id()),
    channel: optional(text({ max: 30 })),
  }),
});

export const ReceivedInput = z.object({ token: token(), order_id: id() });

const BuyerShipment = z.object({
  awb_number: z.string().nullable(),
  status: z.string(),
  history: z.array(
    z.object({ at: z.string(), status: z.string(), description: z.string(), location: z.string() }),
  ),
});

const BuyerOrderView = z.object({
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  status: z.enum(['UNCONFIRMED', 'ACCEPTED', 'REJECTED', 'CANCELED', 'EXPIRED', 'DELETED']),
  progress: z.string().nullable().describe('order_progress_status, as the seller sees it.'),
  receiver: z.object({ name: z.string(), phone: z.string(), address: z.string() }).nullable(),
  courier: z.string().nullable(),
  products: z.array(
    z.object({ name: z.string(), quantity: z.int(), price: z.int(), discount: z.int(), subtotal: z.int() }),
  ),
  shipping: z.int(),
  total: z.int().describe('Of the order as it is now; what the payment was made for is nominal_invoice.'),
  shipments: z.array(BuyerShipment),
});

const PaymentState = z.enum(['WAITING', 'CLAIMED', 'PAID', 'COD', 'CLOSED', 'EXPIRED', 'CANCELED']);

const paymentFields = {
  payment_id: z.int(),
  state: PaymentState,
  state_text: z.string(),
  method: z.string(),
  nominal_invoice: z.int(),
  nominal_unique: z.int(),
  payment_fee: z.int(),
  nominal_transfer: z.int(),
  created_at: z.string(),
  expired_at: z.string().nullable(),
  proof: z.boolean().describe('Whether a proof of transfer was uploaded.'),
  instructions: Instructions.nullable().describe('null when there is nothing to pay any more.'),
};

const BuyerOrderPayment = named('BuyerOrderPayment', paymentFields);

export const BuyerPaymentView = named('BuyerPayment', { ...paymentFields, orders: z.array(BuyerOrderView) });

export const ListBuyerOrdersInput = z.object(pageFields());

export const BuyerOrderIdInput = z.object({ order_id: id().describe('Order ID.') });

const order = {
  order_id: z.int(),
  po_number: z.int(),
  order_date: z.string(),
  status: z.string(),
  progress: z.string(),
  payment_status: z
    .string()
    .describe('PAID as soon as the money is here, also while the seller has not accepted the order.'),
  total: z.int(),
  paid: z.int(),
  quantity: z.int(),
  receiver: z.string(),
  courier: z.string(),
  awb_number: z.string().nullable(),
  created_at: z.string(),
  payment_id: z
    .int()
    .nullable()
    .describe(
      'Of the checkout: in place of the token while its buyer is signed in. null: staff placed the order.',
    ),
  payment_state: PaymentState.nullable(),
};

export const BuyerOrderRow = named('BuyerOrder', order);

export const BuyerOrderDetail = named('BuyerOrderDetail', {
  ...order,
  receiver_phone: z.string(),
  receiver_address: z.string(),
  shipping: z.int(),
  products: z.array(z.object({ name: z.string(), quantity: z.int(), price: z.int(), discount: z.int() })),
  shipments: z.array(z.object({ awb_number: z.string().nullable(), status: z.string() })),
  payment: BuyerOrderPayment.nullable().describe('How it is paid, together with all orders of its checkout.'),
});
