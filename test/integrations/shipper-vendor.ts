import {
  bookOrder,
  openCourierLoopback,
  VENDOR_KEY,
  villagesOf,
  type BookedOrder,
  type CourierAnswer,
  type CourierLoopback,
  type CourierRequest,
} from './courier-vendor.ts';

/** Shipper on this machine, as its documentation says it: logistics-docs.shipper.id. It takes the same order twice. */
export function openShipperVendor(): Promise<CourierLoopback> {
  return openCourierLoopback(answer);
}

function answer(request: CourierRequest, orders: Map<string, BookedOrder>): CourierAnswer {
  const { method, path, query, body } = request;
  if (request.headers['x-api-key'] !== VENDOR_KEY) return refusal(401, 'invalid api key');
  if (path === '/v3/location/countries') return said(200, [{ id: 228, name: 'INDONESIA' }]);
  if (path === '/v3/location') return locations(query.get('keyword') ?? '');
  if (path === '/v3/pricing/domestic') return prices(body);
  if (path === '/v3/pickup') return pickup(body, orders);
  if (path === '/v3/order' && method === 'POST') return create(body, orders);
  if (path === '/v3/order')
    return said(200, [...orders.values()].filter(({ key }) => key === query.get('external_id')).map(shown));
  const order = orders.get(path.split('/')[3] ?? '');
  if (order === undefined) return refusal(404, 'order not found');
  if (method === 'DELETE') {
    if (Number(order.status) >= 1040) return refusal(400, 'order can not be cancelled');
    if (order.status === '999') return refusal(400, 'order is cancelled');
    order.status = '999';
  }
  return said(200, shown(order));
}

const metadata = (http_status_code: number, errors?: object[]) => ({
  metadata: { http_status_code, timestamp: 1_622_192_522, ...(errors !== undefined && { errors }) },
});
const said = (status: number, data: unknown): CourierAnswer => ({
  status,
  body: { ...metadata(status), data },
});
const refusal = (status: number, message: string): CourierAnswer => ({
  status,
  body: { ...metadata(status, [{ code: status, message }]), data: null },
});

function locations(keyword: string): CourierAnswer {
  if (keyword.length < 3) return refusal(400, 'keyword must be at least 3 characters');
  return said(
    200,
    villagesOf(keyword).map(({ id, village, district, city, province, code }) => ({
      adm_level_5: { id, level: 5, type: 'area', name: village, postcode: code },
      display_txt: `${code}, ${village}, ${district}, ${city}, ${province}, INDONESIA`,
      postcodes: [code],
    })),
  );
}

/** `Teleport` is none of our services. SiCepat takes no parcel without insurance. */
const SERVICES = [
  { id: 58, name: 'REG', courier: 'JNE', code: 'JNE', price: 9_000, must: false },
  { id: 59, name: 'Teleport', courier: 'JNE', code: 'JNE', price: 1_000, must: false },
  { id: 365, name: 'Regular', courier: 'SiCepat', code: 'SCP', price: 10_000, must: true },
];

function prices(body: Record<string, unknown>): CourierAnswer {
  for (const field of ['origin', 'destination', 'weight', 'length', 'width', 'height', 'item_value'])
    if (body[field] === undefined) return refusal(400, `${field} is required`);
  const kilograms = Math.max(1, Math.ceil(Number(body.weight)));
  const pricings = SERVICES.map(({ id, name, courier, code, price, must }) => ({
    logistic: { id: 1, name: courier, code, company_name: courier },
    rate: { id, name, type: 'Regular', description: name },
    weight: body.weight,
    min_day: 2,
    max_day: 3,
    unit_price: price,
    total_price: price * kilograms,
    discount: 0,
    discounted_price: price * kilograms,
    insurance_fee: Math.round(Number(body.item_value) * 0.002),
    must_use_insurance: must,
    final_price: price * kilograms,
    currency: 'IDR',
  }));
  return said(200, { pricings });
}

function create(body: Record<string, unknown>, orders: Map<string, BookedOrder>): CourierAnswer {
  const { rate_id, use_insurance } = (body.courier ?? {}) as { rate_id?: number; use_insurance?: boolean };
  const service = SERVICES.find(({ id }) => id === rate_id);
  if (service === undefined) return refusal(400, 'rate_id is not known');
  if (service.must && use_insurance !== true) return refusal(400, 'insurance is required');
  if ((body.destination as { direction?: string }).direction === 'saldo habis')
    return refusal(402, 'insufficient balance');
  const order = bookOrder(orders, { key: String(body.external_id), status: '1000', request: body });
  return said(201, { order_id: order.id, coverage: 'domestic', payment_type: 'postpay' });
}

function pickup(body: Record<string, unknown>, orders: Map<string, BookedOrder>): CourierAnswer {
  const { order_activation } = body.data as { order_activation: { order_id: string[] } };
  const found = order_activation.order_id.map((id) => orders.get(id));
  if (found.some((order) => order === undefined || order.status !== '1000'))
    return refusal(400, 'order can not be activated');
  for (const order of found) if (order !== undefined) order.status = '1001';
  return said(200, { order_activations: order_activation.order_id.map((order_id) => ({ order_id })) });
}

function shown({ id, key, status, awb, at, request, history }: BookedOrder) {
  return {
    order_id: id,
    external_id: key,
    awb_number: Number(status) > 1000 ? awb : '',
    creation_date: at,
    courier: request.courier,
    package: request.package,
    shipment_status: { code: Number(status), name: status },
    trackings: history.map((step) => ({
      shipper_status: { code: Number(step.status), name: step.status, description: step.note },
      logistic_status: { code: 1, name: step.status },
      created_date: step.at,
    })),
  };
}
