/** A fixed virtual account or an invoice in Xendit's book. */
export interface BookedCharge {
  kind: 'VA' | 'INVOICE';
  id: string;
  key: string;
  amount_idr: number;
  status: string;
  expires_at: Date;
  updated_at: Date;
  request: Record<string, unknown>;
}

export interface BookedPayout {
  id: string;
  key: string;
  amount_idr: number;
  status: string;
  failure_code?: string | undefined;
  request: Record<string, unknown>;
}

export interface BookedPayment {
  id: string;
  key: string;
  amount_idr: number;
  at: Date;
}

export function shownAccount({ id, key, status, amount_idr, expires_at, request }: BookedCharge) {
  return {
    id,
    owner_id: 'usaha1',
    external_id: key,
    bank_code: request.bank_code,
    merchant_code: '8808',
    name: request.name,
    account_number: `8808${id.replace(/\D/g, '')}`,
    is_single_use: true,
    status,
    expiration_date: expires_at.toISOString(),
    is_closed: true,
    expected_amount: amount_idr,
    currency: 'IDR',
  };
}

export function shownInvoice({ id, key, status, amount_idr, expires_at, updated_at }: BookedCharge) {
  return {
    id,
    external_id: key,
    user_id: 'usaha1',
    status,
    merchant_name: 'Toko Batik',
    amount: amount_idr,
    expiry_date: expires_at.toISOString(),
    invoice_url: `https://checkout-staging.xendit.co/web/${id}`,
    available_banks: [],
    created: new Date(0).toISOString(),
    updated: updated_at.toISOString(),
    currency: 'IDR',
  };
}

export const accountPaid = (charge: BookedCharge, { id, amount_idr, at }: BookedPayment) => ({
  id: `fva-${id}`,
  payment_id: id,
  callback_virtual_account_id: charge.id,
  owner_id: 'usaha1',
  external_id: charge.key,
  merchant_code: '8808',
  account_number: shownAccount(charge).account_number,
  bank_code: charge.request.bank_code,
  amount: amount_idr,
  transaction_timestamp: at.toISOString(),
  currency: 'IDR',
});

export const invoiceNews = (charge: BookedCharge, payment?: BookedPayment) => ({
  ...shownInvoice(charge),
  ...(payment !== undefined && {
    paid_amount: payment.amount_idr,
    paid_at: payment.at.toISOString(),
    payment_method: 'QR_CODE',
    payment_channel: 'QRIS',
    payment_id: payment.id,
  }),
});

export function shownPayout({ id, key, amount_idr, status, failure_code, request }: BookedPayout) {
  return {
    id,
    reference_id: key,
    amount: amount_idr,
    channel_code: request.channel_code,
    channel_properties: request.channel_properties,
    currency: 'IDR',
    business_id: 'usaha1',
    status,
    ...(failure_code !== undefined && { failure_code }),
    created: new Date().toISOString(),
    updated: new Date().toISOString(),
    estimated_arrival_time: new Date().toISOString(),
  };
}
