import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { messageLimits } from '../limits.ts';
import type { ListTemplatesInput, MessageTemplate } from './schemas.ts';

export const TEMPLATE_COLUMNS = [
  'id',
  'kind',
  'language',
  'title',
  'body',
  'approved_name',
  'approved_language',
  'approved_placeholders',
  'updated_at',
] as const;

type Row = Omit<z.input<typeof MessageTemplate>, 'type' | 'template' | 'updated_at'> & {
  kind: z.input<typeof MessageTemplate>['type'];
  body: string;
  updated_at: Date;
};

/** The templates of the shop, in a fixed order. There are never more than `limits.message_templates`. */
export async function listTemplates(
  { db, shop }: Context,
  { type, language }: z.output<typeof ListTemplatesInput>,
): Promise<z.input<typeof MessageTemplate>[]> {
  const rows = await db
    .selectFrom('message_templates')
    .select(TEMPLATE_COLUMNS)
    .where('shop_id', '=', shop.id)
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? 'id'))
    .$if(type !== undefined, (query) => query.where('kind', '=', type ?? 'PROMO'))
    .orderBy('language', 'desc')
    .orderBy('kind')
    .orderBy('id')
    .limit(messageLimits.message_templates)
    .execute();
  return rows.map((row) => presentTemplate(shop, row));
}

export function presentTemplate(
  shop: Context['shop'],
  { kind, body, updated_at, ...row }: Row,
): z.input<typeof MessageTemplate> {
  return { ...row, type: kind, template: body, updated_at: isoWithZone(updated_at, shop.time_zone) };
}
