import type { PublicContext } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import { hashToken, shopOfToken } from '../../kernel/shop-token.ts';
import type { Buyer } from './store-context.ts';

/** What the tokens of buyers begin with. */
export const BUYER_PREFIX = 'ngb_';

/** Last use is written at most this often, away from the request. */
const LAST_USE_EVERY_MS = 60_000;

interface SessionRow {
  id: number;
  customer_id: number;
  category_code: string;
  expires_at: Date;
  last_used_at: Date;
}

const findSession = namedStatement<SessionRow, { shop_id: number; token_hash: Buffer; now: Date }>(
  'find_buyer_session',
  (at) => `select s.id, s.customer_id, c.category_code, s.expires_at, s.last_used_at
    from buyer_sessions s
    join customers c on c.shop_id = ${at.shop_id} and c.id = s.customer_id and c.registration_status = '1'
      and c.archived_at is null and c.account_ends = s.account_ends
    where s.shop_id = ${at.shop_id} and s.token_hash = ${at.token_hash} and s.expires_at > ${at.now}`,
);

/**
 * Finds the buyer whose token it is, anew each time, so that whoever is shown out is out at once; undefined if it is unknown
 * or expired, of another shop, or of a customer whose account has ended since, whether it is back or not.
 */
export async function findBuyer(
  context: PublicContext,
  shop_id: number,
  token: string,
): Promise<Buyer | undefined> {
  if (!token.startsWith(BUYER_PREFIX) || shopOfToken(token) !== shop_id) return undefined;
  const now = context.clock.now();
  const [row] = await findSession.run(context.db, { shop_id, token_hash: hashToken(token), now });
  if (row === undefined) return undefined;
  noteUse(context, shop_id, row, now);
  return { customer_id: row.customer_id, category_code: row.category_code, session_id: row.id };
}

function noteUse(context: PublicContext, shop_id: number, row: SessionRow, now: Date): void {
  if (now.getTime() - row.last_used_at.getTime() < LAST_USE_EVERY_MS) return;
  context.db
    .updateTable('buyer_sessions')
    .set({ last_used_at: now })
    .where('shop_id', '=', shop_id)
    .where('id', '=', row.id)
    .execute()
    .catch((error: unknown) => context.log.warn({ err: error }, 'last use of a session was not noted'));
}
