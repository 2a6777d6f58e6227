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
  const found = chosenJobs(context, input);
  const rows = found.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => jobAnswer(context, row));
}

/** The jobs that the user can see, of some status or user. */
export function chosenJobs(
  context: Context,
  { status, user_id }: Pick<z.output<typeof ListJobsInput>, 'status' | 'user_id'>,
) {
  return visibleJobs(context)
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'FAILED'))
    .$if(user_id !== undefined, (query) => query.where('user_id', '=', user_id ?? 0));
}
