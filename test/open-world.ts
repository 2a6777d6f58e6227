import type { World } from './route-ids.ts';
import type { TestApp, TestShop } from './harness.ts';
import { promoInput, selecting } from './promo-input.ts';
import { expectOk, openStall, orderOf, type Stall } from './stall.ts';
import { addBuyer, visitorOf } from './visitors.ts';

/** IDs of invoices are letters and digits; in this world digits alone. */
const COD_INVOICE = 10_000_000;

/** A shop with a row of each kind. */
export async function openWorld(test_app: TestApp): Promise<World> {
  const shop = await test_app.openShop();
  const stall = await openStall(shop);
  const made = async (path: string, input: object) =>
    expectOk(await shop.call('POST', path, input)).body.data;
  const insert = async (text: string) => {
    const { rows } = await test_app.database.pool.query(`${text} returning id`, [shop.shop_id]);
    return rows[0].id as number;
  };
  const { id: api_key } = await made('/api/account/api-key', { name: 'Kunci' });
  const { id: category } = await made('/api/open/product-category', { name: 'Tas' });
  const { user_id } = await made('/api/account/user/invite', {
    email: `orang-${shop.shop_id}@example.com`,
    full_name: 'Orang',
    role: 'admin',
  });
  const sessions = expectOk(await shop.call('GET', '/api/account/sessions')).body.data;
  const { order_id } = await made('/api/open/order', {
    ...orderOf(stall),
    payment: { status: 'INSTALLMENT', amount: 1_000, date: '2026-01-05', bank_id: stall.bank_id },
  });
  const warehouse = await insert(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang', now())`,
  );
  const { id: transfer } = await made('/api/open/stock-transfer', {
    origin_warehouse_id: 0,
    destination_warehouse_id: warehouse,
    description: 'Kirim',
    stock_adjustment: [{ variation_id: stall.variation_ids[0], transfer_stock: 1 }],
  });
  const { id: opname } = await made('/api/open/stock-opname', {
    warehouse_id: warehouse,
    description: 'Hitung',
    stock_adjustment: [{ variation_id: stall.variation_ids[0], warehouse_stock: 1 }],
  });
  const { promo_id } = await made(
    '/api/open/promo',
    promoInput({ start_date: '2090-01-01 00:00', end_date: '', ...selecting(stall.product_id) }),
  );
  const billing = await insert(
    `insert into billing_orders (shop_id, number, key, user_id, state, amount_idr, created_at, expires_at)
     values ($1, 1, 'ng-paket-1', ${shop.user_id}, 'EXPIRED', 350000, now(), now())`,
  );
  await test_app.database.pool.query(
    `insert into billing_order_lines (shop_id, order_id, position, class, package, name, amount_idr)
     values ($1, $2, 0, 'sms', 'sms-1000', 'Notifikasi Resi', 350000)`,
    [shop.shop_id, billing],
  );
  await test_app.database.pool.query(
    `insert into tariffs (shop_id, service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, updated_at)
     values ($1, 1, 'CITY', 0, 8000, 7000, 1, now())`,
    [shop.shop_id],
  );
  const { rows: cod } = await test_app.database.pool.query(
    `with parcel as (
      insert into cod_parcels (shop_id, order_id, trip, po_number, awb_number, courier_id, courier, state, cod_idr,
        shipping_idr, entered_idr, event_position, changed_at)
      values ($1, $2, 1, 1, 'COD1', 1, 'jne', 'COLLECTED', 5000, 1000, 4000, 0, now())
    ), invoice as (
      insert into cod_invoices (shop_id, id, sequence, number, courier, week_start, total_idr, created_at)
      values ($1, $3, 1, 'INV-S-1', 'jne', date '2026-01-05', 4000, now())
    ), counter as (
      insert into cod_counters (shop_id, invoices) values ($1, 1)
    ), entry as (
      insert into cod_entries (shop_id, order_id, trip, kind, amount_idr, entered_on, courier, invoice_id, created_at)
      values ($1, $2, 1, 'COLLECTED', 4000, date '2026-01-06', 'jne', $3, now())
    ), payout as (
      insert into cod_payouts (shop_id, source, courier, paid_on, status, row_total, created_at)
      values ($1, 'HAND', 'jne', date '2026-01-09', 'APPLIED', 1, now()) returning id
    )
    insert into cod_payout_lines (shop_id, payout_id, row_number, awb_number, net_idr, line_key, status, fault)
    select $1, payout.id, 1, 'HILANG', 7000, 'hilang', 'QUEUED', 'UNKNOWN' from payout
    returning id, payout_id`,
    [shop.shop_id, order_id, String(COD_INVOICE + shop.shop_id)],
  );
  const checkout = await checkedOut(test_app, shop, stall);
  const bank_mutation = await insert(
    `insert into bank_mutations (shop_id, bank_account_id, account_key, day, direction, amount_idr, occurrence, description,
       search_text, state, fault, created_at)
     values ($1, ${stall.bank_id}, '${stall.bank_id}', '2026-01-05', 'CREDIT', 900000, 1, 'TRSF CR', ' trsf cr', 'QUEUED',
       'UNKNOWN', now())`,
  );
  const bulk_run = await insert(
    `insert into bulk_runs (shop_id, action, terms, state, order_total, created_by, created_at, ended_at, done_total,
       skipped_total, failed_total, stopped_total, amount_idr)
     values ($1, 'CANCEL', '{}', 'DONE', 1, ${shop.user_id}, now(), now(), 0, 0, 1, 0, 0)`,
  );
  await test_app.database.pool.query(
    `insert into bulk_run_orders (shop_id, run_id, order_id, result, created_at, worked_at)
     values ($1, $2, $3, 'FAILED', now(), now())`,
    [shop.shop_id, bulk_run, order_id],
  );
  const broadcast = await insert(
    `insert into message_broadcasts (shop_id, source, days, kind, body, vendor, cost_idr, state, receiver_total, fingerprint, user_id,
       created_at, prepared_at)
     values ($1, 'ASLEEP', 30, 'PROMO', 'Promo', 'link', 0, 'RUNNING', 1, 'x', ${shop.user_id}, now(), now())`,
  );
  const { id: webhook } = await made('/api/open/webhook', { url: 'https://hooks.example.com/' });
  const payments = await shop.call('GET', '/api/open/order/payment-history', { id: String(order_id) });
  const buyer = await addBuyer(test_app, shop);
  return {
    shop,
    stall,
    buyer,
    checkout_token: checkout.token,
    district_id: checkout.district_id,
    ids: {
      admin_fee: await insert(
        `insert into admin_fees (shop_id, category_code, nominal_idr, created_at, updated_at)
         values ($1, 'N', 2000, now(), now())`,
      ),
      expense: await insert(
        `insert into expenses (shop_id, title, nominal_idr, spent_on, created_at, updated_at)
         values ($1, 'Plastik', 7000, date '2026-01-05', now(), now())`,
      ),
      gateway_payment: await insert(
        `with charge as (
          insert into gateway_charges (shop_id, payment_id, key, owner, channel, amount_idr, state, expires_at, created_at, updated_at)
          values ($1, ${checkout.payment_id}, 'ng-dunia', 'PLATFORM', 'VA_BNI', 10000, 'PAID', now(), now(), now()) returning id)
         insert into gateway_payments (shop_id, charge_id, amount_idr, paid_at, outcome, created_at)
         select $1, id, 10000, now(), 'WRONG_AMOUNT', now() from charge`,
      ),
      buyer_payment: checkout.payment_id,
      api_key,
      bank: stall.bank_id,
      billing,
      buyer: buyer.customer_id,
      buyer_session: buyer.session_id,
      booking: await insert(
        `insert into courier_bookings (shop_id, order_id, shipment, vendor, state, key, collection, problem, user_id,
           created_at, updated_at)
         values ($1, ${order_id}, 1, 'biteship', 'FAILED', 'NG1', 'PICKUP', 'no_rate', ${shop.user_id}, now(), now())`,
      ),
      category,
      cod_invoice: COD_INVOICE + shop.shop_id,
      cod_line: Number(cod[0].id),
      cod_payout: Number(cod[0].payout_id),
      customer: stall.customer_id,
      customer_category: await insert(
        `insert into customer_categories (shop_id, code, name) values ($1, '3', 'Milik sendiri')`,
      ),
      order: order_id,
      parcel_return: await insert(
        `insert into parcel_returns (shop_id, order_id, shipment, state, source, reason, courier_id, announced_at)
         values ($1, ${order_id}, 1, 'ANNOUNCED', 'STAFF', 'Ditolak', 1, now())`,
      ),
      custom_courier: await insert(
        `insert into custom_couriers (shop_id, name, fee_idr, created_at) values ($1, 'Kurir Toko', 10000, now())`,
      ),
      order_cost: await insert(
        `insert into order_costs (shop_id, category, name, type, nominal_idr, created_at)
         values ($1, 'DISCOUNT', 'Ultah', 'NOMINAL', 1000, now())`,
      ),
      order_source: await insert(
        `insert into order_sources (shop_id, marketplace_id, note) values ($1, 1, 'WA')`,
      ),
      payment: payments.body.data[0].payment_id,
      product: stall.product_id,
      promo: promo_id,
      session: sessions[0].id,
      supplier: stall.supplier_id,
      user: user_id,
      variation: stall.variation_ids[0] ?? 0,
      wholesale: await insert(
        `insert into product_wholesales (shop_id, product_id, from_quantity, to_quantity, price_idr)
         select $1, ${stall.product_id}, 3, 5, 900`,
      ),
      view: await insert(
        `insert into saved_views (shop_id, list, user_id, title, query, is_shared, created_at, updated_at)
         values ($1, 'orders', ${shop.user_id}, 'Belum bayar', 'order_progress_status=UNPAID', true, now(), now())`,
      ),
      warehouse,
      transfer,
      opname,
      product_import: await insert(
        `insert into product_imports (shop_id, file_name, status, columns, passed_over, row_total, created_by, created_at)
         values ($1, 'produk.xlsx', 'READY', '[]', '[]', 1, ${shop.user_id}, now())`,
      ),
      tariff_import: await insert(
        `insert into tariff_imports (shop_id, file_name, status, titles, row_total, created, changed, unchanged, wrong,
           created_by, created_at)
         values ($1, 'tarif.xlsx', 'READY', '{}', 1, 1, 0, 0, 0, ${shop.user_id}, now())`,
      ),
      awb_import: await insert(
        `insert into awb_imports (shop_id, file_name, status, titles, row_total, created_by, created_at)
         values ($1, 'resi.xlsx', 'READY', '{}', 1, ${shop.user_id}, now())`,
      ),
      bank_mutation,
      message_template: await insert(
        `insert into message_templates (shop_id, kind, language, title, body, created_at, updated_at)
         values ($1, 'PROMO', 'id', 'Promo', 'Promo', now(), now())`,
      ),
      broadcast,
      message: await insert(
        `insert into messages (shop_id, key, kind, lane, broadcast_id, order_id, customer_id, phone, name, template, text, state,
           next_try_at, expires_at, created_at, updated_at)
         values ($1, 'dunia', 'PROMO', 2, ${broadcast}, ${order_id}, ${stall.customer_id}, '628123', 'Siti', 'Promo', 'Promo', 'LINK',
           now(), now(), now(), now())`,
      ),
      bulk_run,
      mutation_match: await insert(
        `insert into mutation_matches (shop_id, mutation_id, kind, order_id, payment_id, amount_idr, created_at, undone_at)
         values ($1, ${bank_mutation}, 'ORDER', 1, 1, 1, now(), now())`,
      ),
      mutation_import: await insert(
        `insert into mutation_imports (shop_id, bank_account_id, file_name, status, columns, row_total, created_by, created_at)
         values ($1, ${stall.bank_id}, 'mutasi.csv', 'READY', '[]', 1, ${shop.user_id}, now())`,
      ),
      webhook,
      webhook_delivery: await insert(
        `with message as (
          insert into webhook_messages (shop_id, webhook_id, type, subject, body, created_at)
          values ($1, 'msg_dunia', 'order.paid', 'order:1', '{}', now()) returning id)
         insert into webhook_deliveries (shop_id, message_id, endpoint_id, type, subject, position, part, state, queued_at,
           created_at, ended_at)
         select $1, id, ${webhook}, 'order.paid', 'order:1', 1, 0, 'FAILED', now(), now(), now() from message`,
      ),
      job: await insert(
        `insert into shop_jobs (shop_id, name, input, status, failure, user_id, actor_kind, credential_id,
           language, base_url, request_id, created_at, finished_at)
         values ($1, 'import', '{}', 'FAILED', '[]', ${shop.user_id}, 'session', 1, 'id', '', '', now(), now())`,
      ),
    },
  };
}

/** A guest's checkout in the store of the shop, whose parcels leave from Tajinan. */
async function checkedOut(test_app: TestApp, shop: TestShop, { supplier_id, variation_ids }: Stall) {
  const query = { keyword: 'tajinan', pagination_offset: '1' };
  const district_id = expectOk(await shop.call('GET', '/api/open/region', query)).body.data[0].id;
  expectOk(await shop.call('PATCH', '/api/open/supplier/update', { supplier_id, district_id }));
  const checkout = {
    name: 'Rina Wati',
    phone: '0857-9999-0000',
    address: 'Jl. Kenanga 7',
    district_id,
    products: [{ id: variation_ids[0], qty: 1 }],
    expedition: { id: 1 },
    payment: { method: 'TRANSFER' },
  };
  const visit = visitorOf(test_app, shop);
  const { data } = expectOk(await visit('POST', '/api/store/:subdomain/checkout', checkout)).body;
  return { ...(data as { payment_id: number; token: string }), district_id: district_id as number };
}
