import { normalisePhone } from '../../../kernel/phone.ts';
import { storeErrors } from '../errors.ts';

/** Who is meant by an email or a phone number. */
export type Recipient = { email: string } | { phone: string };

/** @throws Refusal 422 on `account` where it is neither */
export function recipientOf(account: string): Recipient {
  if (/^[^\s@]+@[^\s@]+$/.test(account)) return { email: account.toLowerCase() };
  const phone = normalisePhone(account);
  if (phone === undefined) throw storeErrors.refuseField('account_name', 'account');
  return { phone };
}

/** The recipient as one text. */
export function recipientText(recipient: Recipient): string {
  return 'email' in recipient ? recipient.email : recipient.phone;
}
