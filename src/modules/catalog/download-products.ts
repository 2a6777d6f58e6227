import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { keepDownload, makeAnswer } from '../../kernel/files/downloads.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../kernel/jobs/job.ts';
import { limits } from '../../kernel/limits.ts';
import { sendMail } from '../../kernel/mail/index.ts';
import { catalogErrors } from './errors.ts';
import { ChosenProducts, type DownloadProductsInput } from './schemas.ts';
import { checkFilters, chosenProducts } from './search-products.ts';
import { productSheet } from './write-product-sheet.ts';

const TEXTS = {
  en: {
    soon: (email: string) => `Success, your product data will be sent to ${email} soon`,
    subject: 'Your product data is ready',
    body: (link: string) =>
      `Your products are in this Excel file:\n\n${link}\n\nThe link works for ${limits.download_days} days. Whoever has it can open the file.\n`,
  },
  id: {
    soon: (email: string) => `Berhasil, data produk akan segera dikirim ke ${email}`,
    subject: 'Data produk Anda sudah siap',
    body: (link: string) =>
      `Data produk Anda ada di berkas Excel ini:\n\n${link}\n\nTautan ini berlaku ${limits.download_days} hari. Siapa pun yang memilikinya dapat membuka berkasnya.\n`,
  },
};

/**
 * Has the products that the filters let through written to a workbook, and a link to it mailed to the user; or
 * answers with the workbook at once. Asked for again while the same is on its way, it is made once.
 * @throws Refusal 403 where a filter would tell about purchase prices and the role may not see them; 422 where
 * too many are asked for at once
 */
export async function downloadProducts(
  context: Context,
  input: z.output<typeof DownloadProductsInput>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  checkFilters(context, choice);
  if (without_being_sent) {
    const chosen = await chosenProducts(context, choice);
    const beyond = await chosen
      .clearOrderBy()
      .offset(limits.download_products_at_once)
      .limit(1)
      .executeTakeFirst();
    if (beyond !== undefined)
      throw catalogErrors.refuse('download_too_large', { limit: limits.download_products_at_once });
    return makeAnswer(await productSheet(context, chosen, () => Promise.resolve()));
  }
  const email = await emailOf(context);
  const waiting = await context.db
    .selectFrom('shop_jobs')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .where('name', '=', productDownload.name)
    .where('user_id', '=', context.actor.user_id)
    .where('input', '=', sql<string>`${JSON.stringify(choice)}::jsonb`)
    .executeTakeFirst();
  if (waiting === undefined) await enqueue(context, productDownload, choice);
  return { response: 'Success', message: TEXTS[context.language].soon(email) };
}

/** Writes the workbook, keeps it and mails the link. Run again it makes a second file, and no second mail. */
export const productDownload = defineJob({
  name: 'download-products',
  input: ChosenProducts,
  async run(context, choice, run) {
    const chosen = await chosenProducts(context, choice);
    let written = 0;
    const sheet = await productSheet(context, chosen, async (rows) => {
      written = rows;
      await run.progress(rows);
    });
    const link = await keepDownload(context, sheet);
    const { subject, body } = TEXTS[context.language];
    await sendMail(context, {
      user_id: context.actor.user_id,
      recipient: await emailOf(context),
      subject,
      body: body(link),
      key: `job ${run.job_id}`,
    });
    return { rows: written };
  },
});

async function emailOf(context: Context): Promise<string> {
  const { email } = await context.db
    .selectFrom('users')
    .select('email')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', context.actor.user_id)
    .executeTakeFirstOrThrow();
  return email;
}
