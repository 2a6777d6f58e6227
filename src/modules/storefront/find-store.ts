import type { Context, PublicContext, Services } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { runsSql } from '../packages/index.ts';
import type { Store } from './store-context.ts';

/** How long a store is believed to be as it was found. */
const BELIEVED_MS = 1_000;
const REMEMBERED_MOST = 10_000;

/** A store that is open. */
export interface FoundStore extends Store {
  shop: Context['shop'];
  allowed_origins: readonly string[];
}

const findShopId = statement<{ shop_id: number }>(
  'find_shop_of_subdomain',
  `select shop_id from shop_subdomains where subdomain = $1`,
);

const findOpenStore = statement<{
  name: string;
  time_zone: Context['shop']['time_zone'];
  allowed_origins: string[];
}>(
  'find_open_store',
  `select s.name, s.time_zone, s.allowed_origins from shops s where s.id = $1 and s.status = 'ACTIVE'
    and s.storefront_enabled and ${runsSql('storefront', '$1', '$2')}`,
);

/** What a subdomain can be: anything else is not looked for. */
const SUBDOMAIN = /^[a-z0-9-]{1,63}$/;

interface Remembered {
  found: Promise<FoundStore | undefined>;
  until: number;
}
const memories = new WeakMap<object, Map<string, Remembered>>();

/**
 * Finds the store of a subdomain, in any letter case; undefined if there is none, its shop is suspended, or its store is
 * not open, also because its package has ended. The result is believed for a second, also that there is none, so that neither a busy store nor somebody who
 * guesses costs a statement per request.
 */
export async function findStore(context: PublicContext, subdomain: string): Promise<FoundStore | undefined> {
  const memory = memoryOf(context);
  const name = subdomain.toLowerCase();
  if (!SUBDOMAIN.test(name)) return undefined;
  const now = context.clock.now().getTime();
  const known = memory.get(name);
  if (known !== undefined && known.until > now) return known.found;
  if (memory.size >= REMEMBERED_MOST) memory.clear();
  const found = lookUp(context, name);
  memory.set(name, { found, until: now + BELIEVED_MS });
  try {
    return await found;
  } catch (error) {
    memory.delete(name);
    throw error;
  }
}

function memoryOf({ config }: Pick<Services, 'config'>): Map<string, Remembered> {
  const memory = memories.get(config) ?? new Map<string, Remembered>();
  memories.set(config, memory);
  return memory;
}

async function lookUp(
  { platform, config, clock }: PublicContext,
  subdomain: string,
): Promise<FoundStore | undefined> {
  const [at] = await findShopId.run(platform, [subdomain]);
  if (at === undefined) return undefined;
  const [shop] = await findOpenStore.run(platform, [
    at.shop_id,
    config.BILLING === 'on' ? clock.now() : null,
  ]);
  if (shop === undefined) return undefined;
  const { name, time_zone, allowed_origins } = shop;
  return { name, subdomain, shop: { id: at.shop_id, time_zone }, allowed_origins };
}
