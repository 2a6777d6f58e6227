import { today } from '../../../kernel/calendar.ts';
import { shopContext, type PublicContext } from '../../../kernel/context.ts';
import { sendMail } from '../../../kernel/mail/index.ts';
import { findByEmail } from '../user-emails.ts';

/** In both languages, because the language of the person is not known here. */
const SUBJECT = 'Percobaan masuk yang gagal ke akun Anda / Failed sign-in attempts on your account';

function body(full_name: string, email: string): string {
  return `Halo ${full_name},

Hari ini ada beberapa percobaan masuk ke akun ${email} dengan kata sandi yang salah. Akun Anda tidak
terkunci: di perangkat yang biasa digunakan, Anda tetap dapat masuk seperti biasa. Di perangkat baru, Anda mungkin
perlu menunggu sebentar.

Jika itu Anda sendiri, abaikan email ini. Jika bukan, pastikan kata sandi Anda panjang dan tidak digunakan di tempat
lain, lalu ganti bila perlu. Kami tidak pernah meminta kata sandi melalui email atau telepon.

---

Hello ${full_name},

Today there were several attempts to sign in to the account ${email} with a wrong password. Your account is not
locked: on your usual devices you can sign in as always. On a new device you may have to wait a little.

If it was you, you can ignore this email. If not, make sure that your password is long and not used anywhere else, and
change it if necessary. We never ask for your password by email or phone.
`;
}

/**
 * Informs the user of an account by mail, once a day, that there were many wrong passwords. Does nothing if there is no
 * such account. Call it outside the request: its duration would reveal whether there is one.
 */
export async function reportFailures(context: PublicContext, email: string): Promise<void> {
  const at = await findByEmail(context, email);
  if (at === undefined) return;
  const person = await context.db
    .selectFrom('users')
    .innerJoin('shops', (join) => join.on('shops.id', '=', at.shop_id))
    .select(['users.shop_id', 'users.id', 'users.full_name', 'users.email', 'users.role', 'shops.time_zone'])
    .where('users.shop_id', '=', at.shop_id)
    .where('users.id', '=', at.user_id)
    .where('users.status', '=', 'ACTIVE')
    .executeTakeFirst();
  if (person === undefined) return;
  const { shop_id, id, role, time_zone } = person;
  const inner = shopContext(context, context, {
    shop: { id: shop_id, time_zone },
    actor: { kind: 'session', credential_id: 0, user_id: id, role },
  });
  await sendMail(inner, {
    user_id: id,
    recipient: person.email,
    subject: SUBJECT,
    body: body(person.full_name, person.email),
    key: `failed logins of ${id} on ${today(context.clock, time_zone)}`,
  });
}
