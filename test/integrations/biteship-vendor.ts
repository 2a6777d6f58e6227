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

/** Biteship on this machine, as its documentation says it: biteship.com/id/docs. */
export function openBiteshipVendor(): Promise<CourierLoopback> {
  return openCourierLoopback(answer);
}

const CANCELABLE = new Set(['confirmed', 'scheduled', 'allocated', 'picking_up']);

function answer(request: CourierRequest, orders: Map<string, BookedOrder>): CourierAnswer {
  const { method, path, body } = request;
  if (request.headers.authorization !== VENDOR_KEY) return refusal(401, 40101001, 'Authorization failed');
  const [, id = '', rest] = /^\/v1\/orders\/(\w+)(\/cancel)?$/.exec(path) ?? [];
  if (path === '/v1/couriers')
    return said({ couriers: [{ courier_code: 'jne', courier_service_code: 'reg' }] });
  if (path === '/v1/maps/areas') return said({ areas: areasOf(request.query.get('input') ?? '') });
  if (path === '/v1/rates/couriers') return rates(body);
  if (method === 'POST' && path === '/v1/orders') return create(body, orders);
  if (path.startsWith('/v1/trackings/')) return tracking(path, orders);
  const order = orders.get(id);
  if (order === undefined) return refusal(404, 40002057, 'Order not found');
  if (method === 'GET') return said(shown(order));
  if (rest === undefined) return refusal(404, 0, 'The request is not exist');
  if (!CANCELABLE.has(order.status))
    return refusal(400, 40002053, `Cannot cancel order because order already ${order.status}`);
  order.status = 'cancelled';
  return said({
    object: 'order',
    id,
    status: 'cancelled',
    cancellation_reason_code: body.cancellation_reason_code,
  });
}

const said = (body: object): CourierAnswer => ({ status: 200, body: { success: true, ...body } });
const refusal = (status: number, code: number, error: string, details?: object): CourierAnswer => ({
  status,
  body: { success: false, error, code, ...(details !== undefined && { details }) },
});

const areasOf = (input: string) =>
  villagesOf(input).map(({ district, city, province, code }, at) => ({
    id: `IDNP6IDNC${at}IDND${district}IDZ${code}`,
    name: `${district}, ${city}, ${province}. ${code}`,
    country_code: 'ID',
    administrative_division_level_1_name: province,
    administrative_division_level_2_name: city,
    administrative_division_level_2_type: 'city',
    administrative_division_level_3_name: district,
    postal_code: Number(code),
  }));

function rates(body: Record<string, unknown>): CourierAnswer {
  if (typeof body.couriers !== 'string' || !Array.isArray(body.items))
    return refusal(400, 40001002, 'Get pricing failed caused by missing parameter(s).');
  const [item] = body.items as { weight: number }[];
  const kilograms = Math.max(1, Math.ceil((item?.weight ?? 0) / 1_000));
  const insurance_fee = Math.round(Number(body.courier_insurance ?? 0) * 0.002);
  const cash_on_delivery_fee = body.destination_cash_on_delivery === undefined ? 0 : 2_000;
  const pricing = SERVICES.filter(([courier]) => String(body.couriers).split(',').includes(courier)).map(
    ([courier, service, price, days]) => ({
      available_collection_method: ['pickup', 'drop_off'],
      available_for_cash_on_delivery: courier !== 'tiki',
      available_for_instant_waybill_id: true,
      courier_code: courier,
      courier_service_code: service,
      courier_service_name: service.toUpperCase(),
      currency: 'IDR',
      duration: `${days} days`,
      shipment_duration_range: days,
      shipment_duration_unit: 'days',
      shipping_fee: price * kilograms,
      insurance_fee,
      cash_on_delivery_fee,
      price: price * kilograms + insurance_fee + cash_on_delivery_fee,
    }),
  );
  if (pricing.length === 0) return refusal(400, 40001010, 'No courier available for requested location.');
  return said({ object: 'courier_pricing', code: 20001007, pricing });
}

/** `teleport` is none of ours. */
const SERVICES = [
  ['jne', 'reg', 9_000, '2 - 3'],
  ['jne', 'teleport', 1_000, '0 - 1'],
  ['sicepat', 'reg', 10_000, '1 - 2'],
  ['tiki', 'eko', 8_000, '4 - 5'],
] as const;

const NEEDED = ['origin_contact_name', 'origin_contact_phone', 'origin_address', 'destination_contact_name'];

function create(body: Record<string, unknown>, orders: Map<string, BookedOrder>): CourierAnswer {
  for (const [at, field] of NEEDED.entries())
    if (!body[field]) return refusal(400, 40002014 + at, `Please make sure ${field} is filled`);
  if (!SERVICES.some(([courier]) => courier === body.courier_company))
    return refusal(400, 40002026, 'Selected courier does not exist');
  if (body.courier_company === 'tiki' && body.destination_cash_on_delivery !== undefined)
    return refusal(400, 40002031, 'Existing courier cannot provide cash on delivery');
  if (body.order_note === 'saldo habis') return refusal(402, 40009003, 'Payment failed to process.');
  const key = String(body.reference_id);
  const before = [...orders.values()].find((order) => order.key === key);
  if (before !== undefined)
    return refusal(400, 40002060, 'Reference id has already been used before.', {
      order_id: before.id,
      waybill_id: before.awb,
      reference_id: key,
    });
  return said(shown(bookOrder(orders, { key, status: 'confirmed', request: body })));
}

function shown({ id, key, status, awb, request }: BookedOrder) {
  return {
    object: 'order',
    id,
    status,
    reference_id: key,
    currency: 'IDR',
    price: 11_000,
    courier: {
      tracking_id: `track${id}`,
      waybill_id: awb,
      company: request.courier_company,
      type: request.courier_type,
      routing_code: 'CGK-10',
    },
  };
}

function tracking(path: string, orders: Map<string, BookedOrder>): CourierAnswer {
  const sought = path.split('/')[3];
  const order = [...orders.values()].find(({ id, awb }) => sought === awb || sought === `track${id}`);
  if (order === undefined) return refusal(404, 40003001, 'Tracking not found');
  const { id, awb, status, history } = order;
  return said({
    object: 'tracking',
    id: `track${id}`,
    waybill_id: awb,
    status,
    history: history.map(({ at, ...step }) => ({ ...step, service_type: '-', updated_at: at })),
  });
}
