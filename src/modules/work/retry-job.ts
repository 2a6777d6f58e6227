import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { requeue } from '../../kernel/jobs/enqueue.ts';
import { jobErrors } from '../../kernel/jobs/errors.ts';
import { getJob, visibleJobs } from './get-job.ts';
import type { JobIdInput, ShopJob } from './schemas.ts';

/**
 * Retries a failed job on behalf of the user who requested it first.
 * @throws Refusal 404 if there is none that the user can see, 400 if it has not failed, 429 if too many of the shop are
 *   waiting
 *
 */
export async function retryJob(
  context: Context,
  input: z.output<typeof JobIdInput>,
): Promise<z.input<typeof ShopJob>> {
  return context.transaction(async (inner) => {
    const seen = await visibleJobs(inner).select('id').where('id', '=', input.id).executeTakeFirst();
    if (seen === undefined) throw kernelErrors.refuse('not_found');
    if (!(await requeue(inner, input.id))) throw jobErrors.refuse('job_not_failed');
    return getJob(inner, input);
  });
}
