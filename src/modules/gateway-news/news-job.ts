import { z } from 'zod';
import { defineJob } from '../../kernel/jobs/job.ts';
import { billingNews } from '../billing/index.ts';
import { chargeNews } from '../checkout/index.ts';
import { payoutNews } from '../orderpay/index.ts';
import type { GatewayNewsReader } from '../payments/index.ts';

/** All that asks something of a payment gateway. */
export const NEWS_READERS: readonly GatewayNewsReader[] = [chargeNews, payoutNews, billingNews];

const StoredNews = z.object({
  reader: z.string(),
  id: z.int(),
  kind: z.enum(['charge_paid', 'charge_expired', 'payout_paid', 'payout_failed']),
  /** Of a payment that came in. */
  payment_id: z.string().nullable(),
  amount_idr: z.int(),
  happened_at: z.iso.datetime(),
});
export type StoredNews = z.output<typeof StoredNews>;

/** Has what a callback tells read by whoever asked for it. */
export const gatewayNewsJob = defineJob({
  name: 'gateway-news',
  input: StoredNews,
  async run(context, { reader: name, id, happened_at, ...news }) {
    const reader = NEWS_READERS.find((one) => one.name === name);
    if (reader === undefined) throw new Error(`nobody reads news of ${name}`);
    await reader.read(context, id, { ...news, happened_at: new Date(happened_at) });
    return {};
  },
});
