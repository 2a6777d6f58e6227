import { z } from 'zod';
import {
  boolean,
  date,
  id,
  integer,
  oneOf,
  onlyElement,
  optional,
  rupiah,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { isCustomCourierId } from '../couriers/index.ts';

const percentage = () => integer({ min: 0, max: 100 });

/** Reports a field that is required because of the value of another one. */
export function requireFor(
  context: z.RefinementCtx,
  path: (string | number)[],
  present: unknown,
  other: string,
  value: string,
): void {
  if (present === undefined)
    context.addIssue({ code: 'custom', path, params: { code: 'field_required_for', other, value } });
}

export const lineFields = {
  id: id().describe('Product variation ID.'),
  qty: integer({ min: 1, max: 1_000_000 }).describe('Quantity.'),
  warehouse_id: optional(integer({ min: 0 })).describe(
    'Warehouse ID. Default: the main warehouse if it has enough stock, else the active warehouse that has ' +
      'the most and enough of it.',
  ),
  product_status: oneOf(['S', 'R', 'PO']).describe('Product type.'),
  type: optional(oneOf(['NOMINAL', 'PERCENTAGE'])).describe('Type of the discount on this line.'),
  percentage: optional(percentage()),
  nominal: optional(rupiah()),
  discount_promo: optional(rupiah()).describe(
    'Discount per unit of the promo in `promo_id`. Optional: the server calculates it, and refuses a ' +
      'different value.',
  ),
  promo_id: optional(id()).describe('Promo for this line. It replaces all other discounts.'),
};

export function checkLineDiscount(
  line: { type?: string | undefined; nominal?: number | undefined; percentage?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (line.type === 'NOMINAL') requireFor(context, ['nominal'], line.nominal, 'type', 'NOMINAL');
  if (line.type === 'PERCENTAGE') requireFor(context, ['percentage'], line.percentage, 'type', 'PERCENTAGE');
}

export const OrderCostInput = z
  .object({
    name: text({ max: 100 }),
    category: oneOf(['DISCOUNT', 'OTHER COST', 'INSURANCE']),
    type: oneOf(['NOMINAL', 'PERCENTAGE']),
    percentage: optional(percentage()),
    nominal: optional(rupiah()),
  })
  .superRefine((cost, context) => {
    if (cost.type === 'NOMINAL') requireFor(context, ['nominal'], cost.nominal, 'type', 'NOMINAL');
    if (cost.type === 'PERCENTAGE')
      requireFor(context, ['percentage'], cost.percentage, 'type', 'PERCENTAGE');
  });

export const expeditionFields = {
  id: id().describe('Courier service ID from List courier services, or the ID of a custom courier.'),
  rate: optional(rupiah()).describe(
    'Shipping cost. Required, unless `id` is a custom courier, whose fee applies then.',
  ),
  name: optional(text({ max: 100 })).describe('Courier name, for courier service 99 (manual input).'),
  auto_pickup: withDefault(boolean(), false),
  is_cod: optional(boolean()).describe('The same as `is_cod` of the order.'),
  discount_promo: optional(rupiah()).describe(
    'Shipping discount of the promo. Optional: the server calculates it, and refuses a different value.',
  ),
  promo: z
    .preprocess(onlyElement, optional(z.object({ id: id() })))
    .describe('Promo of type EXPEDITION for the shipping cost.'),
};

/** Only custom couriers have a fee of their own. */
export function checkRate(
  { id: courier_id, rate }: { id: number; rate?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (!isCustomCourierId(courier_id))
    requireFor(context, ['rate'], rate, 'expedition.id', String(courier_id));
}

export const ExpeditionInput = z.object(expeditionFields).superRefine(checkRate);

export const isCodInput = () =>
  optional(boolean()).describe(
    'Cash on delivery: the courier collects what remains to be paid. Only for couriers that do so.',
  );

export const OrderPaymentInput = z
  .object({
    status: oneOf(['PAID', 'INSTALLMENT', 'UNPAID']),
    date: optional(date()),
    bank_id: optional(id()),
    amount: optional(rupiah()),
    cost_of_goods_sales: optional(rupiah()),
  })
  .superRefine((payment, context) => {
    if (payment.status === 'UNPAID') return;
    requireFor(context, ['date'], payment.date, 'payment.status', payment.status);
    requireFor(context, ['bank_id'], payment.bank_id, 'payment.status', payment.status);
    if (payment.status === 'INSTALLMENT')
      requireFor(context, ['amount'], payment.amount || undefined, 'payment.status', payment.status);
  });

export const OrderReference = named('OrderReference', { order_id: z.int(), po_number: z.int() });
export const OrderIdInput = z.object({ id: id().describe('Order ID.') });
