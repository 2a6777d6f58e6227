import { sql } from 'kysely';
import { today } from '../../kernel/calendar.ts';
import { shopContext, type PublicContext } from '../../kernel/context.ts';
import { sendMail } from '../../kernel/mail/index.ts';

/** Both languages: nobody has asked in one. */
const SUBJECT = 'Percobaan masuk yang gagal ke akun Anda / Failed sign-ins to your account';

function body(full_name: string, email: string): string {
  return `Halo ${full_name},

Hari ini ada beberapa kali percobaan masuk ke akun ${email} dengan kata sandi yang salah. Akun Anda tidak
terkunci: dari perangkat yang biasa Anda pakai Anda tetap bisa masuk seperti biasa; dari perangkat baru mungkin
Anda diminta menunggu sebentar.

Jika itu Anda sendiri, abaikan surat ini. Jika bukan, pastikan kata sandi Anda panjang dan tidak dipakai di tempat
lain, dan ganti bila perlu. Kami tidak pernah meminta kata sandi lewat surel atau telepon.

---

Hello ${full_name},

Today somebody tried several times to sign in to the account ${email} with a wrong password. Your account is not
locked: on the devices that you use you can sign in as always; on a new one you may be asked to wait a little.

If it was you, there is nothing to do. If not, make sure that your password is long and used nowhere else, and change
it if need be. We never ask for your password by mail or phone.
`;
}

/**
 * Mails the person of an account that there were many wrong passwords, once in a day. Does nothing where there is
 * no such account. Call it beside the request, not in it: the time that it takes would tell whether there is one.
 */
export async function tellOfFailures(context: PublicContext, email: string): Promise<void> {
  const person = await context.platform
    .selectFrom('users')
    .innerJoin('shops', 'shops.id', 'users.shop_id')
    .select(['users.shop_id', 'users.id', 'users.full_name', 'users.email', 'users.role', 'shops.time_zone'])
    .where(sql<string>`lower(users.email)`, '=', email)
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
