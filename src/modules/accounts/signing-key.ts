import type { PublicContext } from '../../kernel/context.ts';

/** Read once by each process, by its configuration. */
const read = new WeakMap<object, Map<string, Promise<Buffer>>>();

/**
 * The key that signs what leaves the server and comes back. Made once, by whichever process needs it first, and
 * the same for all that share the database.
 * @param purpose what it signs; each has a key of its own
 */
export function signingKey(context: PublicContext, purpose: string): Promise<Buffer> {
  const keys = read.get(context.config) ?? new Map<string, Promise<Buffer>>();
  read.set(context.config, keys);
  const known = keys.get(purpose);
  if (known !== undefined) return known;
  const key = findOrMake(context, purpose);
  keys.set(purpose, key);
  key.catch(() => keys.delete(purpose));
  return key;
}

async function findOrMake({ db, random, clock }: PublicContext, purpose: string): Promise<Buffer> {
  await db
    .insertInto('signing_keys')
    .values({ purpose, key: random.bytes(32), created_at: clock.now() })
    .onConflict((conflict) => conflict.column('purpose').doNothing())
    .execute();
  const { key } = await db
    .selectFrom('signing_keys')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow();
  return key;
}
