import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../../kernel/context.ts';
import { notificationLimits } from './limits.ts';
import { uuidOf } from './record-notifications.ts';

const bilingual = (max: number) =>
  z.strictObject({ id: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) });

const NewsFile = z.strictObject({
  title: bilingual(200),
  content: bilingual(notificationLimits.news_characters),
  web_path: z.string().trim().min(1).max(300).optional(),
});

/** What the operator wrote is not news. */
export class NewsRefused extends Error {}

/**
 * Tells all shops what stands in a JSON file: `title` and `content`, each with `id` and `en`, and where it leads (`web_path`).
 * @returns the ID of the news
 * @throws NewsRefused
 */
export async function publishNews(services: Services, file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NewsRefused(`${file} is no JSON.`);
  }
  const read = NewsFile.safeParse(json);
  if (!read.success) throw new NewsRefused(`${file}: ${z.prettifyError(read.error)}`);
  const { title, content, web_path } = read.data;
  const id = uuidOf(services.random.bytes(16));
  await services.db.transaction().execute(async (db) => {
    // Numbers appear in their order, so that no stream and no reader passes one over.
    await sql`lock table news in share row exclusive mode`.execute(db);
    await db
      .insertInto('news')
      .values({
        id,
        title: JSON.stringify(title),
        content: JSON.stringify(content),
        web_path: web_path ?? null,
        published_at: services.clock.now(),
      })
      .execute();
    await sql`delete from news where number <=
      (select max(number) from news) - ${sql.lit(notificationLimits.news_items)}`.execute(db);
  });
  return id;
}

export interface PublishedNews {
  id: string;
  title: unknown;
  published_at: Date;
}

/** The newest first. */
export function publishedNews({ db }: Services): Promise<PublishedNews[]> {
  return db
    .selectFrom('news')
    .select(['id', 'title', 'published_at'])
    .orderBy('number', 'desc')
    .limit(notificationLimits.news_items)
    .execute();
}

/** @returns whether there was such news */
export async function withdrawNews({ db }: Services, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('news')
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
