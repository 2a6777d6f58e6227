import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { defineErrors } from '../errors.ts';
import type { FileAnswer } from '../http/answer.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { defineJob, type Job } from '../jobs/job.ts';
import type { Language } from '../language.ts';
import { limits } from '../limits.ts';
import { sendMail } from '../mail/index.ts';
import { makeAnswer, storeDownload } from './downloads.ts';
import { listSheet, type ListSheet } from './list-sheet.ts';

const downloadErrors = defineErrors({
  download_too_large: {
    status: 422,
    en: 'Files of more than {limit} rows are sent by mail. Omit without_being_sent.',
    id: 'File dengan lebih dari {limit} baris dikirim melalui email. Hilangkan without_being_sent.',
    explanation: 'Large files are created by a job, and the user receives a mail with a download link.',
  },
});

const TEXTS = {
  en: {
    soon: (data: string, email: string) => `Success, your ${data} data will be sent to ${email} soon`,
    subject: (data: string) => `Your ${data} data is ready`,
    body: (data: string, link: string) =>
      `You can download your ${data} data as an Excel file here:\n\n${link}\n\nThe link is valid for ${limits.download_days} days. Anyone who has the link can open the file.\n`,
  },
  id: {
    soon: (data: string, email: string) => `Berhasil, data ${data} akan segera dikirim ke ${email}`,
    subject: (data: string) => `Data ${data} Anda sudah siap`,
    body: (data: string, link: string) =>
      `File Excel data ${data} Anda dapat diunduh di sini:\n\n${link}\n\nLink ini berlaku selama ${limits.download_days} hari. Siapa pun yang memiliki link ini dapat membuka filenya.\n`,
  },
};

/** A list that can be downloaded as a file. */
export interface DownloadDefinition<Choice extends z.ZodType, Found, Row> {
  /** Name of the job, for example `download-products`. */
  name: string;
  /** What the file contains. */
  choice: Choice;
  /** What the list contains, for example "product". */
  data: Record<Language, string>;
  /** Whether more than `limits.download_rows_at_once` rows are selected. */
  isLong(context: Context, choice: z.output<Choice>): Promise<boolean>;
  sheet(context: Context, choice: z.output<Choice>): ListSheet<Found, Row> | Promise<ListSheet<Found, Row>>;
}

/** How a list is downloaded: immediately, or by a job that mails a link. */
export interface MailedDownload<Choice> {
  job: Job;
  /**
   * Answers with the file, or queues a job that creates it and mails a link to the user. If the same file is
   * requested again before that job has finished, it is created once.
   * @returns the file, or the message that says where the link will be sent
   * @throws Refusal 422 if the file was requested immediately and has too many rows
   */
  request(
    context: Context,
    choice: Choice,
    at_once: boolean | 'where it is short',
  ): Promise<FileAnswer | string>;
}

export function mailedDownload<Choice extends z.ZodType, Found, Row>(
  definition: DownloadDefinition<Choice, Found, Row>,
): MailedDownload<z.output<Choice>> {
  const make = async (
    context: Context,
    choice: z.output<Choice>,
    onRows: (rows: number) => Promise<void> = () => Promise.resolve(),
  ) => listSheet(context, await definition.sheet(context, choice), onRows);
  const job = defineJob({
    name: definition.name,
    input: definition.choice,
    /** If it runs again, it creates a second file, but sends no second mail. */
    async run(context, choice, run) {
      let written = 0;
      const made = await make(context, choice, async (rows) => {
        written = rows;
        await run.progress(rows);
      });
      const link = await storeDownload(context, made);
      const data = definition.data[context.language];
      const { subject, body } = TEXTS[context.language];
      await sendMail(context, {
        user_id: context.actor.user_id,
        recipient: await emailOf(context),
        subject: subject(data),
        body: body(data, link),
        is_secret: true,
        key: `job ${run.job_id}`,
      });
      return { rows: written };
    },
  });
  return {
    job,
    async request(context, choice, at_once) {
      if (at_once !== false) {
        const is_long = await definition.isLong(context, choice);
        if (!is_long) return makeAnswer(await make(context, choice));
        if (at_once === true)
          throw downloadErrors.refuse('download_too_large', { limit: limits.download_rows_at_once });
      }
      const email = await emailOf(context);
      const waiting = await context.db
        .selectFrom('shop_jobs')
        .select('id')
        .where('shop_id', '=', context.shop.id)
        .where('status', 'in', ['QUEUED', 'RUNNING'])
        .where('name', '=', job.name)
        .where('user_id', '=', context.actor.user_id)
        .where('input', '=', sql<string>`${JSON.stringify(choice)}::jsonb`)
        .executeTakeFirst();
      if (waiting === undefined) await enqueue(context, job, choice);
      return TEXTS[context.language].soon(definition.data[context.language], email);
    },
  };
}

async function emailOf(context: Context): Promise<string> {
  const { email } = await context.db
    .selectFrom('users')
    .select('email')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', context.actor.user_id)
    .executeTakeFirstOrThrow();
  return email;
}
