import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's second recommended setting: 19 MiB, 2 passes, 1 lane (about 25 ms on one core). */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), SETTINGS);
}

export async function passwordMatches(password_hash: string, password: string): Promise<boolean> {
  return verify(password_hash, password.normalize('NFKC'));
}
