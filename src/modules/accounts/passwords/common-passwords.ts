import { loadWhenUsed } from '../../../kernel/load-when-used.ts';
import { accountErrors } from '../errors.ts';

/** Passwords of many leaks, the top 10,000 and more, and the words and first names of Indonesian, in lower case. */
let known: ReadonlySet<string> | undefined;

const common = loadWhenUsed(
  (require) => require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common'),
);
const indonesian = loadWhenUsed(
  (require) => require('@zxcvbn-ts/language-id') as typeof import('@zxcvbn-ts/language-id'),
);

function commonPasswords(): ReadonlySet<string> {
  known ??= new Set([
    ...common().dictionary['passwords-common'],
    ...indonesian().dictionary['commonWords-id'],
    ...indonesian().dictionary['names-id'],
  ]);
  return known;
}

/** As many digits behind a word (a birthday, at most) hide nothing. */
const NUMBER_BEHIND = /\d{1,6}$/;
/** Of fewer letters than these a password is one key pressed again and again. */
const DIFFERENT_LETTERS = 4;

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
  const plain = bare(written);
  const is_common = [written, plain, plain.replace(NUMBER_BEHIND, '')].some((word) =>
    commonPasswords().has(word),
  );
  if (is_common || new Set(written).size < DIFFERENT_LETTERS)
    throw accountErrors.refuseField('password_common', 'password');
  const [mailbox = ''] = owner.email.split('@');
  const personal = new Set([...Object.values(owner), mailbox, owner.phone.replace(/^62/, '0')].map(bare));
  personal.delete('');
  if (personal.has(plain) || personal.has(plain.replace(NUMBER_BEHIND, '')))
    throw accountErrors.refuseField('password_personal', 'password');
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
