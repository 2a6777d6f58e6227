import type { Principal, Services, TimeZone } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import type { Role } from '../../kernel/permissions.ts';
import { hashToken, shopOfToken } from '../../kernel/shop-token.ts';
import { asShopVersion, shopVersionSql, type ShopVersion } from '../../kernel/shop-version.ts';
import { keyRefusal } from '../packages/index.ts';

/** Sessions and keys differ in their prefix, so one statement finds either. */
export const SESSION_PREFIX = 'ngs_';
export const API_KEY_PREFIX = 'ngk_';

/**
 * How long a checked credential is cached. Revocations take effect immediately if the process is notified
 * (`end-access.ts`), and within this time otherwise. A busy client costs one statement per second.
 */
const BELIEVED_MS = 1_000;
const REMEMBERED_MOST = 10_000;
/** Last use is written at most this often, away from the request. */
const LAST_USE_EVERY_MS = 60_000;

interface CredentialRow {
  id: number;
  shop_id: number;
  user_id: number;
  role: Role;
  time_zone: TimeZone;
  allowed_origins: string[];
  expires_at: Date;
  last_used_at: Date | null;
  version: ShopVersion;
  /** Of keys only. */
  first_id?: number | null;
  class?: string;
  class_ends_on?: string | null;
  /** Of sessions only. */
  password_confirmed_at?: Date;
}

const findSession = statement<CredentialRow>(
  'find_session',
  `select s.id, s.shop_id, s.user_id, u.role, shops.time_zone, shops.allowed_origins, s.expires_at, s.last_used_at,
     s.password_confirmed_at, ${shopVersionSql('$3')} as version
   from sessions s
   join users u on u.shop_id = $3 and u.id = s.user_id and u.status = 'ACTIVE'
   join shops on shops.id = $3 and shops.status = 'ACTIVE'
   where s.shop_id = $3 and s.token_hash = $1 and s.expires_at > $2`,
);

const findApiKey = statement<CredentialRow>(
  'find_api_key',
  `select k.id, k.shop_id, k.user_id, u.role, shops.time_zone, shops.allowed_origins, k.expires_at, k.last_used_at, k.first_id,
     shops.class, shops.class_ends_on, ${shopVersionSql('$3')} as version
   from api_keys k
   join users u on u.shop_id = $3 and u.id = k.user_id and u.status = 'ACTIVE'
   join shops on shops.id = $3 and shops.status = 'ACTIVE'
   where k.shop_id = $3 and k.key_hash = $1 and k.expires_at > $2 and (k.revoked_at is null or k.revoked_at > $2)`,
);

export interface Authenticator {
  /** @param anew queries the database, whatever is cached */
  authenticate: (credential: string, anew?: boolean) => Promise<Principal | undefined>;
}

/** What a process remembers of credentials, by its configuration, so that revoking can make it forget. */
interface Memory {
  known: Map<string, { principal: Principal; until: number }>;
  /** Counts how often all was forgotten: what was looked up before is not remembered after. */
  forgotten: number;
  /** What holds connections open, and asks anew whether it may. */
  listeners: Set<(shop_id: number | undefined) => void>;
}
const memories = new WeakMap<object, Memory>();

function memoryOf({ config }: Pick<Services, 'config'>): Memory {
  const memory = memories.get(config) ?? { known: new Map(), forgotten: 0, listeners: new Set() };
  memories.set(config, memory);
  return memory;
}

/**
 * Makes this process check credentials anew.
 * @param shop_id those of one shop; of all where it is left out
 */
export function forgetCredentials(services: Pick<Services, 'config'>, shop_id?: number): void {
  const memory = memoryOf(services);
  for (const [credential, { principal }] of memory.known)
    if (shop_id === undefined || principal.shop.id === shop_id) memory.known.delete(credential);
  memory.forgotten += 1;
  for (const hear of memory.listeners) hear(shop_id);
}

/**
 * Hears each time when credentials may have ended or changed, here or in another process.
 * @param hear is given the shop; undefined: those of any may
 * @returns ends it
 */
export function onForgotten(
  services: Pick<Services, 'config'>,
  hear: (shop_id: number | undefined) => void,
): () => void {
  const { listeners } = memoryOf(services);
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/**
 * Finds the principal of a session token or API key, or refuses a key that the package of the shop does not include. Known ones are cached for a second, so that a busy client does not
 * cost a statement per request; unknown ones are looked up each time.
 */
export function createAuthenticator(services: Services): Authenticator {
  const memory = memoryOf(services);
  const { known } = memory;
  return {
    async authenticate(credential, anew = false) {
      const now = services.clock.now();
      const entry = known.get(credential);
      if (!anew && entry !== undefined && entry.until > now.getTime()) return entry.principal;
      known.delete(credential);
      const { forgotten } = memory;
      const found = await find(services, credential, now);
      if (found === undefined) return undefined;
      // Requests of one credential share a principal, that each sees what another of them changed.
      const meanwhile = known.get(credential);
      if (!anew && meanwhile !== undefined && meanwhile.until > now.getTime()) return meanwhile.principal;
      if (known.size >= REMEMBERED_MOST) known.clear();
      const until = Math.min(now.getTime() + BELIEVED_MS, found.row.expires_at.getTime());
      if (memory.forgotten === forgotten) known.set(credential, { principal: found.principal, until });
      return found.principal;
    },
  };
}

async function find(services: Services, credential: string, now: Date) {
  const kind = credential.startsWith(SESSION_PREFIX)
    ? ('session' as const)
    : credential.startsWith(API_KEY_PREFIX)
      ? ('api_key' as const)
      : undefined;
  const shop_id = shopOfToken(credential);
  if (kind === undefined || shop_id === undefined) return undefined;
  const query = kind === 'session' ? findSession : findApiKey;
  const [row] = await query.run(services.db, [hashToken(credential), now, shop_id]);
  if (row === undefined) return undefined;
  refuseEndedPackage(services, row);
  noteUse(services, kind, row, now);
  const principal: Principal = {
    shop: { id: row.shop_id, time_zone: row.time_zone },
    actor: {
      kind,
      credential_id: row.id,
      ...(row.first_id && { first_key_id: row.first_id }),
      user_id: row.user_id,
      role: row.role,
    },
    allowed_origins: row.allowed_origins,
    version: asShopVersion(row.version),
    ...(row.password_confirmed_at && { password_confirmed_at: row.password_confirmed_at }),
  };
  return { row, principal };
}

/** @throws Refusal 403 for a key where the package of the shop has none */
function refuseEndedPackage(services: Services, row: CredentialRow): void {
  if (row.class === undefined) return;
  const refusal = keyRefusal(services, {
    ...row,
    class: row.class,
    class_ends_on: row.class_ends_on ?? null,
  });
  if (refusal !== undefined) throw refusal;
}

function noteUse(services: Services, kind: 'session' | 'api_key', row: CredentialRow, now: Date): void {
  if (row.last_used_at !== null && now.getTime() - row.last_used_at.getTime() < LAST_USE_EVERY_MS) return;
  services.db
    .updateTable(kind === 'session' ? 'sessions' : 'api_keys')
    .set({ last_used_at: now })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute()
    .catch((error: unknown) => services.log.warn({ err: error }, 'last use of a credential was not noted'));
}
