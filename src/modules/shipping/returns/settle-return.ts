import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { sum } from '../../../kernel/money.ts';
import { chargeRules, returnFeeOf } from '../../couriers/index.ts';
import { actionFault, addReturnCost, cancelLockedOrder, type LockedOrder } from '../../orders/index.ts';
import { returnErrors } from './errors.ts';
import { getReturn } from './get-return.ts';
import { loadLoss, type Loss } from './load-loss.ts';
import { lockReturn, writeReturn, type ParcelReturn } from './lock-return.ts';
import type { ReturnDetail, SettleReturnInput } from './schemas.ts';

type Input = z.output<typeof SettleReturnInput>;

/**
 * Settles a return: the order is cancelled or stays, and what the return has cost is added to it: shipping both ways, and
 * the products that were damaged or missing. What a COD courier charges of it is entered by its COD parcel, and is not
 * entered again here.
 * @throws Refusal 403 if amounts are given by a role that cannot see costs; 404 if the shop has no such return; 422 if it
 *   was not received, or was settled or cancelled, or its order cannot be cancelled
 */
export async function settleReturn(context: Context, input: Input): Promise<z.input<typeof ReturnDetail>> {
  refuseHiddenFields(context, 'cost.read', [
    { field: 'return_fee', value: input.return_fee },
    { field: 'outbound_shipping', value: input.outbound_shipping },
  ]);
  return context.transaction(async (inner) => {
    const { order, found } = await lockReturn(inner, input.id, { to: 'SETTLED', action: 'SETTLE_RETURN' });
    if (found.state !== 'RECEIVED' && order.order_status === 'ACCEPTED')
      throw returnErrors.refuseField('return_not_received', 'id');
    const loss = await loadLoss(inner, order, found);
    const outcome = input.outcome ?? usualOutcome(order, loss);
    const fault = outcomeFault(order, outcome);
    if (fault !== undefined) throw new Refusal([{ ...fault, field: 'outcome' }]);
    const cost = await costOf(inner, order, found, { ...input, outcome, loss });
    const cost_idr = sum(Object.values(cost));
    if (outcome === 'CANCEL' && order.order_status === 'ACCEPTED')
      await cancelLockedOrder(inner, order, {
        paid_as: input.paid_as,
        return_cost_idr: order.return_cost_idr + cost_idr,
      });
    else await addReturnCost(inner, order, cost_idr);
    await writeReturn(inner, found, {
      state: 'SETTLED',
      settled_at: inner.clock.now(),
      settled_by: inner.actor.user_id,
      outcome,
      ...cost,
    });
    return getReturn(inner, { id: found.id });
  });
}

/** An order of which everything came back is cancelled. */
function usualOutcome(order: LockedOrder, { is_whole }: Loss): 'CANCEL' | 'KEEP' {
  if (order.order_status !== 'ACCEPTED') return 'CANCEL';
  return is_whole && actionFault('CANCEL', order) === undefined ? 'CANCEL' : 'KEEP';
}

/** An order that is not active any more stays so. */
function outcomeFault(order: LockedOrder, outcome: 'CANCEL' | 'KEEP') {
  if (outcome === 'KEEP') return actionFault('RETURN', order);
  return order.order_status === 'ACCEPTED' ? actionFault('CANCEL', order) : undefined;
}

/**
 * What the return has cost, where the input does not say otherwise: the outbound shipping of the parcel, unless the order
 * stays and is paid, which pays it (a COD parcel that was delivered is, to its courier); the courier's return fee; and the
 * lost products.
 */
async function costOf(
  context: Context,
  order: LockedOrder,
  { shipment, is_sent_back }: ParcelReturn,
  {
    outcome,
    loss,
    ...given
  }: Pick<Input, 'outbound_shipping' | 'return_fee'> & {
    outcome: 'CANCEL' | 'KEEP';
    loss: Loss;
  },
): Promise<Pick<ParcelReturn, 'outbound_shipping_idr' | 'return_fee_idr' | 'lost_goods_idr'>> {
  const rules = await chargeRules(context);
  const shipping_idr = shareOf(order.shipping_idr, shipment, order.shipment_count);
  const is_collected = order.is_cod && is_sent_back;
  const is_paid = outcome === 'KEEP' && (is_collected || order.paid_idr >= order.total_idr);
  return {
    outbound_shipping_idr: given.outbound_shipping ?? (is_paid ? 0 : shipping_idr),
    return_fee_idr: given.return_fee ?? returnFeeOf(rules.ofCourier(order.courier_id), shipping_idr),
    lost_goods_idr: loss.lost_goods_idr,
  };
}

/** Of the shipping of an order, the part of one of its parcels: equal ones, of which the first has what remains. */
function shareOf(shipping_idr: number, number: number, count: number): number {
  const share_idr = Math.floor(shipping_idr / count);
  return number === 1 ? shipping_idr - share_idr * (count - 1) : share_idr;
}
