import type { PublicContext } from '../../../kernel/context.ts';
import { SealBroken, Secret, type SealedColumn } from '../../../kernel/sealed/index.ts';

export const SIGNING_KEYS: SealedColumn<'purpose'> = {
  table: 'signing_keys',
  column: 'key',
  bound_to: ['purpose'],
};

/** Read once by each process, by its configuration. */
const read = new WeakMap<object, Map<string, Promise<Secret>>>();

/**
 * The key that signs what leaves the server and comes back. It is created by the first process that needs it and shared
 * by all processes that use the database, where it is sealed.
 * @param purpose what it signs; each purpose has its own key
 */
export function signingKey(context: PublicContext, purpose: string): Promise<Secret> {
  const keys = read.get(context.config) ?? new Map<string, Promise<Secret>>();
  read.set(context.config, keys);
  const known = keys.get(purpose);
  if (known !== undefined) return known;
  const key = findOrMake(context, purpose);
  keys.set(purpose, key);
  key.catch(() => keys.delete(purpose));
  return key;
}

async function findOrMake(context: PublicContext, purpose: string): Promise<Secret> {
  const { db, random, clock, secrets } = context;
  const made = secrets.seal(SIGNING_KEYS, { purpose }, new Secret(random.bytes(32)));
  await db
    .insertInto('signing_keys')
    .values({ purpose, key: made, created_at: clock.now() })
    .onConflict((conflict) => conflict.column('purpose').doNothing())
    .execute();
  const { key } = await db
    .selectFrom('signing_keys')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow();
  try {
    return secrets.open(SIGNING_KEYS, { purpose }, key);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    context.log.warn({ purpose, err: error }, 'a signing key is made anew: what it signed counts no more');
    await replace(context, purpose, key, made);
    return findOrMake(context, purpose);
  }
}

/** Of several processes that can't open it one puts a new one there. */
async function replace({ db }: PublicContext, purpose: string, lost: Buffer, made: Buffer): Promise<void> {
  await db
    .updateTable('signing_keys')
    .set({ key: made })
    .where('purpose', '=', purpose)
    .where('key', '=', lost)
    .execute();
}
