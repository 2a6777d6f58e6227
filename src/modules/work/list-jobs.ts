import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { countRows } from '../../kernel/database/count-rows.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../kernel/paging.ts';
import { jobAnswer, visibleJobs } from './get-job.ts';
import type { ListJobsInput, ShopJob } from './schemas.ts';

/** Long work of the last `limits.jobs_days` days, newest first. */
export async function listJobs(
  context: Context,
  input: z.output<typeof ListJobsInput>,
): Promise<Page<z.input<typeof ShopJob>>> {
  let found = visibleJobs(context);
  if (input.status !== undefined) found = found.where('status', '=', input.status);
  const rows = await found.selectAll().orderBy('id', 'desc').$call(cutPage(input)).execute();
  const total = await countRows(context.db, found);
  const items = rows.map((row) => jobAnswer(context, row));
  return pageOf(input, total, items);
}
