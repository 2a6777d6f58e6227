import { z } from 'zod';
import type { Secret } from '../../kernel/sealed/index.ts';
import { fieldOf, jsonOfCallback, momentOf, saidOf, type VendorWords } from '../json-client.ts';
import { AreaMemory, type Area } from './area-choice.ts';
import {
  ALREADY_OTHERWISE,
  CANCELED,
  PROBLEMS,
  REFERENCE_USED,
  SERVICES,
  STATUSES,
} from './biteship-words.ts';
import { Areas, Callback, Duplicate, Order, Pricing, Tracking } from './biteship-shapes.ts';
import {
  eventId,
  type BookingRequest,
  type Contact,
  type CourierProblem,
  type CourierVendor,
  type ParcelSize,
  type Place,
  type RateRequest,
  type TrackingNews,
  type TrackingRequest,
  type VendorBooking,
  type VendorRate,
} from './port.ts';
import { daysOf, type VendorCall, type VendorClient } from './vendor-client.ts';

/** Biteship names no time; its prices follow the couriers' lists, which change by day, and the shop's own discounts. */
const RATES_TTL_MS = 3_600_000;
/** The shop gets its money so soon after delivery: the longest time, which costs least. */
const COD_TYPE = '7_days';

export class BiteshipAccount implements CourierVendor {
  readonly name = 'biteship';
  readonly can = {
    rates: true,
    booking: true,
    drop_off: true,
    cancellation: true,
    label_codes: true,
    tracking: true,
    webhooks: true,
    cod: true,
  };
  readonly rates_ttl_ms = RATES_TTL_MS;
  readonly #client: VendorClient;
  readonly #areas: AreaMemory<string>;
  readonly #key: Secret;

  /** @param areas of this vendor, which all accounts share */
  constructor(client: VendorClient, areas: AreaMemory<string>, key: Secret) {
    this.#client = client;
    this.#areas = areas;
    this.#key = key;
  }

  async testKey(): Promise<void> {
    const words = await this.#send({ method: 'GET', path: '/v1/couriers', title: 'GET couriers' });
    this.#client.read(z.object({ couriers: z.array(z.unknown()) }), words);
  }

  async rates(request: RateRequest, signal?: AbortSignal): Promise<VendorRate[]> {
    const couriers = SERVICES.couriers(request.courier_codes);
    if (couriers.length === 0) return [];
    const [origin, destination] = await this.#ends(request.origin, request.destination, signal);
    const words = await this.#send({
      method: 'POST',
      path: '/v1/rates/couriers',
      title: 'POST rates',
      json: {
        origin_area_id: origin,
        destination_area_id: destination,
        couriers: couriers.join(','),
        courier_insurance: request.value_idr,
        ...(request.is_cod && {
          destination_cash_on_delivery: request.value_idr,
          destination_cash_on_delivery_type: COD_TYPE,
        }),
        items: [
          {
            name: 'Paket',
            value: request.value_idr,
            quantity: 1,
            weight: request.weight_grams,
            ...sizeOf(request.size),
          },
        ],
      },
      signal,
    });
    const { pricing } = this.#client.read(z.object({ pricing: z.array(Pricing) }), words);
    return pricing.flatMap((one) => rateOf(one) ?? []);
  }

  books(courier_code: string, service_code: string): boolean {
    return SERVICES.theirs(courier_code, service_code) !== undefined;
  }

  async book(request: BookingRequest): Promise<VendorBooking> {
    const words = SERVICES.theirs(request.courier_code, request.service_code);
    if (words === undefined)
      throw this.#client.error('service_unknown', `${request.courier_code} ${request.service_code}`);
    const [origin, destination] = await this.#ends(request.sender.place, request.receiver.place);
    const answer = await this.#call({
      method: 'POST',
      path: '/v1/orders',
      title: 'POST order',
      json: {
        ...contactOf('origin', request.sender, origin),
        ...contactOf('destination', request.receiver, destination),
        shipper_contact_name: request.sender.name,
        shipper_contact_phone: request.sender.phone,
        origin_collection_method: request.collection === 'PICKUP' ? 'pickup' : 'drop_off',
        courier_company: words.vendor_courier,
        courier_type: words.vendor_service,
        ...(request.is_insured && { courier_insurance: valueOf(request) }),
        ...(request.cod_idr > 0 && {
          destination_cash_on_delivery: request.cod_idr,
          destination_cash_on_delivery_type: COD_TYPE,
        }),
        ...deliveryOf(request.pickup_at),
        order_note: request.note,
        reference_id: request.key,
        items: request.items.map((item) => ({
          name: item.name,
          value: item.price_idr,
          quantity: item.quantity,
          weight: Math.max(1, item.weight_grams),
          ...sizeOf(item.size),
        })),
      },
      key: request.key,
    });
    if (codeOf(answer) === REFERENCE_USED || orderOfKey(answer, request.key) !== undefined)
      return this.#bookedBefore(request.key, answer);
    this.#refuse(answer);
    return bookingOf(this.#client.read(Order, answer), request.key);
  }

  async readBooking(vendor_booking_id: string): Promise<VendorBooking | undefined> {
    const answer = await this.#call({
      method: 'GET',
      path: `/v1/orders/${encodeURIComponent(vendor_booking_id)}`,
      title: 'GET order',
    });
    if (this.#problemOf(answer) === 'booking_unknown') return undefined;
    this.#refuse(answer);
    return bookingOf(this.#client.read(Order, answer));
  }

  async cancel(vendor_booking_id: string, reason: string): Promise<void> {
    const answer = await this.#call({
      method: 'POST',
      path: `/v1/orders/${encodeURIComponent(vendor_booking_id)}/cancel`,
      title: 'POST cancel order',
      json: { cancellation_reason_code: 'others', cancellation_reason: reason },
      // It is canceled once, however often it is said.
      key: `cancel ${encodeURIComponent(vendor_booking_id)}`,
    });
    if (codeOf(answer) === ALREADY_OTHERWISE) {
      const booking = await this.readBooking(vendor_booking_id);
      if (booking?.is_canceled === true) return;
    }
    this.#refuse(answer);
    this.#client.read(z.object({ status: z.literal('cancelled') }), answer);
  }

  async track(request: TrackingRequest): Promise<TrackingNews[]> {
    const { vendor_tracking_id, awb_number, courier_code } = request;
    const courier = SERVICES.courier(courier_code);
    if (vendor_tracking_id === undefined && courier === undefined)
      throw this.#client.error('service_unknown', courier_code);
    const answer = await this.#call({
      method: 'GET',
      path:
        vendor_tracking_id === undefined
          ? `/v1/trackings/${encodeURIComponent(awb_number)}/couriers/${courier}`
          : `/v1/trackings/${encodeURIComponent(vendor_tracking_id)}`,
      title: 'GET tracking',
    });
    if (this.#problemOf(answer) === 'booking_unknown') return [];
    this.#refuse(answer);
    const { history } = this.#client.read(Tracking, answer);
    const news = history.flatMap(({ note, status, updated_at }) =>
      newsOf(awb_number, status, updated_at, note ?? ''),
    );
    return news.toSorted((a, b) => a.happened_at.getTime() - b.happened_at.getTime());
  }

  /** @throws CourierError `origin_unknown`, `destination_unknown` */
  bookingOfCallback(body: Buffer): string | undefined {
    return Callback.safeParse(jsonOfCallback(body)).data?.order_id;
  }

  async #ends(origin: Place, destination: Place, signal?: AbortSignal): Promise<[string, string]> {
    const search = (keyword: string) => this.#searchAreas(keyword, signal);
    const from = await this.#areas.find(origin, 'origin', search);
    const to = await this.#areas.find(destination, 'destination', search);
    return [from.id, to.id];
  }

  async #searchAreas(keyword: string, signal?: AbortSignal): Promise<Area<string>[]> {
    const words = await this.#send({
      method: 'GET',
      path: `/v1/maps/areas?${new URLSearchParams({ countries: 'ID', input: keyword, type: 'single' }).toString()}`,
      title: 'GET areas',
      signal,
    });
    const { areas } = this.#client.read(Areas, words);
    return areas.map((area) => ({
      id: area.id,
      district: area.administrative_division_level_3_name,
      city: `${area.administrative_division_level_2_type === 'regency' ? 'Kabupaten ' : ''}${area.administrative_division_level_2_name}`,
      province: area.administrative_division_level_1_name,
      postal_codes: area.postal_code === null ? [] : [area.postal_code.padStart(5, '0')],
    }));
  }

  /** The order that bears the key, which an answer names that was refused because of it. */
  async #bookedBefore(key: string, refusal: VendorWords): Promise<VendorBooking> {
    const order_id = orderOfKey(refusal, key);
    if (order_id === undefined)
      throw this.#client.error('unreadable', 'another order than the one of the key');
    const booking = await this.readBooking(order_id);
    if (booking === undefined) throw this.#client.error('unreadable', 'the order of the key is not there');
    return { ...booking, key };
  }

  #call(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    return this.#client.call({ ...call, headers: { authorization: this.#key.revealText() } });
  }

  /** @throws CourierError where it is refused */
  async #send(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    const answer = await this.#call(call);
    this.#refuse(answer);
    return answer;
  }

  #refuse(answer: VendorWords): void {
    const problem = this.#problemOf(answer);
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
  }

  #problemOf(answer: VendorWords): CourierProblem | undefined {
    const known = PROBLEMS[codeOf(answer)];
    if (known !== undefined) return known;
    if (answer.status < 300 && fieldOf(answer.body, 'success') !== false) return undefined;
    return BY_STATUS[answer.status] ?? (answer.status < 400 ? 'unreadable' : 'refusal_unknown');
  }
}

/** Statuses of HTTP (biteship.com/id/docs/errors), where an answer has no code that we know. */
const BY_STATUS: Readonly<Record<number, CourierProblem>> = {
  401: 'key_refused',
  402: 'balance_too_low',
  403: 'key_refused',
  404: 'booking_unknown',
};

const codeOf = ({ body }: VendorWords): number => Number(fieldOf(body, 'code') ?? 0);

/** The order under a key that a refusal names, by whatever code: it was booked before. */
function orderOfKey({ body }: VendorWords, key: string): string | undefined {
  const { order_id, reference_id } = Duplicate.safeParse(body).data?.details ?? {};
  return reference_id === key ? order_id : undefined;
}

const sizeOf = (size: ParcelSize | undefined) =>
  size === undefined ? {} : { length: size.length_cm, width: size.width_cm, height: size.height_cm };

const valueOf = ({ items }: BookingRequest): number =>
  items.reduce((sum, { price_idr, quantity }) => sum + price_idr * quantity, 0);

const contactOf = (end: 'origin' | 'destination', contact: Contact, area_id: string) => ({
  [`${end}_contact_name`]: contact.name,
  [`${end}_contact_phone`]: contact.phone,
  [`${end}_address`]: contact.address,
  [`${end}_area_id`]: area_id,
  ...(contact.place.postal_code !== undefined && {
    [`${end}_postal_code`]: Number(contact.place.postal_code),
  }),
});

/** Its dates are of Jakarta. */
function deliveryOf(pickup_at: Date | undefined) {
  if (pickup_at === undefined) return { delivery_type: 'now' };
  const local = new Date(pickup_at.getTime() + 7 * 3_600_000).toISOString();
  return {
    delivery_type: 'scheduled',
    delivery_date: local.slice(0, 10),
    delivery_time: local.slice(11, 16),
  };
}

function rateOf(pricing: z.output<typeof Pricing>): VendorRate | undefined {
  const words = SERVICES.ours(pricing.courier_code, pricing.courier_service_code);
  if (words === undefined) return undefined;
  const { price, insurance_fee, cash_on_delivery_fee, available_collection_method } = pricing;
  const range = pricing.shipment_duration_range;
  return {
    courier_code: words.courier,
    service_code: words.service,
    service_name: pricing.courier_service_name,
    // The price holds all fees that were asked for.
    shipping_idr: Math.max(0, price - insurance_fee - cash_on_delivery_fee),
    insurance_idr: insurance_fee,
    is_insurance_required: false,
    cod_fee_idr: cash_on_delivery_fee,
    ...daysOf(range === null ? pricing.duration : `${range} ${pricing.shipment_duration_unit ?? 'days'}`),
    is_cod_available: pricing.available_for_cash_on_delivery === true,
    is_pickup_available: available_collection_method?.includes('pickup') ?? true,
  };
}

function bookingOf(order: z.output<typeof Order>, key = order.reference_id ?? ''): VendorBooking {
  return {
    key,
    vendor_booking_id: order.id,
    vendor_tracking_id: order.courier?.tracking_id ?? null,
    awb_number: order.courier?.waybill_id ?? null,
    routing_code: order.courier?.routing_code ?? null,
    is_canceled: CANCELED.has(order.status),
  };
}

/** [] where it says no time. */
function newsOf(parcel: string, code: string, at: string, description: string): TrackingNews[] {
  const happened_at = momentOf(at);
  if (happened_at === undefined) return [];
  return [
    {
      event_id: eventId('biteship', parcel, code, happened_at.getTime(), description),
      happened_at,
      code,
      status: STATUSES[code] ?? null,
      is_returning: code === 'return_in_transit',
      description,
      location: '',
    },
  ];
}
