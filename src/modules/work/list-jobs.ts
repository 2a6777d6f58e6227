import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import { jobAnswer, visibleJobs } from './get-job.ts';
import type { ListJobsInput, ShopJob } from './schemas.ts';

/** Long work of the last `limits.jobs_days` days, newest first. */
export async function listJobs(
  context: Context,
  input: z.output<typeof ListJobsInput>,
): Promise<Page<z.input<typeof ShopJob>>> {
  let found = visibleJobs(context);
  if (input.status !== undefined) found = found.where('status', '=', input.status);
  const rows = found.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => jobAnswer(context, row));
}
