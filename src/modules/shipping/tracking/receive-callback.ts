import { createHash } from 'node:crypto';
import { z } from 'zod';
import { VENDOR_NAMES, type VendorName } from '../../../integrations/courier/port.ts';
import type { Context, PublicContext } from '../../../kernel/context.ts';
import type { SignedRequest, VerifiedCallback } from '../../../kernel/http/callback-route.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import { wakeBookings } from '../bookings.ts';
import { COURIER_KEYS } from '../vendor-accounts.ts';
import { pollParcel, type ParcelKey } from './poll-parcel.ts';

const CallbackInput = z.object({ vendor: z.enum(VENDOR_NAMES), vendor_booking_id: z.string() });
type Input = z.output<typeof CallbackInput>;

/**
 * Reads from the vendor what a callback is about. Nothing is believed of the callback itself: vendors sign nothing, so
 * that whoever knows the address could say anything.
 */
export const courierCallbackJob = defineJob({
  name: 'courier-callback',
  input: CallbackInput,
  async run(context, input) {
    const parcel = await findBooked(context, input);
    if (parcel === undefined) return { known: false };
    if (parcel.awb_number === null) await readBookingSoon(context, parcel.booking_id);
    await pollParcel(context, parcel.key);
    return { known: true };
  },
});

/**
 * The address that a vendor calls has a secret, which is stored as a hash. Its news is worked in the name of who connected the
 * vendor, or of an owner where this person does not work in the shop any more.
 * @returns undefined for what is no connection's address, or nothing that its vendor says
 */
export async function verifyCallback(
  context: PublicContext,
  { params, body }: SignedRequest,
): Promise<VerifiedCallback<Input> | undefined> {
  const token = params['connection'] ?? '';
  const shop_id = shopOfToken(token);
  if (shop_id === undefined) return undefined;
  const connection = await context.db
    .selectFrom('courier_connections as c')
    .innerJoin('users', (join) => join.on('users.shop_id', '=', shop_id).on('users.status', '=', 'ACTIVE'))
    .select(['c.vendor', 'c.api_key', 'users.id as user_id'])
    .where('c.shop_id', '=', shop_id)
    .where('c.callback_hash', '=', hashToken(token))
    .where((is) => is.or([is('users.id', '=', is.ref('c.user_id')), is('users.role', '=', 'owner')]))
    .orderBy((is) => is('users.id', '<>', is.ref('c.user_id')))
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
  if (connection === undefined) return undefined;
  const { vendor, api_key, user_id } = connection;
  const key = context.secrets.open(COURIER_KEYS, { shop_id, vendor }, api_key);
  const vendor_booking_id = context.ports.openCourierVendor(vendor, key).bookingOfCallback(body);
  if (vendor_booking_id === undefined) return undefined;
  return {
    shop_id,
    user_id,
    connection_id: VENDOR_NAMES.indexOf(vendor) + 1,
    // Vendors number nothing: what they repeat is the same text.
    event_id: createHash('sha256').update(body).digest('base64url'),
    input: { vendor, vendor_booking_id },
  };
}

async function findBooked(
  { db, shop }: Context,
  { vendor, vendor_booking_id }: { vendor: VendorName; vendor_booking_id: string },
): Promise<{ booking_id: number; awb_number: string | null; key: ParcelKey } | undefined> {
  const booking = await db
    .selectFrom('courier_bookings')
    .select(['id', 'order_id', 'shipment', 'awb_number'])
    .where('shop_id', '=', shop.id)
    .where('vendor', '=', vendor)
    .where('vendor_booking_id', '=', vendor_booking_id)
    .where('state', '=', 'BOOKED')
    .executeTakeFirst();
  if (booking === undefined) return undefined;
  const { id: booking_id, awb_number, order_id, shipment: number } = booking;
  return { booking_id, awb_number, key: { order_id, number } };
}

/** Some couriers give the AWB number after the booking. */
async function readBookingSoon(context: Context, id: number): Promise<void> {
  await context.db
    .updateTable('courier_bookings')
    .set({ next_try_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', '=', 'BOOKED')
    .execute();
  await wakeBookings(context);
}
