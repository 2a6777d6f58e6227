import {
  openCourierLoopback,
  VENDOR_KEY,
  villagesOf,
  type BookedOrder,
  type CourierAnswer,
  type CourierLoopback,
  type CourierRequest,
} from './courier-vendor.ts';

/** RajaOngkir by Komerce on this machine, as its documentation says it: rajaongkir.com/docs. It books nothing. */
export function openRajaongkirVendor(): Promise<CourierLoopback> {
  return openCourierLoopback(answer);
}

function answer(
  { path, query, headers, body }: CourierRequest,
  orders: Map<string, BookedOrder>,
): CourierAnswer {
  if (headers.key !== VENDOR_KEY) return refusal(401, 'Invalid Api key, key not found');
  if (path === '/destination/province') return said([{ id: 1, name: 'NUSA TENGGARA BARAT (NTB)' }]);
  if (path === '/destination/domestic-destination') return destinations(query.get('search') ?? '');
  if (path === '/calculate/domestic-cost') return costs(body);
  if (path === '/track/waybill') return waybill(query, orders);
  return refusal(404, 'Not found');
}

const said = (data: unknown): CourierAnswer => ({
  status: 200,
  body: { meta: { message: 'Success', code: 200, status: 'success' }, data },
});
const refusal = (code: number, message: string): CourierAnswer => ({
  status: code,
  body: { meta: { message, code, status: 'error' }, data: null },
});

function destinations(search: string): CourierAnswer {
  const found = villagesOf(search);
  if (found.length === 0) return refusal(404, 'Domestic destination not found');
  return said(
    found.map(({ id, village, district, city, province, code }) => ({
      id,
      label: `${city}, ${district}, ${village} - ${code}`.toUpperCase(),
      province_name: province.toUpperCase(),
      city_name: city.toUpperCase(),
      district_name: district.toUpperCase(),
      subdistrict_name: village.toUpperCase(),
      zip_code: code,
    })),
  );
}

/** `TELEPORT` is none of our services; a cost of 0 is one that the courier did not tell. */
const SERVICES = [
  { code: 'jne', service: 'REG23', description: 'Layanan Reguler', price: 9_000, etd: '2-3 day' },
  { code: 'jne', service: 'TELEPORT', description: 'Teleport', price: 1_000, etd: '' },
  { code: 'sicepat', service: 'REG', description: 'Layanan Reguler', price: 10_000, etd: '1-2 day' },
  { code: 'tiki', service: 'ECO', description: 'Economy Service', price: 0, etd: '4 day' },
];

function costs(body: Record<string, unknown>): CourierAnswer {
  for (const field of ['origin', 'destination', 'weight', 'courier'])
    if (!body[field]) return refusal(422, `${field} is required`);
  const kilograms = Math.max(1, Math.ceil(Number(body.weight) / 1_000));
  const couriers = String(body.courier).split(':');
  const found = SERVICES.filter(({ code }) => couriers.includes(code));
  if (found.length === 0) return refusal(400, 'Shipping cost not found');
  return said(
    found.map(({ price, ...service }) => ({
      name: service.code.toUpperCase(),
      ...service,
      cost: price * kilograms,
    })),
  );
}

/** JNE asks for the last five digits of the receiver's phone number. */
function waybill(query: URLSearchParams, orders: Map<string, BookedOrder>): CourierAnswer {
  const order = [...orders.values()].find(({ awb }) => awb === query.get('awb'));
  const is_shown = query.get('courier') !== 'jne' || query.get('last_phone_number') === '67890';
  if (order === undefined || !is_shown) return refusal(404, 'Invalid Awb');
  const last = order.history.at(-1);
  const moment = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  const is_delivered = last?.status === 'DELIVERED';
  return said({
    delivered: is_delivered,
    summary: { courier_code: query.get('courier'), waybill_number: order.awb, status: last?.status },
    delivery_status: {
      status: last?.status,
      pod_receiver: is_delivered ? 'BUDI' : '',
      pod_date: is_delivered && last !== undefined ? moment(last.at).slice(0, 10) : '',
      pod_time: is_delivered && last !== undefined ? moment(last.at).slice(11, 19) : '',
    },
    manifest: order.history.map(({ status, note, at }) => ({
      manifest_code: status,
      manifest_description: note,
      manifest_date: moment(at).slice(0, 10),
      manifest_time: moment(at).slice(11, 19),
      city_name: 'JAKARTA PUSAT',
    })),
  });
}
