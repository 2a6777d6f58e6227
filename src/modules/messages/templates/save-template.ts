import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { messageErrors } from '../errors.ts';
import { KIND_TITLES, type MessageKind } from '../kinds.ts';
import { messageLimits } from '../limits.ts';
import { placeholderFaults, placeholdersOf, type PlaceholderName } from '../placeholders.ts';
import { presentTemplate, TEMPLATE_COLUMNS } from './list-templates.ts';
import type {
  CreateTemplateInput,
  DeleteTemplateInput,
  MessageTemplate,
  MessageTemplateReference,
  UpdateTemplateInput,
} from './schemas.ts';

interface ApprovedFields {
  approved_name: string | null;
  approved_language: string | null;
  approved_placeholders: string[];
}

/** @throws Refusal 422 for unknown placeholders, or a template of WhatsApp that is named by half */
function check(kind: MessageKind, body: string, approved: ApprovedFields): void {
  const allowed = placeholdersOf(kind);
  const faults = placeholderFaults(body, 'template', allowed);
  if ((approved.approved_name === null) !== (approved.approved_language === null))
    faults.push(messageErrors.part('message_approved_incomplete', 'approved_name'));
  const unknown = approved.approved_placeholders.filter((name) => !allowed.includes(name as PlaceholderName));
  if (unknown.length > 0)
    faults.push(
      messageErrors.part('message_placeholder_unknown', 'approved_placeholders', {
        unknown: unknown.join(', '),
        allowed: allowed.join(', '),
      }),
    );
  if (faults.length > 0) throw new Refusal(faults);
}

/** @throws Refusal 422 where there is one for an order already, the shop has too many or a placeholder is unknown */
export async function createTemplate(
  context: Context,
  input: z.output<typeof CreateTemplateInput>,
): Promise<z.input<typeof MessageTemplate>> {
  const { type: kind, language, template, title } = input;
  const approved = {
    approved_name: input.approved_name ?? null,
    approved_language: input.approved_language ?? null,
    approved_placeholders: input.approved_placeholders ?? [],
  };
  check(kind, template, approved);
  return context.transaction(async (inner) => {
    const { db, shop, clock } = inner;
    const own = db.selectFrom('message_templates').where('shop_id', '=', shop.id);
    await holdToLimit(inner, messageLimits.message_templates, own);
    const now = clock.now();
    const row = await db
      .insertInto('message_templates')
      .values({
        shop_id: shop.id,
        kind,
        language,
        title: title ?? KIND_TITLES[kind][language],
        body: template,
        ...approved,
        created_at: now,
        updated_at: now,
      })
      .returning(TEMPLATE_COLUMNS)
      .executeTakeFirstOrThrow();
    await emit(inner, 'message_template.created', row.id, { kind });
    return presentTemplate(shop, row);
  });
}

/** @throws Refusal 404 where the shop has no such template, 422 where a placeholder is unknown */
export async function updateTemplate(
  context: Context,
  input: z.output<typeof UpdateTemplateInput>,
): Promise<z.input<typeof MessageTemplate>> {
  return context.transaction(async (inner) => {
    const { db, shop, clock } = inner;
    const current = await db
      .selectFrom('message_templates')
      .select(TEMPLATE_COLUMNS)
      .where('shop_id', '=', shop.id)
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst();
    if (current === undefined) throw kernelErrors.refuse('not_found');
    const { title, body, approved_name, approved_language, approved_placeholders } = current;
    const changed = {
      title: input.title ?? title,
      body: input.template ?? body,
      approved_name: input.approved_name === undefined ? approved_name : input.approved_name,
      approved_language: input.approved_language === undefined ? approved_language : input.approved_language,
      approved_placeholders: input.approved_placeholders ?? approved_placeholders,
    };
    check(current.kind, changed.body, changed);
    const row = await db
      .updateTable('message_templates')
      .set({ ...changed, updated_at: clock.now() })
      .where('shop_id', '=', shop.id)
      .where('id', '=', input.id)
      .returning(TEMPLATE_COLUMNS)
      .executeTakeFirstOrThrow();
    await emit(inner, 'message_template.updated', row.id, differenceOf(current, changed));
    return presentTemplate(shop, row);
  });
}

/** What is told by itself is told by the text that all begin with, then. @throws Refusal 404 */
export async function deleteTemplate(
  context: Context,
  { id }: z.output<typeof DeleteTemplateInput>,
): Promise<z.input<typeof MessageTemplateReference>> {
  return context.transaction(async (inner) => {
    const removed = await inner.db
      .deleteFrom('message_templates')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .returning('kind')
      .executeTakeFirst();
    if (removed === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'message_template.deleted', id, { kind: removed.kind });
    return { id, type: removed.kind };
  });
}
