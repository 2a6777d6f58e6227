import { sql } from 'kysely';
import type { z } from 'zod';
import { addDays, isoWithZone, startOfDay } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { readPage } from '../../kernel/paging.ts';
import type { AuditEntry, ListAuditInput } from './schemas.ts';

type Input = z.output<typeof ListAuditInput>;

/** What was changed in the last `limits.audit_days` days and who did it, newest first. */
export async function listAudit(context: Context, input: Input): Promise<Page<z.input<typeof AuditEntry>>> {
  const found = foundEvents(context, input);
  const rows = found
    .innerJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 'e.user_id'),
    )
    .select([
      'e.id',
      'e.name',
      'e.subject_id',
      'e.payload',
      'e.user_id',
      'e.api_key_id',
      'e.created_at',
      'u.full_name',
    ])
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => {
    const [subject = '', action = ''] = row.name.split('.');
    return {
      id: row.id,
      subject,
      subject_id: row.subject_id,
      action,
      detail: row.payload as Record<string, unknown>,
      user: { id: row.user_id, name: row.full_name },
      api_key_id: row.api_key_id,
      created_at: isoWithZone(row.created_at, context.shop.time_zone),
    };
  });
}

function foundEvents(context: Context, input: Input) {
  const zone = context.shop.time_zone;
  let found = context.db.selectFrom('outbox_events as e').where('e.shop_id', '=', context.shop.id);
  if (input.user_id !== undefined) found = found.where('e.user_id', '=', input.user_id);
  if (input.subject_id !== undefined) found = found.where('e.subject_id', '=', input.subject_id);
  if (input.subject !== undefined)
    found = found.where(sql<string>`split_part(e.name, '.', 1)`, '=', input.subject.toLowerCase());
  if (input.start_date !== undefined)
    found = found.where('e.created_at', '>=', startOfDay(input.start_date, zone));
  if (input.end_date !== undefined)
    found = found.where('e.created_at', '<', startOfDay(addDays(input.end_date, 1), zone));
  return found;
}
