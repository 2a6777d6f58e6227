import type { SealedColumn, Secrets } from '../sealed/index.ts';

/** Texts of mails that hold a secret. */
export const MAIL_BODIES: SealedColumn<'shop_id' | 'id'> = {
  table: 'mails',
  column: 'sealed_body',
  bound_to: ['shop_id', 'id'],
};

interface StoredMail {
  shop_id: number;
  id: number;
  body: string;
  sealed_body: Buffer | null;
}

/**
 * The text of a mail; '' of a secret one that has left.
 * @throws SealBroken
 */
export function bodyOf(secrets: Secrets, mail: StoredMail): string {
  if (mail.sealed_body === null) return mail.body;
  return secrets.open(MAIL_BODIES, mail, mail.sealed_body).revealText();
}
