import type { z } from 'zod';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import type { Context } from '../../../kernel/context.ts';
import { CUSTOMER_KINDS } from '../kinds.ts';
import { messageLimits } from '../limits.ts';
import { findSettings } from '../settings-row.ts';
import { startBroadcast } from '../start-broadcast.ts';
import type {
  CustomerTemplate,
  GetCustomerTemplatesInput,
  SendToCustomersInput,
  SentToCustomers,
} from './schemas.ts';

/** The shop's templates for customers, the oldest first. */
export async function getCustomerTemplates(
  context: Context,
  input: z.output<typeof GetCustomerTemplatesInput>,
): Promise<z.input<typeof CustomerTemplate>[]> {
  const { db, shop } = context;
  const language = input.language ?? (await findSettings(context)).language;
  const rows = await db
    .selectFrom('message_templates')
    .select(['id', 'kind', 'title', 'body'])
    .where('shop_id', '=', shop.id)
    .where('language', '=', language)
    .where('kind', 'in', CUSTOMER_KINDS)
    .orderBy('kind')
    .orderBy('id')
    .limit(messageLimits.message_templates)
    .execute();
  return rows.map(({ id, kind, title, body }) => ({
    id,
    type: kind as (typeof CUSTOMER_KINDS)[number],
    title,
    template: body,
  }));
}

/** Sends a text to customers, as a broadcast. @throws Refusal as `startBroadcast` */
export async function sendToCustomers(
  context: Context,
  { customers, template }: z.output<typeof SendToCustomersInput>,
): Promise<{ data: z.input<typeof SentToCustomers>; message: Bilingual }> {
  const { broadcast_id, text, counts, settings } = await startBroadcast(context, {
    receivers: { source: 'CUSTOMERS', customer_ids: customers },
    kind: 'CUSTOM_NOTIFICATION',
    template,
  });
  const { receivers, total } = counts;
  return {
    data: { text, msid: '', status: 1, broadcast_id, receivers, skipped: total - receivers },
    message:
      settings.vendor === 'link'
        ? {
            id: `${receivers} pesan siap dikirim lewat link`,
            en: `${receivers} messages are ready to be sent by link`,
          }
        : { id: `${receivers} pesan sedang dikirim`, en: `${receivers} messages are being sent` },
  };
}
