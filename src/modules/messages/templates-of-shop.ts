import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { KIND_TITLES, MESSAGE_KINDS, type MessageKind } from './kinds.ts';
import type { Approved } from './queue-messages.ts';

/** What is told of a kind; its ID is 0 where the shop has deleted its own, and the one that all begin with is used. */
export interface ShopTemplate {
  id: number;
  kind: MessageKind;
  language: Language;
  title: string;
  body: string;
  approved: Approved | null;
}

const COLUMNS = [
  'id',
  'kind',
  'language',
  'title',
  'body',
  'approved_name',
  'approved_language',
  'approved_placeholders',
] as const;

/** The templates of the shop in a language, one of each kind: the oldest, or the one that all begin with. */
export async function templatesByKind(
  { db, shop }: Context,
  language: Language,
  kinds: readonly MessageKind[] = MESSAGE_KINDS,
): Promise<ShopTemplate[]> {
  const rows = await db
    .selectFrom('message_templates')
    .select(COLUMNS)
    .distinctOn('kind')
    .where('shop_id', '=', shop.id)
    .where('language', '=', language)
    .where('kind', 'in', kinds)
    .orderBy('kind')
    .orderBy('id')
    .execute();
  const found = new Map(rows.map((row) => [row.kind, templateOf(row)]));
  return kinds.map((kind) => found.get(kind) ?? defaultTemplate(kind, language));
}

/** A row as templates are used. */
export function templateOf(row: {
  id: number;
  kind: MessageKind;
  language: Language;
  title: string;
  body: string;
  approved_name: string | null;
  approved_language: string | null;
  approved_placeholders: string[];
}): ShopTemplate {
  const {
    id,
    kind,
    language,
    title,
    body,
    approved_name: name,
    approved_language,
    approved_placeholders,
  } = row;
  const approved =
    name === null || approved_language === null
      ? null
      : { name, language: approved_language, placeholders: approved_placeholders };
  return { id, kind, language, title, body, approved };
}

function defaultTemplate(kind: MessageKind, language: Language): ShopTemplate {
  const title = KIND_TITLES[kind][language];
  return { id: 0, kind, language, title, body: DEFAULT_TEMPLATES[language][kind], approved: null };
}

/** A new shop has one of each kind in both languages. */
export async function openTemplates(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shop_id: number,
): Promise<void> {
  const now = clock.now();
  await db
    .insertInto('message_templates')
    .values(
      (['id', 'en'] as const).flatMap((language) =>
        MESSAGE_KINDS.map((kind) => ({
          shop_id,
          kind,
          language,
          title: KIND_TITLES[kind][language],
          body: DEFAULT_TEMPLATES[language][kind],
          created_at: now,
          updated_at: now,
        })),
      ),
    )
    .execute();
}
