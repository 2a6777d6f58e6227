import type { Context } from '../../../kernel/context.ts';
import { sendMail } from '../../../kernel/mail/index.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';

/** Why an endpoint is switched off without anybody having done it. */
export type OffReason = 'GONE' | 'FAILING';

/** Switches an endpoint off that is locked, and tells the owners. What waits for it stays. */
export async function switchOff(
  context: Context,
  endpoint: LockedEndpoint,
  reason: OffReason,
): Promise<void> {
  const { db, shop, clock } = context;
  const now = clock.now();
  const changed = await db
    .updateTable('webhook_endpoints')
    .set({ state: 'OFF', off_reason: reason, off_at: now, updated_at: now })
    .where('shop_id', '=', shop.id)
    .where('id', '=', endpoint.id)
    .where('state', '=', 'ACTIVE')
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) return;
  await emit(context, 'webhook.switched_off', endpoint.id, { reason });
  context.log.warn({ shop_id: shop.id, webhook: endpoint.id, reason }, 'a webhook was switched off');
  await mailOwners(context, endpoint, reason, now);
}

async function mailOwners(
  context: Context,
  endpoint: LockedEndpoint,
  reason: OffReason,
  now: Date,
): Promise<void> {
  const owners = await context.db
    .selectFrom('users')
    .select(['id', 'email', 'full_name'])
    .where('shop_id', '=', context.shop.id)
    .where('role', '=', 'owner')
    .where('status', '=', 'ACTIVE')
    .orderBy('id')
    .execute();
  for (const { id, email, full_name } of owners)
    await sendMail(context, {
      user_id: id,
      recipient: email,
      ...noticeOf(full_name, new URL(endpoint.url).host, reason),
      key: `webhook ${endpoint.id} off ${now.toISOString()} to ${id}`,
    });
}

/** In both languages, because the language of the owner is not known here. The host alone: paths may hold secrets. */
function noticeOf(full_name: string, host: string, reason: OffReason): { subject: string; body: string } {
  const why =
    reason === 'GONE'
      ? {
          id: 'Alamat tujuannya menjawab 410 (Gone), artinya tidak lagi menerima kiriman.',
          en: 'Its address answered 410 (Gone): it accepts nothing more.',
        }
      : {
          id: 'Alamat tujuannya sudah berhari-hari tidak menerima satu kiriman pun.',
          en: 'Its address has not accepted anything for days.',
        };
  return {
    subject: `Webhook dinonaktifkan / Webhook switched off: ${host}`,
    body: `Halo ${full_name},

Webhook ke ${host} dinonaktifkan. ${why.id} Peristiwa baru tidak dikirim ke sana sampai webhook diaktifkan lagi. Kiriman
yang masih menunggu akan dikirim saat webhook diaktifkan, dan kiriman yang gagal dapat dikirim ulang dari log.

---

Hello ${full_name},

The webhook to ${host} was switched off. ${why.en} New events are not sent there until it is switched on again. What was
waiting is sent then, and failed deliveries can be replayed from the log.
`,
  };
}
