import { createCipheriv, createDecipheriv } from 'node:crypto';

export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D).
 * @param key 32 bytes
 * @param nonce 12 random bytes, never used twice with a key: random ones serve for 2^32 values
 * @param bound_to not stored: without the same, the value does not open
 * @returns nonce, ciphertext and tag
 */
export function encrypt(key: Buffer, nonce: Buffer, bound_to: string, value: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound_to));
  return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error if the key or `bound_to` differ, or any bit was changed */
export function decrypt(key: Buffer, bound_to: string, encrypted: Buffer): Buffer {
  if (encrypted.length < NONCE_BYTES + TAG_BYTES) throw new Error('too short for an encrypted value');
  const nonce = encrypted.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound_to));
  decipher.setAuthTag(encrypted.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(encrypted.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
