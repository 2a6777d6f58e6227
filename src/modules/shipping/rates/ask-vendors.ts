import {
  CourierError,
  VENDOR_TITLES,
  type CourierProblem,
  type CourierVendor,
  type RateRequest,
  type VendorName,
  type VendorRate,
} from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { shippingLimits } from '../limits.ts';
import { waitForVendor } from '../vendor-accounts.ts';
import { credibleRates } from './credible-rates.ts';
import { cacheRates, readCachedRates, type RateKey } from './cached-rates.ts';

/** What vendors were asked for, and by whom it was not answered. */
export interface VendorAnswers {
  answered: { vendor: VendorName; rates: VendorRate[] }[];
  unanswered: { vendor: VendorName; title: string; problem: CourierProblem }[];
}

const WEIGHT_STEP_GRAMS = 100;
const VALUE_STEP_IDR = 100_000;

/**
 * The same for parcels that cost the same: weights rounded up to 100 g, which is finer than any courier's steps, and
 * values rounded up to Rp100,000.
 */
function classOf(request: RateRequest): { key: RateKey; request: RateRequest } {
  const weight_class = Math.max(1, Math.ceil(request.weight_grams / WEIGHT_STEP_GRAMS));
  const value_idr = Math.ceil(request.value_idr / VALUE_STEP_IDR) * VALUE_STEP_IDR;
  const { size } = request;
  const size_class = size === undefined ? '' : `${size.length_cm}x${size.width_cm}x${size.height_cm}`;
  return {
    key: {
      origin_code: request.origin.district_code,
      destination_code: request.destination.district_code,
      weight_class,
      content_class: [size_class, value_idr, ...request.courier_codes].join(' '),
      is_cod: request.is_cod,
    },
    request: { ...request, weight_grams: weight_class * WEIGHT_STEP_GRAMS, value_idr },
  };
}

/** Requests to vendors that are under way in this process, so that who asks for the same waits for the same answer. */
const under_way = new Map<string, Promise<VendorRate[]>>();

/**
 * Asks all vendors at once what a parcel costs, or reads what they have answered before. Who has not answered within
 * `limits.rate_deadline_ms` is named, and the others' rates are there. Stands outside transactions.
 * @param vendors of the shop; those that have no rates, or none with COD where that is wanted, are not asked
 * @param before_asking is called before a vendor is asked, and not where all is known; what it throws is thrown
 */
export async function askVendors(
  context: Context,
  vendors: readonly CourierVendor[],
  request: RateRequest,
  before_asking?: () => void,
): Promise<VendorAnswers> {
  const asked = vendors.filter(({ can }) => can.rates && (can.cod || !request.is_cod));
  const answers: VendorAnswers = { answered: [], unanswered: [] };
  if (asked.length === 0) return answers;
  const { key, request: of_class } = classOf(request);
  const cached = await readCachedRates(context, key);
  const answerOf = async (vendor: CourierVendor) => {
    try {
      const rates = cached.get(vendor.name) ?? (await askOnce(context, vendor, key, of_class));
      answers.answered.push({ vendor: vendor.name, rates });
    } catch (error) {
      if (!(error instanceof CourierError)) throw error;
      answers.unanswered.push({
        vendor: vendor.name,
        title: VENDOR_TITLES[vendor.name],
        problem: error.problem,
      });
    }
  };
  const wait = () => Promise.all(asked.map(answerOf));
  if (asked.every(({ name }) => cached.has(name))) {
    // Nobody is waited for where all is known.
    await wait();
  } else {
    before_asking?.();
    await waitForVendor(context, wait);
  }
  return answers;
}

function askOnce(
  context: Context,
  vendor: CourierVendor,
  key: RateKey,
  request: RateRequest,
): Promise<VendorRate[]> {
  const name = JSON.stringify([context.shop.id, vendor.name, key]);
  const known = under_way.get(name);
  if (known !== undefined) return known;
  const asking = ask(context, vendor, key, request).finally(() => under_way.delete(name));
  under_way.set(name, asking);
  return asking;
}

/** @throws CourierError, also for what a vendor should never throw: the rates of others do not fail with it */
async function ask(
  context: Context,
  vendor: CourierVendor,
  key: RateKey,
  request: RateRequest,
): Promise<VendorRate[]> {
  let rates: VendorRate[];
  try {
    rates = credibleRates(await withDeadline(vendor, request));
  } catch (error) {
    if (error instanceof CourierError) throw error;
    context.log.error({ request_id: context.request_id, vendor: vendor.name, err: error }, 'no rates');
    throw new CourierError(vendor.name, 'unavailable', String(error));
  }
  await cacheRates(context, key, vendor.name, rates, vendor.rates_ttl_ms);
  return rates;
}

/** Ends in time whatever the vendor does, also one that does not heed the signal. */
async function withDeadline(vendor: CourierVendor, request: RateRequest): Promise<VendorRate[]> {
  const late = new CourierError(vendor.name, 'unavailable', 'no rates within the deadline');
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late);
      deadline.abort(late);
    }, shippingLimits.rate_deadline_ms);
  });
  try {
    return await Promise.race([vendor.rates(request, deadline.signal), end]);
  } finally {
    clearTimeout(timer);
  }
}
