import { z } from 'zod';
import { date, id, integer, oneOf, optional, rupiah, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { orderLimits } from '../limits.ts';
import { OrderReference, requireFor } from '../schemas.ts';

const shipmentNumber = () => integer({ min: 1, max: orderLimits.order_shipments });

export const AddAwbInput = z.object({
  id: id().describe('Order ID.'),
  awb_number: text({ max: 100 }).describe('Air waybill (AWB) number.'),
  shipment: withDefault(shipmentNumber(), 1).describe('Number of the shipment within the order.'),
});

export const AwbAdded = named('AwbAdded', {
  ...OrderReference.shape,
  notification: z.object({ id: z.int(), title: z.string(), content: z.string() }),
});

export const SetShippingStatusInput = z.object({
  id: id().describe('Order ID.'),
  status: oneOf(['READY TO SHIP', 'ON PROCESS', 'DELIVERED']).describe(
    'Shipping status reported by staff. `READY TO SHIP` reverts a status that was set by mistake on a parcel ' +
      'that has not left.',
  ),
  shipment: optional(shipmentNumber()).describe(
    'Number of the shipment within the order. Default: all shipments of the order.',
  ),
});

export const UpdatePaymentInput = z.object({
  id: id().describe('Order ID.'),
  payment: z
    .object({
      status: oneOf(['PAID', 'INSTALLMENT']),
      date: date(),
      bank_id: id(),
      amount: optional(rupiah({ min: 1 })),
      cost_of_goods_sales: optional(rupiah()),
    })
    .superRefine((payment, context) => {
      if (payment.status === 'INSTALLMENT')
        requireFor(context, ['amount'], payment.amount, 'payment.status', 'INSTALLMENT');
    }),
});

export const PaymentUpdated = named('PaymentUpdated', {
  response: z.string(),
  message: z.array(z.string()),
  data: z.object({ order_id: z.int(), po_number: z.int(), payment_status: z.string() }),
});

export const PaymentHistoryInput = z.object({
  id: id().describe('Order ID or payment ID.'),
  status: withDefault(oneOf(['ORDER', 'PAYMENT']), 'ORDER').describe('What `id` refers to.'),
});

export const PaymentHistory = named('OrderPayment', {
  payment_id: z.int(),
  bank_id: z.string(),
  bank_name: z.string(),
  account_number: z.string(),
  paid_at: z.string(),
  created_at: z.string(),
  nominal: z.string(),
  status: z.string(),
});

export const DeletePaymentInput = z.object({
  order_id: id(),
  payment_id: optional(id()).describe('Payment to delete. Default: the latest payment.'),
});

export const PaymentDeleted = named('PaymentDeleted', {
  response: z.string(),
  message: z.string(),
  data: z.null(),
});
