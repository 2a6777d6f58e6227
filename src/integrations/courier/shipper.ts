import { z } from 'zod';
import type { Secret } from '../../kernel/sealed/index.ts';
import type { Area, AreaMemory } from './area-choice.ts';
import {
  eventId,
  type BookingRequest,
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
import { jsonOfCallback, momentOf, saidOf, type VendorWords } from '../json-client.ts';
import { Callback, Locations, Order, Pricing, type Price, type Step } from './shipper-shapes.ts';
import { CANCELED, CREATED, PICKED_FROM, RETURNING, SERVICES, STATUSES } from './shipper-words.ts';
import { VendorId, type VendorCall, type VendorClient } from './vendor-client.ts';

/** Shipper names no time; its prices follow the couriers' lists, which change by day, and its own discounts. */
const RATES_TTL_MS = 3_600_000;
const MOST_RATES = 100;
/** A parcel of middle size (docs/create-order-1: 1 document, 2 small, 3 medium). */
const PACKAGE_TYPE = 2;

export class ShipperAccount implements CourierVendor {
  readonly name = 'shipper';
  readonly can = {
    rates: true,
    booking: true,
    drop_off: false,
    cancellation: true,
    label_codes: false,
    tracking: true,
    webhooks: true,
    cod: true,
  };
  readonly rates_ttl_ms = RATES_TTL_MS;
  readonly #client: VendorClient;
  readonly #areas: AreaMemory<number>;
  readonly #key: Secret;

  /** @param areas of this vendor, which all accounts share */
  constructor(client: VendorClient, areas: AreaMemory<number>, key: Secret) {
    this.#client = client;
    this.#areas = areas;
    this.#key = key;
  }

  async testKey(): Promise<void> {
    const words = await this.#send({ method: 'GET', path: '/v3/location/countries', title: 'GET countries' });
    this.#client.read(z.object({ data: z.array(z.unknown()) }), words);
  }

  async rates(request: RateRequest, signal?: AbortSignal): Promise<VendorRate[]> {
    if (SERVICES.couriers(request.courier_codes).length === 0) return [];
    const [origin, destination] = await this.#ends(request.origin, request.destination, signal);
    const prices = await this.#prices(origin, destination, request, signal);
    return prices.flatMap((price) => {
      const words = SERVICES.ours(price.logistic.name, price.rate.name);
      if (words === undefined || !request.courier_codes.includes(words.courier)) return [];
      return [
        {
          courier_code: words.courier,
          service_code: words.service,
          service_name: price.rate.name,
          shipping_idr: Math.round(price.discounted_price ?? price.total_price),
          insurance_idr: Math.round(price.insurance_fee ?? 0),
          is_insurance_required: price.must_use_insurance === true,
          // It tells no fee of COD: that is on its invoice.
          cod_fee_idr: 0,
          min_days: price.min_day ?? null,
          max_days: price.max_day ?? null,
          // Asked for COD, it answers only who collects.
          is_cod_available: request.is_cod,
          is_pickup_available: true,
        },
      ];
    });
  }

  /**
   * Shipper takes no key, but finds orders by ours. What is under the key already is used; of twins, which an order sent
   * twice by the network leaves, all but the first are canceled before anybody is asked to collect them.
   */
  books(courier_code: string, service_code: string): boolean {
    return SERVICES.theirs(courier_code, service_code) !== undefined;
  }

  async book(request: BookingRequest): Promise<VendorBooking> {
    if (request.collection === 'DROP_OFF') throw this.#client.error('not_offered', 'drop off');
    const before = await this.#ordersOf(request.key);
    if (before.length === 0) await this.#createOrder(request);
    const orders = before.length === 0 ? await this.#ordersOf(request.key) : before;
    const first = orders.find((order) => !isCanceled(order)) ?? orders[0];
    if (first === undefined) throw this.#client.error('unreadable', 'the new order is not listed');
    for (const twin of orders)
      if (twin !== first && !isCanceled(twin)) await this.cancel(twin.order_id, 'Ganda');
    if (isCanceled(first)) return bookingOf(first, request.key);
    if (statusOf(first) <= CREATED) await this.#requestPickup(first.order_id, request.pickup_at);
    return bookingOf((await this.#readOrder(first.order_id)) ?? first, request.key);
  }

  async readBooking(vendor_booking_id: string): Promise<VendorBooking | undefined> {
    const order = await this.#readOrder(vendor_booking_id);
    return order === undefined ? undefined : bookingOf(order);
  }

  async cancel(vendor_booking_id: string, reason: string): Promise<void> {
    const answer = await this.#call({
      method: 'DELETE',
      path: `/v3/order/${encodeURIComponent(vendor_booking_id)}`,
      title: 'DELETE order',
      json: { reason },
    });
    const problem = problemOf(answer);
    if (problem === undefined) return;
    const order = problem === 'request_refused' ? await this.#readOrder(vendor_booking_id) : undefined;
    if (order !== undefined && isCanceled(order)) return;
    const is_late = order !== undefined && statusOf(order) >= PICKED_FROM;
    throw this.#client.error(is_late ? 'too_late' : problem, saidOf(answer));
  }

  /** By the booking alone: it shows nobody a parcel by its AWB. */
  async track({ vendor_booking_id }: TrackingRequest): Promise<TrackingNews[]> {
    if (vendor_booking_id === undefined) throw this.#client.error('not_offered', 'tracking by AWB');
    const order = await this.#readOrder(vendor_booking_id);
    const news = (order?.trackings ?? []).flatMap((step) => newsOf(vendor_booking_id, step));
    return news.toSorted((a, b) => a.happened_at.getTime() - b.happened_at.getTime());
  }

  bookingOfCallback(body: Buffer): string | undefined {
    return Callback.safeParse(jsonOfCallback(body)).data?.id;
  }

  async #createOrder(request: BookingRequest): Promise<void> {
    const { sender, receiver, items } = request;
    const [origin, destination] = await this.#ends(sender.place, receiver.place);
    const value_idr = items.reduce((sum, { price_idr, quantity }) => sum + price_idr * quantity, 0);
    const is_cod = request.cod_idr > 0;
    const wanted = { ...request, value_idr, is_cod };
    const price = (await this.#prices(origin, destination, wanted)).find(({ logistic, rate }) => {
      const words = SERVICES.ours(logistic.name, rate.name);
      return words?.courier === request.courier_code && words.service === request.service_code;
    });
    if (price === undefined)
      throw this.#client.error('no_rate', `${request.courier_code} ${request.service_code}`);
    const answer = await this.#send({
      method: 'POST',
      path: '/v3/order',
      title: 'POST order',
      json: {
        consigner: { name: sender.name, phone_number: sender.phone },
        consignee: { name: receiver.name, phone_number: receiver.phone },
        courier: {
          rate_id: price.rate.id,
          // Refused without it where it is a must.
          use_insurance: request.is_insured || price.must_use_insurance === true,
          cod: is_cod,
          ...(is_cod && { cod_amount: request.cod_idr }),
        },
        coverage: 'domestic',
        origin: { address: sender.address, area_id: origin },
        destination: { address: receiver.address, area_id: destination, direction: request.note },
        external_id: request.key,
        package: {
          package_type: PACKAGE_TYPE,
          ...measuresOf(request.weight_grams, request.size),
          price: value_idr,
          items: items.map(({ name, quantity, price_idr }) => ({ name, qty: quantity, price: price_idr })),
        },
        payment_type: 'postpay',
      },
    });
    this.#client.read(z.object({ data: z.object({ order_id: VendorId }) }), answer);
  }

  /** Orders under a key of ours, the first one first. */
  async #ordersOf(key: string): Promise<Order[]> {
    const query = new URLSearchParams({ external_id: key }).toString();
    const answer = await this.#call({ method: 'GET', path: `/v3/order?${query}`, title: 'GET orders' });
    const problem = problemOf(answer);
    if (problem === 'booking_unknown') return [];
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    const { data } = this.#client.read(
      z.object({ data: z.union([z.array(Order), Order]).nullable() }),
      answer,
    );
    return [data ?? []]
      .flat()
      .filter((order) => order.external_id === key)
      .toSorted((a, b) =>
        `${a.creation_date} ${a.order_id}`.localeCompare(`${b.creation_date} ${b.order_id}`),
      );
  }

  async #readOrder(order_id: string): Promise<Order | undefined> {
    const answer = await this.#call({
      method: 'GET',
      path: `/v3/order/${encodeURIComponent(order_id)}`,
      title: 'GET order',
    });
    const problem = problemOf(answer);
    if (problem === 'booking_unknown') return undefined;
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    return this.#client.read(z.object({ data: Order }), answer).data;
  }

  /** A parcel that is requested already is requested once, whoever did it. */
  async #requestPickup(order_id: string, pickup_at: Date | undefined): Promise<void> {
    const pickup_time = pickup_at === undefined ? {} : { pickup_time: pickup_at.toISOString() };
    const answer = await this.#call({
      method: 'POST',
      path: '/v3/pickup',
      title: 'POST pickup',
      json: { data: { order_activation: { order_id: [order_id], ...pickup_time } } },
    });
    const problem = problemOf(answer);
    if (problem === undefined) return;
    const order = problem === 'request_refused' ? await this.#readOrder(order_id) : undefined;
    if (order === undefined || statusOf(order) <= CREATED) throw this.#client.error(problem, saidOf(answer));
  }

  async #prices(
    origin: number,
    destination: number,
    parcel: Pick<RateRequest, 'weight_grams' | 'size' | 'value_idr' | 'is_cod'>,
    signal?: AbortSignal,
  ): Promise<z.output<typeof Price>[]> {
    const answer = await this.#send({
      method: 'POST',
      path: '/v3/pricing/domestic',
      title: 'POST prices',
      json: {
        origin: { area_id: origin },
        destination: { area_id: destination },
        for_order: true,
        cod: parcel.is_cod,
        item_value: parcel.value_idr,
        ...measuresOf(parcel.weight_grams, parcel.size),
        limit: MOST_RATES,
        page: 1,
        sort_by: ['final_price'],
      },
      signal,
    });
    return this.#client.read(Pricing, answer).data.pricings ?? [];
  }

  async #ends(origin: Place, destination: Place, signal?: AbortSignal): Promise<[number, number]> {
    const search = (keyword: string) => this.#searchAreas(keyword, signal);
    const from = await this.#areas.find(origin, 'origin', search);
    const to = await this.#areas.find(destination, 'destination', search);
    return [from.id, to.id];
  }

  async #searchAreas(keyword: string, signal?: AbortSignal): Promise<Area<number>[]> {
    const query = new URLSearchParams({ adm_level: '5', keyword }).toString();
    const answer = await this.#send({
      method: 'GET',
      path: `/v3/location?${query}`,
      title: 'GET location',
      signal,
    });
    const { data } = this.#client.read(Locations, answer);
    return (data ?? []).map((found) => {
      // As `10110, Kebon Kelapa, Gambir, Jakarta Pusat, DKI Jakarta, INDONESIA`.
      const [, , suburb = '', city = '', province = ''] = (found.display_txt ?? '')
        .split(',')
        .map((part) => part.trim());
      const { id, postcode } = found.adm_level_5;
      return {
        id,
        district: found.adm_level_4?.name ?? suburb,
        city: found.adm_level_3?.name ?? city,
        province: found.adm_level_2?.name ?? province,
        postal_codes: [...(postcode === null ? [] : [postcode]), ...(found.postcodes ?? [])],
      };
    });
  }

  #call(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    return this.#client.call({ ...call, headers: { 'x-api-key': this.#key.revealText() } });
  }

  async #send(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    const answer = await this.#call(call);
    const problem = problemOf(answer);
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    return answer;
  }
}

const BY_STATUS: Readonly<Record<number, CourierProblem>> = {
  401: 'key_refused',
  402: 'balance_too_low',
  403: 'key_refused',
  404: 'booking_unknown',
};

const problemOf = ({ status }: VendorWords): CourierProblem | undefined =>
  status < 400 ? undefined : (BY_STATUS[status] ?? 'request_refused');

/** Its weights are in kilograms; measures are a must. */
const measuresOf = (weight_grams: number, size: ParcelSize | undefined) => ({
  weight: Math.max(1, weight_grams) / 1_000,
  length: size?.length_cm ?? 1,
  width: size?.width_cm ?? 1,
  height: size?.height_cm ?? 1,
});

const statusOf = (order: Order): number =>
  order.shipment_status?.code ?? order.trackings?.at(-1)?.shipper_status.code ?? CREATED;

const isCanceled = (order: Order): boolean => statusOf(order) === CANCELED;

function bookingOf(order: Order, key = order.external_id ?? ''): VendorBooking {
  return {
    key,
    vendor_booking_id: order.order_id,
    vendor_tracking_id: null,
    awb_number: order.awb_number,
    routing_code: null,
    is_canceled: isCanceled(order),
  };
}

/** [] where it says no time. */
function newsOf(parcel: string, { shipper_status, created_date }: z.output<typeof Step>): TrackingNews[] {
  const happened_at = momentOf(created_date);
  if (happened_at === undefined) return [];
  const { code } = shipper_status;
  return [
    {
      event_id: eventId('shipper', parcel, code, happened_at.getTime()),
      happened_at,
      code: String(code),
      status: STATUSES[code] ?? null,
      is_returning: RETURNING.has(code),
      description: shipper_status.description ?? shipper_status.name ?? '',
      location: '',
    },
  ];
}
