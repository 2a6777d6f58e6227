import { randomBytes } from 'node:crypto';

/** Source of all that must be unguessable or merely varied; a simulation replaces it by a seeded one. */
export interface Random {
  bytes(count: number): Buffer;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** `count` letters and digits without those that are read wrong (I, l, 0, 1, O), each equally likely. */
export function randomLetters(random: Random, count: number): string {
  let text = '';
  while (text.length < count)
    for (const byte of random.bytes(count)) {
      if (byte < LETTERS.length * 4 && text.length < count) text += LETTERS[byte % LETTERS.length];
    }
  return text;
}
