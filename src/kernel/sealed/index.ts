import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES } from './cipher.ts';
import { KEY_ID_BYTES, openKeyring, type Keyring } from './keyring.ts';
import { Secret } from './secret.ts';

export { Secret } from './secret.ts';

/** First byte of a sealed value: how what follows is laid out. */
const LAYOUT = 1;
const HEAD_BYTES = 1 + KEY_ID_BYTES;

/**
 * A column (bytea) whose values cannot be read without the key of the installation. A module lists those of its tables
 * in its descriptor, so that key rotation reaches them.
 */
export interface SealedColumn<Name extends string = string> {
  table: string;
  column: string;
  /**
   * The columns that say whose secret it is: a unique key of the row, whose values stay, with `shop_id` where the table
   * has one. A value that is copied to another row, shop, column or table does not open there.
   */
  bound_to: readonly Name[];
}

export type BoundTo<Name extends string = string> = Readonly<Record<Name, string | number>>;

/** A sealed value does not open: its key is not here, or it was changed or moved. */
export class SealBroken extends Error {
  constructor(column: SealedColumn, why: string) {
    super(`a value of ${column.table}.${column.column} does not open: ${why}`);
  }
}

/** Seals what must not be readable in the database, and opens it. */
export interface Secrets {
  keyring: Keyring;
  /** @returns what to store: layout, key id, nonce, ciphertext (AES-256-GCM) and tag */
  seal<Name extends string>(column: SealedColumn<Name>, row: BoundTo<Name>, secret: Secret): Buffer;
  /** @throws SealBroken */
  open<Name extends string>(column: SealedColumn<Name>, row: BoundTo<Name>, sealed: Buffer): Secret;
}

/** With the keys that the settings name: see `openKeyring`. */
export async function openSecrets(config: Parameters<typeof openKeyring>[0]): Promise<Secrets> {
  const keyring = await openKeyring(config);
  return {
    keyring,
    seal(column, row, secret) {
      const { id, key } = keyring.current();
      const nonce = randomBytes(NONCE_BYTES);
      const encrypted = encrypt(key.reveal(), nonce, boundText(column, row), secret.reveal());
      return Buffer.concat([Buffer.of(LAYOUT), id, encrypted]);
    },
    open(column, row, sealed) {
      if (sealed[0] !== LAYOUT) throw new SealBroken(column, 'it is not sealed in a way that is known');
      const found = keyring.find(keyIdOf(sealed));
      if (found === undefined) throw new SealBroken(column, 'its key is not here');
      try {
        const bytes = decrypt(found.key.reveal(), boundText(column, row), sealed.subarray(HEAD_BYTES));
        return new Secret(bytes);
      } catch {
        throw new SealBroken(column, 'it was changed, or is another row’s');
      }
    },
  };
}

const keyIdOf = (sealed: Buffer) => sealed.subarray(1, HEAD_BYTES);

function boundText({ table, column, bound_to }: SealedColumn, row: BoundTo): string {
  return JSON.stringify([table, column, ...bound_to.map((name) => [name, String(row[name])])]);
}
