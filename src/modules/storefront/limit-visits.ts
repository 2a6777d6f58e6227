import { Refusal } from '../../kernel/errors.ts';
import { networkOf } from '../../kernel/http/client-address.ts';
import type { StoreContext } from './store-context.ts';

const MINUTE_MS = 60_000;
const REMEMBERED_MOST = 20_000;

const memories = new WeakMap<object, Map<string, { count: number; until: number }>>();

/**
 * Counts what costs more than another request, such as asking vendors: for each buyer, and together for the guests of a
 * network. Each process counts for itself; where the installation has no rate limit, nobody counts.
 * @param what is counted, and how often a minute it may be
 * @throws Refusal 429 beyond that
 */
export function limitVisits(context: StoreContext, what: string, per_minute: number): void {
  if (context.config.RATE_LIMIT_PER_MINUTE === 0) return;
  const memory = memories.get(context.config) ?? new Map<string, { count: number; until: number }>();
  memories.set(context.config, memory);
  const who =
    context.buyer === null ? networkOf(context.address) : `${context.shop.id} ${context.buyer.customer_id}`;
  const key = `${what} ${who}`;
  const now = context.clock.now().getTime();
  const known = memory.get(key);
  const counted = known !== undefined && known.until > now ? known : { count: 0, until: now + MINUTE_MS };
  counted.count += 1;
  if (known !== counted) {
    if (memory.size >= REMEMBERED_MOST) memory.clear();
    memory.set(key, counted);
  }
  if (counted.count <= per_minute) return;
  const seconds = Math.ceil((counted.until - now) / 1_000);
  throw new Refusal([{ code: 'rate_limited', values: { seconds } }], { retry_after_s: seconds });
}
