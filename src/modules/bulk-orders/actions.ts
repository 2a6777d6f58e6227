import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { withSavepoint } from '../../kernel/database/savepoint.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { kernelErrors, Refusal, type RefusalPart } from '../../kernel/errors.ts';
import type { Permission } from '../../kernel/permissions.ts';
import { confirmOrders } from '../checkout/index.ts';
import { cancelOrder, reactivateOrder, setShippingStatus, updatePayment } from '../orders/index.ts';
import { requestPickup } from '../shipping/index.ts';
import { bulkOrderErrors } from './errors.ts';
import type { BULK_ACTIONS, BulkOrdersInput } from './schemas.ts';

export type BulkActionName = (typeof BULK_ACTIONS)[number];

/** What an action takes besides the order, as it is stored with the run. */
export type BulkTerms = Partial<
  Pick<z.output<typeof BulkOrdersInput>, 'bank_id' | 'date' | 'paid_as' | 'status' | 'service' | 'decision'>
>;

/** An operation on one order, as it is done on many. The rules are those of the operation alone. */
interface BulkAction {
  permission: Permission;
  /** The fields of the input that it takes. */
  terms: readonly (keyof BulkTerms)[];
  /**
   * Does it with one order, in the open transaction.
   * @returns money that it has entered
   * @throws Refusal as the operation; `bulk_order_as_wanted` where there is nothing to do
   */
  perform(context: Context, order_id: number, terms: BulkTerms): Promise<number>;
  /** Whether the operation refuses an order because it is already so. */
  isAsWanted?(part: RefusalPart): boolean;
}

export const BULK_ACTION_TABLE: Readonly<Record<BulkActionName, BulkAction>> = {
  PAY: {
    permission: 'payments.write',
    terms: ['bank_id', 'date'],
    async perform(context, id, { bank_id = 0, date = '' }) {
      const { total_idr, paid_idr } = await lockFacts(context, id);
      await updatePayment(context, { id, payment: { status: 'PAID', date, bank_id } });
      return total_idr - paid_idr;
    },
    isAsWanted: ({ code }) => code === 'order_paid',
  },
  CANCEL: {
    permission: 'orders.write',
    terms: ['paid_as'],
    async perform(context, id, { paid_as = 'BALANCE' }) {
      const { paid_idr } = await lockFacts(context, id);
      await cancelOrder(context, { id, paid_as });
      return paid_idr;
    },
    isAsWanted: ({ values }) => values?.['status'] === 'CANCELED',
  },
  REACTIVATE: {
    permission: 'orders.write',
    terms: [],
    async perform(context, id) {
      await reactivateOrder(context, { id });
      return 0;
    },
    isAsWanted: ({ code, values }) => code === 'order_status_other' && values?.['status'] === 'ACCEPTED',
  },
  SHIPPING_STATUS: {
    permission: 'orders.ship',
    terms: ['status'],
    async perform(context, id, { status = 'READY TO SHIP' }) {
      const order = await lockFacts(context, id);
      const current = (order.shipping_status ?? 'READY_TO_SHIP').replaceAll('_', ' ');
      // The operation takes the same status again, and writes it. Of several parcels each has its own.
      if (order.order_status === 'ACCEPTED' && order.shipment_count === 1 && current === status)
        throw bulkOrderErrors.refuse('bulk_order_as_wanted', { status });
      await setShippingStatus(context, { id, status });
      return 0;
    },
  },
  REQUEST_PICKUP: {
    permission: 'orders.ship',
    terms: ['service'],
    async perform(context, id, { service = 'PICKUP' }) {
      const { shipment_count } = await lockFacts(context, id);
      await requestParcels(context, id, { service, shipment_count });
      return 0;
    },
    isAsWanted: ({ code }) => code === 'parcel_already_requested',
  },
  CONFIRM: {
    permission: 'checkouts.confirm',
    terms: ['decision'],
    perform: (context, id, { decision = 'ACCEPT' }) => confirmOne(context, id, decision),
  },
};

/** Of the input, what an action takes. */
export function termsOf(input: z.output<typeof BulkOrdersInput>): BulkTerms {
  return Object.fromEntries(BULK_ACTION_TABLE[input.action].terms.map((name) => [name, input[name]]));
}

const lockOrder = statement<
  Pick<
    Selectable<DB['orders']>,
    'total_idr' | 'paid_idr' | 'order_status' | 'shipping_status' | 'shipment_count'
  >
>(
  'lock_bulk_order',
  `select total_idr, paid_idr, order_status, shipping_status, shipment_count
   from orders where shop_id = $1 and id = $2 for update`,
);

/** Locks the order as the operation does first: what it is before is so until the transaction ends. */
async function lockFacts({ db, shop }: Context, order_id: number) {
  const [order] = await lockOrder.run(db, [shop.id, order_id]);
  if (order === undefined) throw kernelErrors.refuse('not_found');
  return order;
}

/** All parcels of an order that are not requested yet, or none where one cannot be. */
async function requestParcels(
  context: Context,
  id: number,
  { service, shipment_count }: { service: 'PICKUP' | 'DROP_OFF'; shipment_count: number },
): Promise<void> {
  const passed: Refusal[] = [];
  for (let shipment = 1; shipment <= shipment_count; shipment += 1) {
    const request = { pickup_request: [{ id, service, shipment }] };
    try {
      await withSavepoint(context, (inner) => requestPickup(inner, request));
    } catch (error) {
      const is_requested = error instanceof Refusal && error.parts[0]?.code === 'parcel_already_requested';
      if (!is_requested) throw error;
      passed.push(error);
    }
  }
  if (passed.length === shipment_count && passed[0] !== undefined) throw passed[0];
}

/** @returns what counts as paid by it */
async function confirmOne(context: Context, id: number, decision: 'ACCEPT' | 'REJECT'): Promise<number> {
  const { db, shop } = context;
  const of_payment = await db
    .selectFrom('buyer_payment_orders')
    .select(['payment_id', 'decision'])
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', id)
    .executeTakeFirst();
  if (of_payment === undefined) throw bulkOrderErrors.refuse('bulk_order_not_of_store');
  if (of_payment.decision === decision)
    throw bulkOrderErrors.refuse('bulk_order_as_wanted', {
      status: decision === 'ACCEPT' ? 'ACCEPTED' : 'REJECTED',
    });
  await confirmOrders(context, { id: of_payment.payment_id, orders: [{ id, action: decision }] });
  const order = await db
    .selectFrom('orders')
    .select('paid_idr')
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return order.paid_idr;
}
