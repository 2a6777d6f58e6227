import { sql } from 'kysely';
import type { VendorBooking } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { isAwbNumber, plainAwb } from '../awb-number.ts';
import type { BookingProblem } from '../vendor-errors.ts';

/** What a vendor says that it has booked, as far as it is taken, and why its AWB number is not. */
export interface CheckedBooking {
  booked: VendorBooking;
  problem: BookingProblem | null;
}

/** As labels show them. */
const ROUTING_CODE = /^[ -~]{1,50}$/;

/** Takes of what a vendor says only what can be an AWB number and a routing code. */
export function checkBooked(booked: VendorBooking): CheckedBooking {
  const { awb_number, routing_code } = booked;
  const is_unusable = awb_number !== null && !isAwbNumber(awb_number);
  return {
    booked: {
      ...booked,
      awb_number: is_unusable ? null : awb_number,
      routing_code: ROUTING_CODE.test(routing_code ?? '') ? routing_code : null,
    },
    problem: is_unusable ? 'awb_unusable' : null,
  };
}

/**
 * The same without an AWB number that another parcel of the shop has. Until the transaction ends, no other booking takes
 * the number.
 */
export async function withoutTakenAwb(
  context: Context,
  { order_id, shipment }: { order_id: number; shipment: number },
  checked: CheckedBooking,
): Promise<CheckedBooking> {
  const { awb_number } = checked.booked;
  if (awb_number === null) return checked;
  const { db, shop } = context;
  const plain = plainAwb(awb_number);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`awb ${plain}`}, ${shop.id}))`.execute(db);
  const other = await db
    .selectFrom('shipments')
    .select(['order_id', 'number'])
    .where('shop_id', '=', shop.id)
    .where(sql<string>`upper(awb_number)`, '=', plain)
    .where((is) => is.or([is('order_id', '<>', order_id), is('number', '<>', shipment)]))
    .executeTakeFirst();
  if (other === undefined) return checked;
  context.log.warn(
    { shop_id: shop.id, order_id, shipment, awb_number, other },
    'a vendor gave an AWB number twice',
  );
  return { booked: { ...checked.booked, awb_number: null }, problem: 'awb_taken' };
}
