import type { Random } from '../../kernel/random.ts';

const BYTES = 18;

/**
 * The ID under which receivers know a message, the same in all attempts. It is drawn by lot: a number would come again where a
 * database is restored, and receivers would take what is new for known.
 */
export function makeWebhookId(random: Random): string {
  return `msg_${random.bytes(BYTES).toString('base64url')}`;
}
