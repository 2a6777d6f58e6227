import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { bodyOf } from '../../kernel/mail/index.ts';
import { readPage } from '../../kernel/paging.ts';
import { may } from '../../kernel/permissions.ts';
import type { ListOutboxInput, Mail } from './schemas.ts';

/**
 * Mail of the last `limits.mails_days` days, newest first: everybody sees what is for them, who has work.read
 * also what is for customers, and the owner all (a colleague's mail may hold a link that is theirs alone).
 */
export async function listOutbox(
  context: Context,
  input: z.output<typeof ListOutboxInput>,
): Promise<Page<z.input<typeof Mail>>> {
  const { actor, shop } = context;
  let found = context.db.selectFrom('mails').where('shop_id', '=', shop.id);
  if (!may(actor.role, 'users.manage'))
    found = found.where((eb) =>
      eb.or([
        eb('user_id', '=', actor.user_id),
        ...(may(actor.role, 'work.read') ? [eb('user_id', 'is', null)] : []),
      ]),
    );
  const rows = found.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (mail) => ({
    id: mail.id,
    recipient: mail.recipient,
    subject: mail.subject,
    body: bodyOf(context.secrets, mail),
    status: mail.status,
    reply: mail.reply,
    created_at: mail.created_at.toISOString(),
    sent_at: mail.sent_at?.toISOString() ?? null,
  }));
}
