import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { handledShipment, lockOrderFor, type LockedOrder, type Shipment } from '../../orders/index.ts';
import { packingErrors } from './errors.ts';
import { findParcel } from './find-parcel.ts';
import { loadPacking, type Packing, type PackingLine } from './load-packing.ts';
import { isComplete, presentPacking } from './present-packing.ts';
import type { ParcelToPack, ResetPackingInput, ScanParcelInput } from './schemas.ts';

type Shown = z.input<typeof ParcelToPack>;

/** Products that a refusal names as expected. */
const EXPECTED_NAMED = 5;

/**
 * Says what is to be packed into the parcel with a code; with a SKU, packs units of it. The lock of the order is that of
 * its packing: two people who pack the same parcel pack no unit twice.
 * @throws Refusal 422 if no parcel has the code, the order is not active or not paid, the way of the parcel has ended, or
 *   the unit does not belong into the parcel or is packed already
 */
export async function scanParcel(context: Context, input: z.output<typeof ScanParcelInput>): Promise<Shown> {
  return withParcel(context, input, async (inner, order, { shipment, packing }) => {
    if (input.sku === undefined) return packing;
    refuseEnded(order, shipment);
    const { number } = shipment;
    const packed = packUnits(packing.lines, input.sku, input.qty);
    await storePacked(inner, order, packed);
    const lines = packing.lines.map((line) => packed.find((after) => isSame(after, line)) ?? line);
    if (isComplete(lines)) await emit(inner, 'order.packed', order.id, { shipment: number });
    return { ...packing, lines };
  });
}

/** Takes everything out of a parcel, so that packing begins again. Nothing packed: nothing happens. */
export async function resetPacking(
  context: Context,
  input: z.output<typeof ResetPackingInput>,
): Promise<Shown> {
  return withParcel(context, input, async (inner, order, { shipment, packing }) => {
    const packed = packing.lines.filter((line) => line.packed > 0);
    if (packed.length === 0) return packing;
    refuseEnded(order, shipment);
    const { number } = shipment;
    await sql`delete from packed_units
      using unnest(${packed.map((line) => line.warehouse_id)}::bigint[], ${packed.map((line) => line.variation_id)}::bigint[])
        as packed (warehouse_id, variation_id)
      where packed_units.shop_id = ${inner.shop.id} and packed_units.order_id = ${order.id}
        and packed_units.warehouse_id = packed.warehouse_id
        and packed_units.variation_id = packed.variation_id`.execute(inner.db);
    await emit(inner, 'order.unpacked', order.id, { shipment: number });
    const lines = packing.lines.filter(({ qty }) => qty > 0).map((line) => ({ ...line, packed: 0 }));
    return { ...packing, lines };
  });
}

/** @param change what is done with the parcel. @returns what it is afterwards */
async function withParcel(
  context: Context,
  { code, shipment }: z.output<typeof ResetPackingInput>,
  change: (
    inner: Context,
    order: LockedOrder,
    parcel: { shipment: Shipment; packing: Packing },
  ) => Promise<Packing>,
): Promise<Shown> {
  return context.transaction(async (inner) => {
    const { order_id, number } = await findParcel(inner, code, shipment);
    const order = await lockOrderFor(inner, order_id, 'SHIP', 'code');
    if (order.payment_status !== 'PAID' && !order.is_cod)
      throw packingErrors.refuseField('order_unpaid_to_pack', 'code', { po_number: order.po_number });
    const handled = await handledShipment(inner, order, number, 'code');
    const packing = await loadPacking(inner, { order_id, number });
    if (packing === undefined) throw kernelErrors.refuse('not_found');
    return presentPacking(order, number, await change(inner, order, { shipment: handled, packing }));
  });
}

/** @throws Refusal 422 if the parcel is packed no more */
function refuseEnded({ po_number }: LockedOrder, { number, ended_at, shipping_status }: Shipment): void {
  if (ended_at !== null)
    throw packingErrors.refuseField('parcel_ended', 'code', {
      po_number,
      shipment: number,
      status: shipping_status ?? '',
    });
}

const isSame = (one: PackingLine, other: PackingLine) =>
  one.variation_id === other.variation_id && one.warehouse_id === other.warehouse_id;

/**
 * The lines that units of a SKU are packed into, as they are then: of one warehouse after the other.
 * @throws Refusal 422 if the parcel has fewer to be packed
 */
function packUnits(lines: readonly PackingLine[], sku: string, qty: number): PackingLine[] {
  const code = sku.toLowerCase();
  const matching = lines.filter(
    (line) => line.qty > 0 && [line.sku, line.current_sku].some((known) => known.toLowerCase() === code),
  );
  const expected = expectedText(lines);
  if (matching.length === 0) throw packingErrors.refuseField('unit_not_in_parcel', 'sku', { sku, expected });
  const after: PackingLine[] = [];
  let rest = qty;
  for (const line of matching) {
    const added = Math.min(rest, Math.max(0, line.qty - line.packed));
    if (added > 0) after.push({ ...line, packed: line.packed + added });
    rest -= added;
  }
  if (rest > 0)
    throw packingErrors.refuseField('units_packed_already', 'sku', { sku, left: qty - rest, expected });
  return after;
}

/** As `2 x SEP-40 (rak A-03), 1 x KK-PUT`, or `-` where nothing is left. */
function expectedText(lines: readonly PackingLine[]): string {
  const left = lines.filter(({ qty, packed }) => packed < qty);
  const named = left
    .slice(0, EXPECTED_NAMED)
    .map(({ sku, shelf, qty, packed }) => `${qty - packed} x ${sku}${shelf === null ? '' : ` (${shelf})`}`);
  if (left.length > EXPECTED_NAMED) named.push(`+ ${left.length - EXPECTED_NAMED}`);
  return named.join(', ') || '-';
}

async function storePacked(
  context: Context,
  order: LockedOrder,
  lines: readonly PackingLine[],
): Promise<void> {
  await sql`
    insert into packed_units (shop_id, order_id, warehouse_id, variation_id, quantity, packed_by, packed_at)
    select ${context.shop.id}, ${order.id}::bigint, packed.warehouse_id, packed.variation_id, packed.quantity,
      ${context.actor.user_id}::bigint, ${context.clock.now()}::timestamptz
    from unnest(${lines.map((line) => line.warehouse_id)}::bigint[], ${lines.map((line) => line.variation_id)}::bigint[],
      ${lines.map((line) => line.packed)}::int[]) as packed (warehouse_id, variation_id, quantity)
    on conflict (shop_id, order_id, warehouse_id, variation_id) do update
    set quantity = excluded.quantity, packed_by = excluded.packed_by, packed_at = excluded.packed_at`.execute(
    context.db,
  );
}
