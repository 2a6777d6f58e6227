import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { errorText, kernelErrors, type RefusalPart } from '../../kernel/errors.ts';
import { may } from '../../kernel/permissions.ts';
import type { JobIdInput, ShopJob } from './schemas.ts';

/**
 * Long work, how far it is and how it ended.
 * @throws Refusal 404 where it does not exist, or another's is not for the caller to see
 */
export async function getJob(
  context: Context,
  input: z.output<typeof JobIdInput>,
): Promise<z.input<typeof ShopJob>> {
  const row = await visibleJobs(context).selectAll().where('id', '=', input.id).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return jobAnswer(context, row);
}

/** The jobs that the user can see: their own, and with work.read all jobs of the shop. */
export function visibleJobs(context: Context) {
  const jobs = context.db.selectFrom('shop_jobs').where('shop_id', '=', context.shop.id);
  return may(context.actor.role, 'work.read') ? jobs : jobs.where('user_id', '=', context.actor.user_id);
}

export function jobAnswer(context: Context, row: Selectable<DB['shop_jobs']>): z.input<typeof ShopJob> {
  const failure = (row.failure ?? []) as unknown as RefusalPart[];
  const sees_figures = seesFigures(context, row);
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    progress: {
      done: sees_figures ? row.done : 0,
      total: sees_figures ? row.total : null,
      percent: percentOf(row),
    },
    attempts: row.attempts,
    result: sees_figures ? (row.result as Record<string, unknown> | null) : null,
    errors: failure.map((part) => ({
      code: part.code,
      field: part.field ?? null,
      message: errorText({ ...part, values: { field: part.field ?? '', ...part.values } }, context.language),
    })),
    user_id: row.user_id,
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

/** The number of rows of another user's job may reveal what only that user can filter by. */
function seesFigures({ actor }: Context, row: Pick<Selectable<DB['shop_jobs']>, 'user_id'>): boolean {
  return row.user_id === actor.user_id || may(actor.role, 'users.manage');
}

function percentOf({ status, done, total }: Selectable<DB['shop_jobs']>): number | null {
  if (status === 'SUCCESS') return 100;
  if (total === null) return null;
  return total === 0 ? 0 : Math.min(99, Math.floor((done * 100) / total));
}
