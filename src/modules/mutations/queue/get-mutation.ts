import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import { stateText } from '../../checkout/index.ts';
import { mutationLimits } from '../limits.ts';
import { cluesIn } from './clues.ts';
import { findNamedWhoOwe, findOrders, findPayments } from './load-candidates.ts';
import { rank, type Ranked } from './rank.ts';
import { viewMutation } from './read-mutations.ts';
import type { BankMutationDetail, MutationIdInput, REASONS } from './schemas.ts';

type Detail = z.input<typeof BankMutationDetail>;
type Suggestion = Detail['suggestions'][number];

/**
 * A mutation, with what it may be the money of. Four statements.
 * @throws Refusal 404 if the shop has no such mutation
 */
export async function getMutation(
  context: Context,
  { id }: z.output<typeof MutationIdInput>,
): Promise<Detail> {
  const mutation = await viewMutation(context, id);
  const waits = mutation.state === 'NEW' || mutation.state === 'WAITING';
  return { ...mutation, suggestions: waits ? await suggestionsFor(context, mutation) : [] };
}

async function suggestionsFor(
  context: Context,
  { rest: rest_idr, date: day, description }: Pick<Detail, 'rest' | 'date' | 'description'>,
): Promise<Suggestion[]> {
  const clues = cluesIn(description);
  const named = await findNamedWhoOwe(context, clues);
  const customer_ids = named.map((customer) => customer.id);
  const wanted = { rest_idr, day };
  const orders = await findOrders(context, wanted, customer_ids, clues.po_numbers);
  const payments = await findPayments(context, wanted, customer_ids);
  const by_phone = new Set(named.flatMap((customer) => (customer.by_phone ? [customer.id] : [])));
  return rank({ ...wanted, clues, by_phone }, { payments, orders })
    .slice(0, mutationLimits.mutation_suggestions)
    .map((ranked) => presentSuggestion(context, ranked));
}

const REASON_TEXTS: Record<(typeof REASONS)[number], Bilingual> = {
  AMOUNT: { en: 'The amount is just right.', id: 'Jumlahnya tepat sama.' },
  AMOUNT_WITHOUT_CODE: {
    en: 'The amount is right but for the unique code.',
    id: 'Jumlahnya sama, hanya kode uniknya kurang.',
  },
  AMOUNT_OF_SEVERAL: {
    en: 'Several orders of the customer add up to the amount.',
    id: 'Jumlahnya sama dengan total beberapa pesanan pelanggan ini.',
  },
  PO_NUMBER: { en: 'The description has the PO number.', id: 'Keterangannya memuat nomor PO.' },
  PHONE: {
    en: 'The description has the phone number of the customer.',
    id: 'Keterangannya memuat nomor telepon pelanggan.',
  },
  NAME: { en: 'The description has the name of the customer.', id: 'Keterangannya memuat nama pelanggan.' },
  PART_OF_NAME: {
    en: 'The description has a part of the name of the customer.',
    id: 'Keterangannya memuat sebagian nama pelanggan.',
  },
};

function presentSuggestion({ shop, language }: Context, ranked: Ranked): Suggestion {
  const { payment, orders, customer_id, customer_name, amount_idr, reasons, created_at } = ranked;
  return {
    payment_id: payment?.payment_id ?? null,
    orders: orders.map(({ order, amount_idr: part_idr }) => ({
      order_id: order.order_id,
      po_number: String(order.po_number),
      amount: part_idr,
      remaining: order.total_idr - order.paid_idr,
    })),
    customer: { id: customer_id, name: customer_name },
    amount: amount_idr,
    status:
      payment === undefined
        ? (orders[0]?.order.payment_status ?? 'UNPAID')
        : stateText(payment.state, language).text,
    created_at: isoWithZone(created_at, shop.time_zone),
    reasons: reasons.map((code) => ({ code, text: REASON_TEXTS[code][language] })),
  };
}
