import { z } from 'zod';
import type { Secret } from '../../kernel/sealed/index.ts';
import type { Area, AreaMemory } from './area-choice.ts';
import {
  eventId,
  type CourierProblem,
  type CourierVendor,
  type RateRequest,
  type TrackingNews,
  type TrackingRequest,
  type VendorRate,
} from './port.ts';
import { fieldOf, momentOf, saidOf, textOf, type VendorWords } from '../json-client.ts';
import { SERVICES, STATUSES } from './rajaongkir-words.ts';
import { daysOf, type VendorCall, type VendorClient } from './vendor-client.ts';

/** The free account has 100 requests of prices a day (rajaongkir.com/docs): a price is kept for a good part of one. */
const RATES_TTL_MS = 6 * 3_600_000;
const MOST_AREAS = 100;

const text = z.unknown().optional().transform(textOf);

const Destinations = z.object({
  data: z.array(
    z.object({
      id: z.int().positive(),
      province_name: z.string(),
      city_name: z.string(),
      district_name: z.string(),
      zip_code: text,
    }),
  ),
});

const Costs = z.object({
  data: z
    .array(
      z.object({
        code: z.string(),
        service: z.string(),
        description: text,
        cost: z.number().min(0),
        etd: text,
      }),
    )
    .nullable(),
});

const Waybill = z.object({
  data: z.object({
    summary: z.object({ status: text }).nullish(),
    delivery_status: z.object({ status: text, pod_receiver: text, pod_date: text, pod_time: text }).nullish(),
    manifest: z
      .array(
        z.object({
          manifest_code: text,
          manifest_description: text,
          manifest_date: text,
          manifest_time: text,
          city_name: text,
        }),
      )
      .nullable(),
  }),
});

/**
 * RajaOngkir by Komerce: prices and tracking of an account for shipping costs. It books nothing and calls nobody back;
 * Komerce's delivery service does, and has neither a key of ours nor a way to find a booking by one, so that a lost
 * answer would book twice.
 */
export class RajaOngkirAccount implements CourierVendor {
  readonly name = 'rajaongkir';
  readonly can = {
    rates: true,
    booking: false,
    drop_off: false,
    cancellation: false,
    label_codes: false,
    tracking: true,
    webhooks: false,
    cod: false,
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
    const words = await this.#send({ method: 'GET', path: '/destination/province', title: 'GET provinces' });
    this.#client.read(z.object({ data: z.array(z.unknown()) }), words);
  }

  async rates(request: RateRequest, signal?: AbortSignal): Promise<VendorRate[]> {
    const couriers = SERVICES.couriers(request.courier_codes);
    // It has no prices of parcels with COD.
    if (couriers.length === 0 || request.is_cod) return [];
    const search = (keyword: string) => this.#searchAreas(keyword, signal);
    const origin = await this.#areas.find(request.origin, 'origin', search);
    const destination = await this.#areas.find(request.destination, 'destination', search);
    const answer = await this.#call({
      method: 'POST',
      path: '/calculate/domestic-cost',
      title: 'POST cost',
      form: {
        origin: String(origin.id),
        destination: String(destination.id),
        weight: String(Math.max(1, request.weight_grams)),
        courier: couriers.join(':'),
        price: 'lowest',
      },
      signal,
    });
    const problem = this.#problemOf(answer);
    if (problem !== undefined)
      throw this.#client.error(problem === 'booking_unknown' ? 'no_rate' : problem, saidOf(answer));
    const { data } = this.#client.read(Costs, answer);
    return (data ?? []).flatMap((cost): VendorRate[] => {
      const words = SERVICES.ours(cost.code, cost.service);
      // A cost of 0 is one that the courier did not tell.
      if (words === undefined || cost.cost === 0) return [];
      return [
        {
          courier_code: words.courier,
          service_code: words.service,
          service_name: cost.description ?? cost.service,
          shipping_idr: Math.round(cost.cost),
          insurance_idr: 0,
          is_insurance_required: false,
          cod_fee_idr: 0,
          ...daysOf(cost.etd),
          is_cod_available: false,
          is_pickup_available: false,
        },
      ];
    });
  }

  async track({ awb_number, courier_code, receiver_phone }: TrackingRequest): Promise<TrackingNews[]> {
    const courier = SERVICES.courier(courier_code);
    if (courier === undefined) throw this.#client.error('service_unknown', courier_code);
    const query = new URLSearchParams({
      awb: awb_number,
      courier,
      // JNE tells nothing without them (rajaongkir.com/docs/shipping-cost/tracking).
      ...(receiver_phone !== undefined && { last_phone_number: receiver_phone.slice(-5) }),
    });
    const answer = await this.#call({
      method: 'POST',
      path: `/track/waybill?${query.toString()}`,
      title: 'POST track',
      // It reads, and may be sent again.
      key: `track ${encodeURIComponent(awb_number)}`,
    });
    const problem = this.#problemOf(answer);
    if (problem === 'booking_unknown') return [];
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    return newsOf(awb_number, this.#client.read(Waybill, answer).data);
  }

  books(): boolean {
    return false;
  }

  book(): Promise<never> {
    return this.#refuse('booking');
  }

  readBooking(): Promise<never> {
    return this.#refuse('booking');
  }

  cancel(): Promise<never> {
    return this.#refuse('cancellation');
  }

  bookingOfCallback(): undefined {
    return undefined;
  }

  #refuse(what: string): Promise<never> {
    return Promise.reject(this.#client.error('not_offered', what));
  }

  async #searchAreas(keyword: string, signal?: AbortSignal): Promise<Area<number>[]> {
    const query = new URLSearchParams({ search: keyword, limit: String(MOST_AREAS), offset: '0' });
    const answer = await this.#call({
      method: 'GET',
      path: `/destination/domestic-destination?${query.toString()}`,
      title: 'GET destinations',
      signal,
    });
    const problem = this.#problemOf(answer);
    if (problem === 'booking_unknown') return [];
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    const { data } = this.#client.read(Destinations, answer);
    return data.map((area) => ({
      id: area.id,
      district: area.district_name,
      city: area.city_name,
      province: area.province_name,
      postal_codes: area.zip_code === null ? [] : [area.zip_code],
    }));
  }

  #call(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    return this.#client.call({ ...call, headers: { key: this.#key.revealText() } });
  }

  async #send(call: Omit<VendorCall, 'headers'>): Promise<VendorWords> {
    const answer = await this.#call(call);
    const problem = this.#problemOf(answer);
    if (problem !== undefined) throw this.#client.error(problem, saidOf(answer));
    return answer;
  }

  /** Its `meta.code` is the status of HTTP, also in answers with another one; `not found` comes as 400 and as 404. */
  #problemOf({ status, body }: VendorWords): CourierProblem | undefined {
    const meta = fieldOf(body, 'meta');
    const code = Math.max(status, Number(fieldOf(meta, 'code') ?? 0));
    if (code < 400) return undefined;
    if (code === 401 || code === 403) return 'key_refused';
    if (code === 429) return 'busy';
    if (code >= 500) return 'unavailable';
    const is_missing = code === 404 || /not found|invalid awb/i.test(textOf(fieldOf(meta, 'message')) ?? '');
    return is_missing ? 'booking_unknown' : 'request_refused';
  }
}

/** Its times are of Jakarta, without a zone. */
function timeOf(date: string | null, time: string | null): Date | undefined {
  return momentOf(`${date ?? ''}T${(time ?? '00:00:00').padEnd(8, ':00')}+07:00`);
}

function newsOf(
  awb: string,
  { manifest, summary, delivery_status }: z.output<typeof Waybill>['data'],
): TrackingNews[] {
  const steps = (manifest ?? []).flatMap((step) => {
    const happened_at = timeOf(step.manifest_date, step.manifest_time);
    const description = step.manifest_description ?? '';
    return happened_at === undefined
      ? []
      : [
          newsAt(
            awb,
            happened_at,
            step.manifest_code ?? description,
            null,
            description,
            step.city_name ?? '',
          ),
        ];
  });
  steps.sort((a, b) => a.happened_at.getTime() - b.happened_at.getTime());
  const code = delivery_status?.status ?? summary?.status ?? null;
  const status = code === null ? undefined : STATUSES[code.toUpperCase()];
  // Steps are the couriers' words, of each another one: where the parcel is by now is said apart.
  const known = steps.map((step): TrackingNews => ({ ...step, status: 'ON_PROCESS' }));
  const last = known.at(-1)?.happened_at;
  const at = timeOf(delivery_status?.pod_date ?? null, delivery_status?.pod_time ?? null) ?? last;
  if (code === null || at === undefined) return known;
  const receiver = delivery_status?.pod_receiver ?? '';
  return [...known, newsAt(awb, at, code, status ?? null, receiver, '')];
}

function newsAt(
  awb: string,
  happened_at: Date,
  code: string,
  status: TrackingNews['status'],
  description: string,
  location: string,
): TrackingNews {
  return {
    event_id: eventId('rajaongkir', awb, code, happened_at.getTime(), description, location),
    happened_at,
    code,
    status,
    is_returning: false,
    description,
    location,
  };
}
