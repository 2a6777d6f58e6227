import type { StoreContext } from './store-context.ts';

/** How long what visitors see may be older than what is stored. */
const BELIEVED_MS = 1_000;
/** Values in each process. */
const REMEMBERED_MOST = 500;

interface Remembered {
  value: Promise<unknown>;
  until: number;
}
const memories = new WeakMap<object, Map<string, Remembered>>();

/**
 * What `load` gives, or gave within the last second in this process: what many visitors look at is loaded once. Only for
 * what is the same for all visitors of a store, and never for what is decided by it.
 * @param key unique for what is loaded, and within the shop
 */
export async function remember<Value>(
  context: StoreContext,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const memory = memories.get(context.config) ?? new Map<string, Remembered>();
  memories.set(context.config, memory);
  const full_key = `${context.shop.id} ${key}`;
  const now = context.clock.now().getTime();
  const known = memory.get(full_key);
  if (known !== undefined && known.until > now) return known.value as Promise<Value>;
  if (memory.size >= REMEMBERED_MOST) memory.clear();
  const value = load();
  memory.set(full_key, { value, until: now + BELIEVED_MS });
  try {
    return await value;
  } catch (error) {
    memory.delete(full_key);
    throw error;
  }
}
