import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type { Context } from '../context.ts';
import { isSameVersion, type ShopVersion } from '../shop-version.ts';

/** Totals that a process remembers; the oldest are forgotten first. Each takes about 200 bytes. */
const REMEMBERED_MOST = 5_000;

interface Remembered {
  version: ShopVersion;
  total: number;
}

/** What a process remembers, by its configuration. */
const memories = new WeakMap<object, Map<string, Remembered>>();

/**
 * The total of a list, which is counted once as long as nothing changes in the shop: by the version that the shop had when the
 * credential of the request was looked up, less than a second ago. So what another user, or a job, changes is missing from
 * a total for a second at most; what was changed with the same credential in this process is not. Only for requests whose
 * answers have a tag, as what they show changes with the version; for others it is counted each time.
 * @param counted the rows that are counted, by which the total is known again
 */
export async function rememberedTotal(
  { config, shop, version }: Context,
  counted: CompiledQuery,
  count: () => Promise<number>,
): Promise<number> {
  if (version === undefined) return count();
  const memory = memories.get(config) ?? new Map<string, Remembered>();
  memories.set(config, memory);
  const key = createHash('sha256')
    .update(JSON.stringify([shop.id, counted.sql, counted.parameters]))
    .digest('base64');
  const known = memory.get(key);
  if (known !== undefined && isSameVersion(known.version, version)) return known.total;
  const total = await count();
  memory.delete(key);
  const [oldest] = memory.keys();
  if (memory.size >= REMEMBERED_MOST && oldest !== undefined) memory.delete(oldest);
  memory.set(key, { version, total });
  return total;
}
