import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { restrictedUser, visibleWarehouse } from '../stock/index.ts';
import { orderErrors } from './errors.ts';
import type { LockedOrder } from './lock-order.ts';
import { loadShipments, type Shipment } from './shipments.ts';

/**
 * Of these shipments, those that the user handles: who works in warehouses sees an order whole, and handles what leaves
 * the own ones.
 */
export async function handledShipments<Parcel extends Pick<Shipment, 'warehouse_id'>>(
  context: Context,
  shipments: readonly Parcel[],
): Promise<Parcel[]> {
  const warehouse_ids = shipments.flatMap(({ warehouse_id }) => warehouse_id ?? []);
  if (restrictedUser(context) === null || warehouse_ids.length === 0) return [...shipments];
  const rows = await context.db
    .selectFrom('warehouses')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', [...new Set(warehouse_ids)])
    .where(visibleWarehouse(context, 'warehouses.id'))
    .execute();
  const own = new Set(rows.map(({ id }) => id));
  return shipments.filter(({ warehouse_id }) => warehouse_id === null || own.has(warehouse_id));
}

/**
 * Shipments of a locked order, to do something with them: the one named, or all that the user handles.
 * @param field of the input that names one
 * @throws Refusal 404 if there is no such shipment; 422 if other warehouses than the user's handle them
 */
export async function chosenShipments(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  number: number | undefined,
  field: string,
): Promise<Shipment[]> {
  const all = await loadShipments(context, order);
  const named = all.filter((stored) => number === undefined || stored.number === number);
  if (named.length === 0) throw kernelErrors.refuse('not_found');
  const handled = await handledShipments(context, named);
  if (handled.length === 0)
    throw orderErrors.refuseField('shipment_of_other_warehouse', field, { shipment: named[0]?.number ?? 1 });
  return handled;
}

/** The same of one. */
export async function handledShipment(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  number: number,
  field: string,
): Promise<Shipment> {
  const [shipment] = await chosenShipments(context, order, number, field);
  if (shipment === undefined) throw kernelErrors.refuse('not_found');
  return shipment;
}
