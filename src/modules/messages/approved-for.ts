import type { Context } from '../../kernel/context.ts';
import type { Approved } from './queue-messages.ts';
import { templateOf } from './templates-of-shop.ts';

/** The template that WhatsApp has approved for a text: that of a template of the shop with the same text. */
export async function approvedFor({ db, shop }: Context, body: string): Promise<Approved | null> {
  const row = await db
    .selectFrom('message_templates')
    .select([
      'id',
      'kind',
      'language',
      'title',
      'body',
      'approved_name',
      'approved_language',
      'approved_placeholders',
    ])
    .where('shop_id', '=', shop.id)
    .where('body', '=', body)
    .where('approved_name', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : templateOf(row).approved;
}
