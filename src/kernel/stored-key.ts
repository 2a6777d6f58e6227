/**
 * The Idempotency-Key of a request whose use-case stores it with its work, in one statement, instead of a transaction around
 * all of it: the columns of the row, as JSON has them. Such a request can be committed together with others.
 */
export interface KeyToStore {
  /** Number of the lock under which the same key is looked for and stored. */
  lock: string;
  /** Bytes in hexadecimal digits. */
  key_hash: string;
  request_hash: string;
  role: string | null;
  status: number;
  /** The response, encrypted, with `TO_COME` where the numbers will be that only the database knows. */
  sealed_body: string;
}

/** In a response in place of a number that is not known yet; no identifier is as large. */
const TO_COME = Number.MAX_SAFE_INTEGER;

export const numbersToCome = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, TO_COME]));

/** Such a response with its numbers. A text in it can't look like one of these: its quotation marks are escaped. */
export function withNumbers(body: string, numbers: Readonly<Record<string, number>>): string {
  let filled = body;
  for (const [name, number] of Object.entries(numbers))
    filled = filled.replace(`"${name}":${TO_COME}`, `"${name}":${number}`);
  return filled;
}

/** Why a key could not be stored: its first request is running, or its response is stored. */
export type KeyState = 'IN_FLIGHT' | 'STORED';

/** The key was taken by another request since it was looked for. Nothing was done. */
export class KeyTaken extends Error {
  readonly state: KeyState;
  constructor(state: KeyState) {
    super(`the key of the request is ${state}`);
    this.state = state;
  }
}

/**
 * How a function of a shop (`shopFunction`) stores the key of its request, if it has one.
 * @param at.key the expression of a `KeyToStore` as jsonb, or null
 * @param at.state the variable for a `KeyState`
 * @param at.numbers jsonb, what `withNumbers` takes
 */
export function storeKeySql(at: {
  shop_id: string;
  key: string;
  state: string;
  numbers: string;
  created_at: string;
}): { take: string; store: string } {
  return {
    // Before anything else: the function returns where the key is taken.
    take: `if ${at.key} is not null then
    if not pg_try_advisory_xact_lock((${at.key} ->> 'lock')::bigint) then
      ${at.state} := 'IN_FLIGHT';
      return;
    end if;
    if exists (
      select 1 from idempotency_keys
      where scope = ${at.shop_id} and key_hash = decode(${at.key} ->> 'key_hash', 'hex')
    ) then
      ${at.state} := 'STORED';
      return;
    end if;
  end if;`,
    store: `if ${at.key} is not null then
    insert into idempotency_keys (scope, key_hash, request_hash, role, status, sealed_body, numbers, created_at)
    values (${at.shop_id}, decode(${at.key} ->> 'key_hash', 'hex'), decode(${at.key} ->> 'request_hash', 'hex'),
      ${at.key} ->> 'role', (${at.key} ->> 'status')::smallint, decode(${at.key} ->> 'sealed_body', 'hex'),
      ${at.numbers}, ${at.created_at});
  end if;`,
  };
}
