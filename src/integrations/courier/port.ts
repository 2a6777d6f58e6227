import { createHash } from 'node:crypto';
import type { Secret } from '../../kernel/sealed/index.ts';

/** Companies that ask many couriers at once, with the shop's own account at them. */
export const VENDOR_NAMES = ['biteship', 'rajaongkir', 'shipper'] as const;
export type VendorName = (typeof VENDOR_NAMES)[number];

/** As they are written for people. */
export const VENDOR_TITLES: Readonly<Record<VendorName, string>> = {
  biteship: 'Biteship',
  rajaongkir: 'RajaOngkir',
  shipper: 'Shipper',
};

/** What a vendor offers to this key. What it lacks is said, never faked: the call is refused with `not_offered`. */
export interface VendorOffer {
  rates: boolean;
  booking: boolean;
  /** Parcels that are brought to the courier can be booked too. */
  drop_off: boolean;
  cancellation: boolean;
  /** Routing codes for the label. */
  label_codes: boolean;
  tracking: boolean;
  webhooks: boolean;
  cod: boolean;
}

/** A place as the vendor may look for it. Names are as the official list has them, postal code and point where known. */
export interface Place {
  /** Official code of the district, six digits. */
  district_code: number;
  district: string;
  city: string;
  province: string;
  postal_code?: string | undefined;
  latitude?: number | undefined;
  longitude?: number | undefined;
}

export interface ParcelSize {
  length_cm: number;
  width_cm: number;
  height_cm: number;
}

export interface RateRequest {
  origin: Place;
  destination: Place;
  /** As weighed: the vendor applies each courier's rule. */
  weight_grams: number;
  /** Missing where nobody measured. */
  size?: ParcelSize | undefined;
  /** Of the goods, for insurance. */
  value_idr: number;
  is_cod: boolean;
  /** Our courier codes (`jne`, `sicepat` …); those that the vendor does not know are left out. */
  courier_codes: readonly string[];
}

/** A price of one service of ours. Services of the vendor that we do not know are left out. */
export interface VendorRate {
  /** Our courier code. */
  courier_code: string;
  /** Our code of the service, as in the list of couriers: `REG`. */
  service_code: string;
  /** As the vendor calls it. */
  service_name: string;
  /** What the parcel costs, without insurance and COD fee. */
  shipping_idr: number;
  insurance_idr: number;
  is_insurance_required: boolean;
  cod_fee_idr: number;
  min_days: number | null;
  max_days: number | null;
  is_cod_available: boolean;
  is_pickup_available: boolean;
}

/** Somebody at an end of the way. */
export interface Contact {
  name: string;
  /** As `62812…` */
  phone: string;
  address: string;
  place: Place;
}

export interface BookingRequest {
  /**
   * Ours, the same whenever this parcel is booked again: letters, digits and dashes, at most 40. A vendor never has two
   * bookings that stand under one key.
   */
  key: string;
  courier_code: string;
  service_code: string;
  /** Whether the courier comes, or the parcel is brought to it. */
  collection: 'PICKUP' | 'DROP_OFF';
  /** When the courier may come; missing: as soon as it can. */
  pickup_at?: Date | undefined;
  sender: Contact;
  receiver: Contact;
  weight_grams: number;
  /** Of the parcel; missing where nobody measured. */
  size?: ParcelSize | undefined;
  /** Prices, weights and sizes are of one piece. */
  items: readonly {
    name: string;
    quantity: number;
    price_idr: number;
    weight_grams: number;
    size?: ParcelSize | undefined;
  }[];
  is_insured: boolean;
  /** What the courier collects from the receiver; 0: nothing. */
  cod_idr: number;
  note: string;
}

/** What the vendor has in its book. */
export interface VendorBooking {
  key: string;
  vendor_booking_id: string;
  /** How the vendor's tracking names the parcel, where it is not by the booking. */
  vendor_tracking_id: string | null;
  /** Some couriers give it later: it comes by callback, or by reading the booking again. */
  awb_number: string | null;
  /** For the label, where the vendor gives one. */
  routing_code: string | null;
  is_canceled: boolean;
}

/** Steps of a parcel that a courier can report. */
export type NewsStatus =
  | 'PICKUP_REQUEST'
  | 'DROPOFF'
  | 'UNPICK'
  | 'ON_PROCESS'
  | 'DELIVERED'
  | 'RETURNED'
  | 'LOST'
  | 'INVALID'
  | 'SHIPMENT_PROBLEM';

/** One thing that a courier says of a parcel. */
export interface TrackingNews {
  /** The same whenever the same is said again, also where the vendor has no ids. */
  event_id: string;
  happened_at: Date;
  /** As the vendor says it. */
  code: string;
  /** null: we do not know the code. It is kept and shown, and changes nothing. */
  status: NewsStatus | null;
  /** The courier brings it back to the sender. */
  is_returning: boolean;
  description: string;
  location: string;
}

export interface TrackingRequest {
  awb_number: string;
  courier_code: string;
  /** Where the parcel was booked with this vendor. */
  vendor_booking_id?: string | undefined;
  vendor_tracking_id?: string | undefined;
  /** Some couriers show nothing without the last digits of it. */
  receiver_phone?: string | undefined;
}

/**
 * One account at a vendor. Nothing of it stands in a transaction. All calls end in time, and fail with `CourierError`
 * only.
 */
export interface CourierVendor {
  readonly name: VendorName;
  readonly can: VendorOffer;
  /** How long a price may be kept. */
  readonly rates_ttl_ms: number;
  /** Whether the vendor takes the key; changes nothing there. @throws CourierError, `key_refused` where it does not */
  testKey(): Promise<void>;
  /** @param signal ends it early, with the reason of the signal */
  rates(request: RateRequest, signal?: AbortSignal): Promise<VendorRate[]>;
  /** Whether it can book parcels of this service of ours; asks nobody. */
  books(courier_code: string, service_code: string): boolean;
  /**
   * Books, or returns what was booked under the key before, also where it is canceled by now. After an error that is
   * transient it is not known whether the vendor has booked: call it again with the same request, also to find it.
   */
  book(request: BookingRequest): Promise<VendorBooking>;
  /** @returns undefined where the vendor does not know it */
  readBooking(vendor_booking_id: string): Promise<VendorBooking | undefined>;
  /** What is canceled already stays so. @throws CourierError, `too_late` where the courier has the parcel */
  cancel(vendor_booking_id: string, reason: string): Promise<void>;
  /** @returns all that is known of a parcel, oldest first; [] where the courier knows nothing of it yet */
  track(request: TrackingRequest): Promise<TrackingNews[]>;
  /**
   * Which booking a callback is about. No vendor signs its callbacks (help.biteship.com, webhook guide; Shipper's
   * docs/payload), so that nothing else of it is believed: the booking is to be read.
   * @returns undefined where it is not of this vendor, or says nothing that concerns us
   */
  bookingOfCallback(body: Buffer): string | undefined;
}

/** Opens an account at a vendor; asks nobody. */
export type OpenCourierVendor = (name: VendorName, key: Secret) => CourierVendor;

declare module '../../kernel/context.ts' {
  interface Ports {
    openCourierVendor: OpenCourierVendor;
  }
}

/** Why a vendor did not do something, in our words. */
export type CourierProblem =
  /** The key is wrong, or not for this. */
  | 'key_refused'
  /** Its account has no money left. */
  | 'balance_too_low'
  /** It has no such area, or more than one that may be meant. */
  | 'origin_unknown'
  | 'destination_unknown'
  /** It does not carry this parcel there by this service. */
  | 'no_rate'
  | 'service_unknown'
  /** The courier does not collect cash there, or not for this account. */
  | 'cod_refused'
  /** Something of the request is refused, and will be again. */
  | 'request_refused'
  /** Refused for a reason that we do not know: perhaps because it was done before. */
  | 'refusal_unknown'
  | 'booking_unknown'
  /** The courier has the parcel: it can't be canceled any more. */
  | 'too_late'
  /** The vendor, or this account at it, has nothing like it. */
  | 'not_offered'
  /** Too many requests of this account. */
  | 'busy'
  /** No answer in time, or one of its failures. */
  | 'unavailable'
  /** An answer that makes no sense. */
  | 'unreadable';

const TRANSIENT: ReadonlySet<CourierProblem> = new Set(['busy', 'unavailable', 'unreadable']);

/** A vendor did not do it. Its own words are for the log, and never for a client. */
export class CourierError extends Error {
  readonly vendor: VendorName;
  readonly problem: CourierProblem;
  /** What the vendor said, for the log. */
  readonly detail: string;
  /** When it is worth trying again, where somebody knows. */
  readonly retry_after_ms: number | undefined;

  constructor(vendor: VendorName, problem: CourierProblem, detail: string, retry_after_ms?: number) {
    super(`${vendor}: ${problem}`);
    this.vendor = vendor;
    this.problem = problem;
    this.detail = detail.slice(0, 500);
    this.retry_after_ms = retry_after_ms;
  }

  /** Whether it may be better in a while, and whether the vendor did the work is not known. */
  get is_transient(): boolean {
    return TRANSIENT.has(this.problem);
  }
}

/** The vendor has failed so often just now that it is left alone for a while, or the process ends: it was not asked this time, or not waited for. */
export class VendorPaused extends CourierError {
  readonly pause_ms: number;

  constructor(vendor: VendorName, detail: string, pause_ms: number) {
    super(vendor, 'unavailable', detail, pause_ms);
    this.pause_ms = pause_ms;
  }
}

/** Names what was said of a parcel, so that the same is known again. */
export function eventId(vendor: VendorName, parcel: string, ...said: (string | number)[]): string {
  return createHash('sha256')
    .update(JSON.stringify([vendor, parcel, ...said]))
    .digest('base64url')
    .slice(0, 22);
}
