import { createHash, type Hash } from 'node:crypto';
import { takeTurns } from '../slices.ts';

/**
 * A fingerprint of an input, whether it is short or many megabytes; yields to other requests.
 * @returns SHA-256 of it as JSON, in hexadecimal digits
 */
export async function fingerprint(input: object): Promise<string> {
  const hash = createHash('sha256');
  await add(hash, input, 0);
  return hash.digest('hex');
}

/** In a list of inputs a field may hold a long list; what is in that is short. */
const LONG_DEPTH = 3;

async function add(hash: Hash, value: unknown, depth: number): Promise<void> {
  const is_whole = typeof value !== 'object' || value === null || hasOwnJson(value);
  if (depth === LONG_DEPTH || is_whole) {
    hash.update(JSON.stringify(value) ?? '');
    return;
  }
  const is_list = Array.isArray(value);
  hash.update(is_list ? '[' : '{');
  for (const [key, member] of Object.entries(value)) {
    await takeTurns();
    hash.update(`${JSON.stringify(key)}:`);
    await add(hash, member, depth + 1);
    hash.update(',');
  }
  hash.update(is_list ? ']' : '}');
}

/** A file, which provides its own fingerprint. No input from JSON has a function. */
function hasOwnJson(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
