import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { dateTimeText, isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { likeWord, wordsOf } from '../../../kernel/database/text-search.ts';
import { errorText, kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { bankName } from '../../reference/index.ts';
import { mutationErrors } from '../errors.ts';
import type { QueueFault } from '../payments-of-mutation.ts';
import type { BankMutation, ListMutationsInput, MUTATION_STATES } from './schemas.ts';

type Input = z.output<typeof ListMutationsInput>;
type Shown = z.input<typeof BankMutation>;
type StoredState = 'NEW' | 'QUEUED' | 'MATCHED' | 'IGNORED' | 'OUTGOING';

const STORED: Record<(typeof MUTATION_STATES)[number], StoredState> = {
  NEW: 'NEW',
  WAITING: 'QUEUED',
  MATCHED: 'MATCHED',
  IGNORED: 'IGNORED',
  OUTGOING: 'OUTGOING',
};

/** What came in and went out on the shop's bank accounts, the newest day first. Two statements. */
export async function listMutations(context: Context, input: Input): Promise<Page<Shown>> {
  const matching = chosenMutations(context, input);
  const rows = shownOf(context, matching).orderBy('m.day', 'desc').orderBy('m.id', 'desc');
  return readPage(context.db, input, { matching, rows }, (row) => presentMutation(context, row));
}

/**
 * One of them.
 * @throws Refusal 404 if the shop has no such mutation
 */
export async function viewMutation(context: Context, id: number): Promise<Shown> {
  const row = await shownOf(context, all(context).where('m.id', '=', id)).executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return presentMutation(context, row);
}

function all({ db, shop }: Context) {
  return db.selectFrom('bank_mutations as m').where('m.shop_id', '=', shop.id);
}

/** The mutations that the list has by its filters. */
export function chosenMutations(context: Context, input: Partial<Input>) {
  // What went out is just what is OUTGOING, which an index has in the order of the list.
  const state = input.state ?? (input.type === 'DEBIT' ? 'OUTGOING' : undefined);
  let query = all(context);
  if (state !== undefined) query = query.where('m.state', '=', STORED[state]);
  if (input.bank_id !== undefined) query = query.where('m.bank_account_id', '=', input.bank_id);
  if (input.type !== undefined) query = query.where('m.direction', '=', input.type);
  if (input.amount !== undefined) query = query.where('m.amount_idr', '=', input.amount);
  if (input.start_date !== undefined) query = query.where('m.day', '>=', input.start_date);
  if (input.end_date !== undefined) query = query.where('m.day', '<=', input.end_date);
  for (const word of wordsOf(input.keyword ?? ''))
    query = query.where(sql<SqlBool>`m.search_text like lower(${likeWord(word)})`);
  return query;
}

function shownOf({ shop }: Context, query: ReturnType<typeof all>) {
  return query
    .leftJoin('bank_accounts as b', (join) =>
      join.on('b.shop_id', '=', shop.id).onRef('b.id', '=', 'm.bank_account_id'),
    )
    .select(['m.id', 'm.bank_account_id', 'm.account_key', 'm.day', 'm.at', 'm.direction', 'm.amount_idr'])
    .select(['m.matched_idr', 'm.description', 'm.balance_idr', 'm.is_pending', 'm.state', 'm.fault'])
    .select(['m.reason', 'm.resolved_by', 'm.resolved_at', 'b.bank_type', 'b.account_number'])
    .select(
      sql<StoredMatch[]>`(
        select coalesce(json_agg(json_build_object('id', one.id, 'payment_id', one.buyer_payment_id, 'order_id', one.order_id,
          'po_number', o.po_number::text, 'amount', one.amount_idr, 'outcome', one.outcome, 'user_id', one.created_by,
          'created_at', one.created_at) order by one.id), '[]')
        from mutation_matches as one left join orders as o on o.shop_id = ${shop.id} and o.id = one.order_id
        where one.shop_id = ${shop.id} and one.mutation_id = m.id and one.undone_at is null)`.as('matches'),
    );
}

type StoredMatch = Omit<Shown['matches'][number], 'is_automatic'>;
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof shownOf>['executeTakeFirst']>>>;

function presentMutation({ shop, language }: Context, row: Row): Shown {
  const moment = (instant: Date) => isoWithZone(instant, shop.time_zone);
  const { state } = row;
  return {
    id: row.id,
    bank_id: row.bank_account_id,
    bank_name: row.bank_type === null ? null : bankName(row.bank_type),
    account_number: row.account_number ?? row.account_key.replace(/^#/, ''),
    date: row.day,
    time: row.at === null ? null : dateTimeText(row.at, shop.time_zone),
    type: row.direction,
    amount: row.amount_idr,
    matched: row.matched_idr,
    rest: state === 'OUTGOING' ? 0 : row.amount_idr - row.matched_idr,
    description: row.description,
    balance: row.balance_idr,
    is_pending: row.is_pending,
    state: state === 'QUEUED' ? 'WAITING' : state,
    waits_because: state === 'QUEUED' ? whyOf(row.fault as QueueFault | null, language) : null,
    ignored_because: state === 'IGNORED' ? row.reason : null,
    decided_by: row.resolved_by,
    decided_at: row.resolved_at === null ? null : moment(row.resolved_at),
    matches: row.matches.map((match) => ({
      ...match,
      is_automatic: match.user_id === null,
      created_at: moment(new Date(match.created_at)),
    })),
  };
}

const WHY: Record<QueueFault, Parameters<typeof mutationErrors.part>[0]> = {
  PENDING: 'mutation_waits_pending',
  UNKNOWN_ACCOUNT: 'mutation_waits_unknown_account',
  UNKNOWN: 'mutation_waits_unknown',
  SEVERAL: 'mutation_waits_several',
  PAID_ALREADY: 'mutation_waits_paid_already',
  LATE: 'mutation_waits_late',
  EARLY: 'mutation_waits_early',
  ENDED: 'mutation_waits_ended',
  OTHER_BANK: 'mutation_waits_other_bank',
  WRONG_AMOUNT: 'mutation_waits_wrong_amount',
  REFUSED: 'mutation_waits_refused',
  AHEAD: 'mutation_waits_ahead',
  SAME_ID: 'mutation_waits_same_id',
  REST: 'mutation_waits_rest',
  UNDONE: 'mutation_waits_undone',
};

function whyOf(fault: QueueFault | null, language: Context['language']): Shown['waits_because'] {
  const code = WHY[fault ?? 'UNKNOWN'];
  return { code, text: errorText(mutationErrors.part(code, ''), language) };
}
