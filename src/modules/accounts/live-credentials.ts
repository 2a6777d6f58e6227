import type { Services, TimeZone } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import type { Role } from '../../kernel/permissions.ts';
import { keyRefusal } from '../packages/index.ts';

/** The credential of somebody who was let in a while ago. */
export interface HeldCredential {
  kind: 'session' | 'api_key';
  credential_id: number;
}

interface LiveRow {
  kind: HeldCredential['kind'];
  id: number;
  role: Role;
  class: string;
  class_ends_on: string | null;
  time_zone: TimeZone;
}

const findLive = statement<LiveRow>(
  'find_live_credentials',
  `select 'session' as kind, s.id, u.role, shops.class, shops.class_ends_on, shops.time_zone
   from sessions s
   join users u on u.shop_id = $1 and u.id = s.user_id and u.status = 'ACTIVE'
   join shops on shops.id = $1 and shops.status = 'ACTIVE'
   where s.shop_id = $1 and s.id = any($2::bigint[]) and s.expires_at > $4
   union all
   select 'api_key', k.id, u.role, shops.class, shops.class_ends_on, shops.time_zone
   from api_keys k
   join users u on u.shop_id = $1 and u.id = k.user_id and u.status = 'ACTIVE'
   join shops on shops.id = $1 and shops.status = 'ACTIVE'
   where k.shop_id = $1 and k.id = any($3::bigint[]) and k.expires_at > $4
     and (k.revoked_at is null or k.revoked_at > $4)`,
);

/**
 * Which credentials of a shop still let somebody in, as `createAuthenticator` would, and with what role: in one statement,
 * for those who hold a connection open.
 * @returns the roles, by kind and ID (`session 7`)
 */
export async function liveCredentials(
  services: Pick<Services, 'db' | 'clock' | 'config'>,
  shop_id: number,
  held: readonly HeldCredential[],
): Promise<Map<string, Role>> {
  const idsOf = (wanted: HeldCredential['kind']) => [
    ...new Set(held.filter(({ kind }) => kind === wanted).map(({ credential_id }) => credential_id)),
  ];
  const rows = await findLive.run(services.db, [
    shop_id,
    idsOf('session'),
    idsOf('api_key'),
    services.clock.now(),
  ]);
  return new Map(
    rows
      .filter((row) => row.kind === 'session' || keyRefusal(services, row) === undefined)
      .map(({ kind, id, role }) => [`${kind} ${id}`, role]),
  );
}
