import { accountPaid, invoiceNews, shownAccount, shownInvoice, shownPayout } from './xendit-answers.ts';
import type { BookedCharge, BookedPayment, BookedPayout } from './xendit-answers.ts';
import { openLoopback, type Loopback, type VendorAnswer, type VendorRequest } from './loopback.ts';

export const XENDIT_TEST_KEY = 'xnd_development_kunci-rahasia+rangkap==';
export const XENDIT_TEST_TOKEN = 'token-verifikasi-callback';

/** Xendit on this machine, with one account. */
export interface XenditLoopback extends Loopback {
  charges: BookedCharge[];
  payouts: BookedPayout[];
  payments: BookedPayment[];
  /** Bodies of callbacks that were to be sent, oldest first. */
  callbacks: Record<string, unknown>[];
  balance: { idr: number };
  /** A buyer pays: the first charge under the key that is open, or whatever there is of it where it is forced. */
  pay(key: string, amount_idr?: number, force?: boolean): BookedPayment;
  /** The time of a charge is over. */
  expire(key: string): void;
  /** What a bank did with a payout. */
  settle(key: string, status: 'SUCCEEDED' | 'FAILED' | 'REVERSED', failure_code?: string): void;
}

let made = 0;
const nextId = (prefix: string) => `${prefix}${String((made += 1)).padStart(8, '0')}`;

interface Book extends Pick<XenditLoopback, 'charges' | 'payouts' | 'payments' | 'callbacks' | 'balance'> {
  /** Answers to requests with a key, and what was requested. */
  replays: Map<string, { request: string; answer: VendorAnswer }>;
}

/** Speaks as developers.xendit.co documents it: basic authentication, duplicates, errors, callbacks. */
export async function openXenditVendor(): Promise<XenditLoopback> {
  const book: Book = {
    charges: [],
    payouts: [],
    payments: [],
    callbacks: [],
    balance: { idr: 0 },
    replays: new Map(),
  };
  const loopback = await openLoopback(
    (request) => answer(request, book),
    () => {
      for (const list of [book.charges, book.payouts, book.payments, book.callbacks]) list.length = 0;
      book.balance.idr = 0;
      book.replays.clear();
    },
  );
  const { charges, payouts, payments, callbacks, balance } = book;
  return Object.assign(loopback, {
    charges,
    payouts,
    payments,
    callbacks,
    balance,
    pay: (key: string, amount_idr?: number, force = false) => pay(book, key, amount_idr, force),
    expire(key: string) {
      for (const charge of charges.filter((one) => one.key === key && isOpen(one))) end(book, charge);
    },
    settle: (key: string, status: string, failure_code?: string) => settle(book, key, status, failure_code),
  });
}

const refusal = (status: number, error_code: string, message: string): VendorAnswer => ({
  status,
  body: { error_code, message },
});

function answer(request: VendorRequest, book: Book): VendorAnswer {
  const basic = `Basic ${Buffer.from(`${XENDIT_TEST_KEY}:`).toString('base64')}`;
  if (request.headers.authorization !== basic)
    return refusal(401, 'INVALID_API_KEY', 'The API key provided is invalid.');
  const { method, path, query } = request;
  const said = (body: unknown): VendorAnswer => ({ status: 200, body });
  if (path === '/balance') return said({ balance: book.balance.idr });
  if (path === '/available_virtual_account_banks')
    return said(
      ['MANDIRI', 'BNI', 'BRI', 'PERMATA', 'BCA', 'SAHABAT_SAMPOERNA'].map((code) => ({
        name: `Bank ${code}`,
        code,
        country: 'ID',
        currency: 'IDR',
        is_activated: code !== 'BCA',
      })),
    );
  if (path === '/transactions') return said(transactions(book, query));
  if (path === '/callback_virtual_accounts' && method === 'POST')
    return once(book, request, request.headers['x-idempotency-key'], () => createAccount(request, book));
  if (path === '/v2/invoices')
    return method === 'POST'
      ? createInvoice(request, book)
      : said(invoicesOf(book, query.get('external_id')));
  if (path === '/v2/payouts')
    return method === 'POST'
      ? once(book, request, request.headers['idempotency-key'], () => createPayout(request, book))
      : said({
          data: book.payouts.filter(({ key }) => key === query.get('reference_id')).map(shownPayout),
          has_more: false,
        });
  return ofOne(request, book);
}

/** A request with a key is done once, and answered in the same way again. */
function once(
  book: Book,
  { path, body }: VendorRequest,
  key: string | string[] | undefined,
  work: () => VendorAnswer,
): VendorAnswer {
  if (key === undefined) return work();
  const request = JSON.stringify(body);
  const name = `${path} ${String(key)}`;
  const before = book.replays.get(name);
  if (before !== undefined && before.request !== request)
    return refusal(409, 'DUPLICATE_TRANSACTION_ERROR', 'Idempotency key has been used before.');
  if (before !== undefined) return before.answer;
  const made_now = work();
  if (made_now.status < 300) book.replays.set(name, { request, answer: made_now });
  return made_now;
}

function ofOne({ method, path, body }: VendorRequest, book: Book): VendorAnswer {
  const [, account_id] = /^\/callback_virtual_accounts\/(\w+)$/.exec(path) ?? [];
  const [, invoice_id] = /^\/invoices\/(\w+)\/expire!$/.exec(path) ?? [];
  const charge = book.charges.find(({ id }) => id === (account_id ?? invoice_id));
  if (account_id !== undefined) {
    if (charge === undefined)
      return refusal(404, 'CALLBACK_VIRTUAL_ACCOUNT_NOT_FOUND_ERROR', 'Callback virtual account not found');
    if (method === 'PATCH' && !isOpen(charge))
      return refusal(400, 'INACTIVE_VIRTUAL_ACCOUNT_ERROR', 'The virtual account is inactive');
    if (method === 'PATCH' && new Date(String(body.expiration_date)) <= new Date())
      charge.status = 'INACTIVE';
    return { status: 200, body: shownAccount(charge) };
  }
  if (invoice_id !== undefined) {
    if (charge === undefined) return refusal(404, 'INVOICE_NOT_FOUND_ERROR', 'Could not find invoice.');
    if (!isOpen(charge)) return refusal(400, 'INVALID_INVOICE_STATUS', 'The invoice is not pending.');
    end(book, charge);
    return { status: 200, body: shownInvoice(charge) };
  }
  return refusal(404, 'NOT_FOUND', 'The requested resource was not found');
}

const MINIMUM_IDR = 10_000;

function createAccount({ body }: VendorRequest, book: Book): VendorAnswer {
  const { external_id, bank_code, name, expected_amount, expiration_date, is_closed, is_single_use } = body;
  if (typeof external_id !== 'string' || !/^[A-Za-z ]{1,50}$/.test(String(name)) || is_closed !== true)
    return refusal(
      400,
      'API_VALIDATION_ERROR',
      'There was an error with the format submitted to the server.',
    );
  if (!['MANDIRI', 'BNI', 'BRI', 'PERMATA'].includes(String(bank_code)))
    return refusal(400, 'BANK_NOT_SUPPORTED_ERROR', 'Bank code is not supported');
  if (!(Number(expected_amount) >= MINIMUM_IDR))
    return refusal(400, 'MINIMUM_EXPECTED_AMOUNT_ERROR', `The minimum amount is ${MINIMUM_IDR}`);
  const expires_at = new Date(String(expiration_date));
  if (!(expires_at > new Date()) || is_single_use !== true)
    return refusal(400, 'EXPIRATION_DATE_INVALID_ERROR', 'The expiration date is invalid');
  const charge: BookedCharge = {
    kind: 'VA',
    id: nextId('va'),
    key: external_id,
    amount_idr: Number(expected_amount),
    status: 'ACTIVE',
    expires_at,
    updated_at: new Date(),
    request: body,
  };
  book.charges.push(charge);
  book.callbacks.push(shownAccount(charge));
  return { status: 200, body: { ...shownAccount(charge), status: 'PENDING' } };
}

function createInvoice({ body }: VendorRequest, book: Book): VendorAnswer {
  const { external_id, amount, invoice_duration, payment_methods } = body;
  if (typeof external_id !== 'string' || !(Number(amount) > 0) || !(Number(invoice_duration) > 0))
    return refusal(
      400,
      'API_VALIDATION_ERROR',
      'There was an error with the format submitted to the server.',
    );
  // This account has not all e-wallets.
  if (Array.isArray(payment_methods) && payment_methods.includes('ASTRAPAY'))
    return refusal(400, 'UNAVAILABLE_PAYMENT_METHOD_ERROR', 'The payment method is not available: ASTRAPAY');
  const charge: BookedCharge = {
    kind: 'INVOICE',
    id: nextId('inv'),
    key: external_id,
    amount_idr: Number(amount),
    status: 'PENDING',
    expires_at: new Date(Date.now() + Number(invoice_duration) * 1_000),
    updated_at: new Date(),
    request: body,
  };
  book.charges.push(charge);
  return { status: 200, body: shownInvoice(charge) };
}

function createPayout({ body }: VendorRequest, book: Book): VendorAnswer {
  const { reference_id, channel_code, channel_properties, amount } = body;
  const { account_number = '', account_holder_name = '' } = (channel_properties ?? {}) as Record<
    string,
    string
  >;
  if (typeof reference_id !== 'string' || account_holder_name === '' || body.currency !== 'IDR')
    return refusal(
      400,
      'API_VALIDATION_ERROR',
      'There was an error with the format submitted to the server.',
    );
  if (!['ID_BCA', 'ID_MANDIRI', 'ID_BNI'].includes(String(channel_code)))
    return refusal(400, 'CHANNEL_CODE_NOT_SUPPORTED_ERROR', 'The channel code is not supported');
  if (!/^\d{5,}$/.test(account_number))
    return refusal(400, 'RECIPIENT_ACCOUNT_NUMBER_ERROR', 'The account number is invalid');
  if (Number(amount) < MINIMUM_IDR) return refusal(400, 'RECIPIENT_AMOUNT_ERROR', 'The amount is too low');
  if (Number(amount) > book.balance.idr) return refusal(400, 'INSUFFICIENT_BALANCE', 'Insufficient balance');
  book.balance.idr -= Number(amount);
  const payout: BookedPayout = {
    id: nextId('disb-'),
    key: reference_id,
    amount_idr: Number(amount),
    status: 'ACCEPTED',
    request: body,
  };
  book.payouts.push(payout);
  return { status: 200, body: shownPayout(payout) };
}

const invoicesOf = ({ charges, payments }: Book, key: string | null) =>
  charges
    .filter((charge) => charge.key === key && charge.kind === 'INVOICE')
    .map((charge) =>
      invoiceNews(
        charge,
        charge.status === 'PAID' ? payments.findLast((payment) => payment.key === key) : undefined,
      ),
    );
const isOpen = ({ status, expires_at }: BookedCharge) =>
  (status === 'ACTIVE' || status === 'PENDING') && expires_at > new Date();

function transactions(book: Book, query: URLSearchParams) {
  const key = query.get('reference_id');
  const data = book.payments
    .filter((payment) => key === null || payment.key === key)
    .slice(0, Number(query.get('limit') ?? 10))
    .map(({ id, key: reference_id, amount_idr, at }) => ({
      id: `txn_${id}`,
      product_id: `product-${id}`,
      type: 'PAYMENT',
      status: 'SUCCESS',
      channel_category: 'VIRTUAL_ACCOUNT',
      channel_code: 'BNI',
      reference_id,
      account_identifier: null,
      currency: 'IDR',
      amount: amount_idr,
      cashflow: 'MONEY_IN',
      created: at.toISOString(),
      updated: at.toISOString(),
    }));
  return { has_more: false, data, links: [] };
}

function end(book: Book, charge: BookedCharge): void {
  charge.status = charge.kind === 'VA' ? 'INACTIVE' : 'EXPIRED';
  charge.updated_at = new Date();
  // A virtual account ends in silence.
  if (charge.kind === 'INVOICE') book.callbacks.push(invoiceNews(charge));
}

function pay(book: Book, key: string, amount_idr: number | undefined, force: boolean): BookedPayment {
  const of_key = book.charges.filter((charge) => charge.key === key);
  const charge = of_key.find(isOpen) ?? (force ? of_key.at(-1) : undefined);
  if (charge === undefined) throw new Error(`nothing to pay under ${key}`);
  const payment = { id: nextId('pay-'), key, amount_idr: amount_idr ?? charge.amount_idr, at: new Date() };
  book.payments.push(payment);
  book.balance.idr += payment.amount_idr;
  charge.status = charge.kind === 'VA' ? 'INACTIVE' : 'PAID';
  charge.updated_at = payment.at;
  book.callbacks.push(charge.kind === 'VA' ? accountPaid(charge, payment) : invoiceNews(charge, payment));
  return payment;
}

function settle(book: Book, key: string, status: string, failure_code?: string): void {
  const payout = book.payouts.find((one) => one.key === key);
  if (payout === undefined) throw new Error(`no payout under ${key}`);
  if (status !== 'SUCCEEDED') book.balance.idr += payout.amount_idr;
  payout.status = status;
  payout.failure_code = failure_code;
  book.callbacks.push({
    event: `payout.${status.toLowerCase()}`,
    business_id: 'usaha1',
    created: new Date().toISOString(),
    data: shownPayout(payout),
  });
}
