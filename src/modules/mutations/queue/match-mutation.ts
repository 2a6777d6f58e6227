import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import { foundBy, refuseNotFound } from '../../../kernel/not-found.ts';
import { userIdOf } from '../../../kernel/outbox.ts';
import { receiveMoney } from '../../checkout/index.ts';
import { lockOrderFor, payByMutation, visibleOrders, type LockedOrder } from '../../orders/index.ts';
import { mutationErrors } from '../errors.ts';
import { shopAccounts } from '../shop-accounts.ts';
import { isSameAccount } from '../statements/account-in-statement.ts';
import { causeOfMatch, isTaken, storeMatches, type OrderMatch, type PaymentMatch } from '../store-match.ts';
import {
  lockMutation,
  matchesOf,
  needWaiting,
  type LockedMutation,
  type MutationMatch,
} from './lock-mutation.ts';
import { viewMutation } from './read-mutations.ts';
import type { BankMutation, MatchMutationInput } from './schemas.ts';

type Input = z.output<typeof MatchMutationInput>;

/** An order of the input, with where it stands there. */
interface AskedOrder {
  order_id: number;
  amount: number | undefined;
  fields: { order: string; amount: string };
}

/**
 * Lets a mutation, or a part of it, pay a buyer's payment, or orders. All of the input is done, or nothing. What is matched
 * already just so stays as it is: the same request twice is one.
 * @throws Refusal 404 if the shop has no such mutation; 409 if nothing of it waits; 422 on what it can't pay
 */
export async function matchMutation(context: Context, input: Input): Promise<z.input<typeof BankMutation>> {
  return context.transaction(async (inner) => {
    const mutation = await lockMutation(inner, input.id);
    const active = (await matchesOf(inner, input.id)).filter(({ undone_at }) => undone_at === null);
    if ((input.payment_id === undefined) === (input.orders === undefined))
      throw mutationErrors.refuseField('mutation_match_one', 'orders');
    const matches =
      input.payment_id === undefined
        ? await matchOrders(inner, mutation, newOrders(input, active))
        : await matchPayment(inner, mutation, input.payment_id, active);
    if (matches.length > 0) await storeMatches(inner, mutation, matches, userIdOf(inner));
    return viewMutation(inner, input.id);
  });
}

async function matchPayment(
  context: Context,
  mutation: LockedMutation,
  payment_id: number,
  active: readonly MutationMatch[],
): Promise<PaymentMatch[]> {
  const found = foundBy('payment_id', await findPayment(context, payment_id));
  if (active.some(({ buyer_payment_id }) => buyer_payment_id === payment_id)) return [];
  needWaiting(mutation);
  if (found.method !== 'TRANSFER')
    throw mutationErrors.refuseField('mutation_payment_method', 'payment_id', { method: found.method });
  const rest_idr = mutation.amount_idr - mutation.matched_idr;
  const amount_idr = Math.min(rest_idr, found.nominal_transfer_idr);
  const cause = await causeOfMatch(context, mutation.id);
  const outcome = await receiveMoney(context, {
    payment_id,
    cause,
    source: 'MUTATION',
    purse: 'BANK',
    amount_idr,
    received_at: mutation.received_at,
    bank_account_id: mutation.bank_account_id,
    may_lack_code: true,
  });
  if (!isTaken(outcome))
    throw mutationErrors.refuseField('mutation_too_small', 'payment_id', {
      rest: rest_idr,
      needed: found.nominal_invoice_idr,
      asked: found.nominal_transfer_idr,
    });
  return [{ buyer_payment_id: payment_id, cause, outcome, amount_idr }];
}

/** Locked, so that its buyer chooses no other method meanwhile. */
async function findPayment({ db, shop }: Context, id: number) {
  return db
    .selectFrom('buyer_payments')
    .select(['method', 'nominal_invoice_idr', 'nominal_transfer_idr'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The orders of the input that it is not matched with yet. */
function newOrders({ orders = [] }: Input, active: readonly MutationMatch[]): AskedOrder[] {
  const faults: RefusalPart[] = [];
  const seen = new Set<number>();
  const asked = orders.flatMap(({ order_id, amount }, index): AskedOrder[] => {
    const fields = { order: `orders.${index}.order_id`, amount: `orders.${index}.amount` };
    const matched = active.find((match) => match.order_id === order_id);
    if (seen.has(order_id)) faults.push(mutationErrors.part('mutation_order_twice', fields.order));
    else if (matched !== undefined && amount !== undefined && amount !== matched.amount_idr)
      faults.push(
        mutationErrors.part('mutation_order_matched', fields.amount, { amount: matched.amount_idr }),
      );
    seen.add(order_id);
    return matched === undefined ? [{ order_id, amount, fields }] : [];
  });
  if (faults.length > 0) throw new Refusal(faults);
  return asked;
}

async function matchOrders(
  context: Context,
  mutation: LockedMutation,
  asked: readonly AskedOrder[],
): Promise<OrderMatch[]> {
  if (asked.length === 0) return [];
  await refuseUnknownOrders(context, asked);
  needWaiting(mutation);
  let rest_idr = mutation.amount_idr - mutation.matched_idr;
  const named_idr = sum(asked.map(({ amount }) => amount ?? 0));
  if (named_idr > rest_idr)
    throw mutationErrors.refuseField('mutation_rest', asked[0]?.fields.amount ?? 'orders', {
      rest: rest_idr,
    });
  const bank_id = await accountOf(context, mutation);
  const orders = await lockOrders(context, asked);
  const matches: OrderMatch[] = [];
  for (const { order_id, amount, fields } of asked) {
    const order = foundBy(fields.order, orders.get(order_id));
    if (rest_idr === 0) throw mutationErrors.refuseField('mutation_rest', fields.order, { rest: 0 });
    const part = { bank_mutation_id: mutation.id, bank_id, paid_on: mutation.day, amount_idr: amount };
    const paid = await payByMutation(context, order, { ...part, most_idr: rest_idr }, fields);
    if (paid.amount_idr > rest_idr)
      throw mutationErrors.refuseField('mutation_rest', fields.amount, {
        rest: rest_idr,
      });
    rest_idr -= paid.amount_idr;
    matches.push({ order_id, ...paid });
  }
  return matches;
}

async function refuseUnknownOrders(context: Context, asked: readonly AskedOrder[]): Promise<void> {
  const ids = asked.map(({ order_id }) => order_id);
  const found = await context.db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', ids)
    .where(visibleOrders(context))
    .execute();
  const known = new Set(found.map(({ id }) => id));
  refuseNotFound(asked.flatMap(({ order_id, fields }) => (known.has(order_id) ? [] : [fields.order])));
}

/** In the order of their IDs, as all who lock several. */
async function lockOrders(context: Context, asked: readonly AskedOrder[]): Promise<Map<number, LockedOrder>> {
  const orders = new Map<number, LockedOrder>();
  for (const { order_id, fields } of asked.toSorted((a, b) => a.order_id - b.order_id))
    orders.set(order_id, await lockOrderFor(context, order_id, 'PAY', fields.order));
  return orders;
}

/**
 * The bank account that payments are recorded on. A mutation of a number that was none of the shop's is of the account that has
 * it by now.
 * @throws Refusal 422 if no account has it
 */
async function accountOf(
  { db, shop }: Context,
  { id, bank_account_id, account_key }: LockedMutation,
): Promise<number> {
  if (bank_account_id !== null) return bank_account_id;
  const account_number = account_key.replace(/^#/, '');
  const accounts = await shopAccounts({ db, shop });
  const own = accounts.find((account) => isSameAccount(account.account_number, account_number));
  if (own === undefined) throw mutationErrors.refuse('mutation_account_unknown', { account_number });
  await db
    .updateTable('bank_mutations')
    .set({ bank_account_id: own.id })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
  return own.id;
}
