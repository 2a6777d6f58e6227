import { ID, MOMENT, type FilledTable } from './row-parts.ts';

/** Who buys at its store. */
export const STORE_ROWS: FilledTable[] = [
  [
    'buyer_sessions',
    {
      id: ID,
      customer_id: ID,
      account_ends: '0',
      token_hash: `sha256(n::text::bytea)`,
      created_at: MOMENT,
      last_used_at: MOMENT,
      expires_at: `now() + interval '30 days'`,
    },
  ],
  ['buyer_passwords', { customer_id: ID, account_removals: '0', password_hash: `'x'`, changed_at: MOMENT }],
  [
    'buyer_codes',
    {
      recipient: `'pembeli' || n || '@example.com'`,
      created_at: MOMENT,
      expires_at: `now() + interval '10 minutes'`,
    },
  ],
];
