import { dictionary } from '@zxcvbn-ts/language-common';
import { accountErrors } from './errors.ts';

/** Passwords of many leaks, in lower case: the top 10,000 and more, of those that are long enough for us. */
const COMMON: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= 8),
);

/** Who a password is for, in all ways in which it could be named. */
interface Owner {
  email: string;
  full_name: string;
  phone: string;
  shop_name: string;
  subdomain: string;
}

/**
 * Refuses a new password that would be guessed first, in any letter case.
 * @throws Refusal 422 on `password`
 */
export function refuseCommonPassword(password: string, owner: Owner): void {
  const written = password.normalize('NFKC').toLowerCase();
  // Lists leave out what anybody can say without one.
  const is_repeated = new Set(written).size <= 2;
  if (is_repeated || COMMON.has(written)) throw accountErrors.refuseField('password_common', 'password');
  const [mailbox = ''] = owner.email.split('@');
  const own = new Set([...Object.values(owner), mailbox, owner.phone.replace(/^62/, '0')].map(bare));
  own.delete('');
  // A number behind a name hides nothing.
  if (own.has(bare(written)) || own.has(bare(written).replace(/\d+$/, '')))
    throw accountErrors.refuseField('password_personal', 'password');
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
