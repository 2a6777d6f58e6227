import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, PublicContext, Services } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { FileAnswer } from '../http/answer.ts';
import type { ScheduledJob } from '../jobs/queue.ts';
import { limits } from '../limits.ts';
import { covers, userRole } from '../permissions.ts';
import { hashToken, makeShopToken, shopOfToken } from '../shop-token.ts';

/** A file that is created on demand. */
export interface MadeFile {
  name: string;
  content_type: string;
  /** Writes the complete file to the given path. */
  write(path: string): Promise<void>;
}

/** Creates a file and answers with it immediately. Nothing is stored. */
export function makeAnswer(made: MadeFile): Promise<FileAnswer> {
  return inFolder(async (path) => {
    await made.write(path);
    // An open file can be read to its end after its folder was removed.
    const file = await open(path);
    return new FileAnswer(made.name, made.content_type, file.createReadStream());
  });
}

/**
 * Creates a file and stores it for `limits.download_days`. Call it outside transactions, because it writes and
 * uploads files.
 * @returns a link that gives the file to everyone who has it, as long as the user belongs to the shop with a role that
 * can see everything in it
 */
export function storeDownload(context: Context, made: MadeFile): Promise<string> {
  return inFolder(async (path) => {
    await made.write(path);
    const token = makeShopToken(context.random, context.shop.id, { bytes: 24 });
    const storage_name = `${context.shop.id}/${context.random.bytes(16).toString('hex')}`;
    const now = context.clock.now();
    await context.db
      .insertInto('downloads')
      .values({
        shop_id: context.shop.id,
        token_hash: hashToken(token),
        storage_name,
        file_name: made.name,
        content_type: made.content_type,
        user_id: context.actor.user_id,
        role: userRole(context.actor),
        created_at: now,
        expires_at: new Date(now.getTime() + limits.download_days * 86_400_000),
      })
      .execute();
    await context.private_files.store(storage_name, path);
    return `${context.public_url()}/api/download/${token}`;
  });
}

/**
 * The file of a download link.
 * @throws Refusal 404 if there is none, the link has expired, or the user it was created for was removed or can see
 *   less now
 */
export async function openDownload(context: PublicContext, input: { token: string }): Promise<FileAnswer> {
  const shop_id = shopOfToken(input.token) ?? 0;
  const found = await context.db
    .selectFrom('downloads')
    .innerJoin('users', (join) =>
      join.on('users.shop_id', '=', shop_id).onRef('users.id', '=', 'downloads.user_id'),
    )
    .innerJoin('shops', (join) => join.on('shops.id', '=', shop_id))
    .select(['storage_name', 'file_name', 'content_type', 'downloads.role', 'users.role as role_now'])
    .where('downloads.shop_id', '=', shop_id)
    .where('token_hash', '=', hashToken(input.token))
    .where('downloads.expires_at', '>', context.clock.now())
    .where('users.status', '=', 'ACTIVE')
    .where('shops.status', '=', 'ACTIVE')
    .executeTakeFirst();
  const may_read = found !== undefined && covers(found.role_now, found.role);
  const content = may_read ? await context.private_files.read(found.storage_name) : undefined;
  if (found === undefined || content === undefined) throw kernelErrors.refuse('not_found');
  return new FileAnswer(found.file_name, found.content_type, content);
}

/**
 * Ends the download links of these users, who can see less than before. Call it in the transaction that restricts
 * them.
 */
export async function endDownloads(context: Context, user_ids: readonly number[]): Promise<void> {
  if (user_ids.length === 0) return;
  await context.db
    .updateTable('downloads')
    .set({ expires_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('user_id', 'in', user_ids)
    .where('expires_at', '>', context.clock.now())
    .execute();
}

/** Removes the files of expired links, every hour. */
export function sweepDownloads(services: Services): ScheduledJob {
  return {
    name: 'sweep-downloads',
    cron: '43 * * * *',
    async run() {
      const db = services.db.withoutPlugins();
      for (;;) {
        const ended = await db
          .selectFrom('downloads')
          .select(['shop_id', 'id', 'storage_name'])
          .where('expires_at', '<=', services.clock.now())
          .limit(100)
          .execute();
        if (ended.length === 0) return;
        for (const { shop_id, id, storage_name } of ended) {
          await services.private_files.remove(storage_name);
          await db.deleteFrom('downloads').where('shop_id', '=', shop_id).where('id', '=', id).execute();
        }
      }
    },
  };
}

async function inFolder<T>(run: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-download-'));
  try {
    return await run(join(folder, 'file'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
