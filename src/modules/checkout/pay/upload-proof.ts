import type { z } from 'zod';
import { mustBeOutside } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { normalisePicture } from '../../../kernel/files/index.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { lockPayment, ordersOf } from '../lock-payment.ts';
import { refusePaymentState } from '../refuse-payment-state.ts';
import { expiryOf } from '../store-payment.ts';
import { findPaymentId } from './find-payment.ts';
import { viewPayment } from './get-payment.ts';
import type { BuyerPaymentView, ProofInput } from './schemas.ts';

const LONGEST_SIDE_PX = 1_600;

/**
 * Stores the buyer's proof of transfer, under a name that nobody can guess: the payment waits for the seller from then on
 * and expires after days only, if nobody decides it. A later picture replaces an earlier one until the seller decides.
 * @throws Refusal 404 if there is no such payment; 422 if it is no transfer that waits, or the file is no picture
 */
export async function uploadProof(
  context: StoreContext,
  input: z.output<typeof ProofInput>,
): Promise<z.input<typeof BuyerPaymentView>> {
  mustBeOutside(context, 'converting a picture');
  const id = await findPaymentId(context, input.token);
  const bytes = await normalisePicture(input.proof.bytes, 'proof', LONGEST_SIDE_PX);
  const name = `${context.shop.id}/proof/${id}-${context.random.bytes(16).toString('hex')}.webp`;
  const proof_url = await context.files.put(name, bytes, 'image/webp');
  try {
    await context.transaction((inner) => storeProof(inner, id, { ...input, proof_url }));
  } catch (error) {
    await context.files.remove(name).catch(() => undefined);
    throw error;
  }
  return viewPayment(context, id);
}

async function storeProof(
  context: StoreContext,
  id: number,
  {
    proof_url,
    holder_name,
    note,
  }: { proof_url: string; holder_name?: string | undefined; note?: string | undefined },
): Promise<void> {
  const payment = await lockPayment(context, id);
  if (payment.method !== 'TRANSFER' || (payment.state !== 'WAITING' && payment.state !== 'CLAIMED'))
    throw refusePaymentState(context, payment, 'proof');
  const now = context.clock.now();
  const after = {
    state: 'CLAIMED' as const,
    proof_holder_name: holder_name ?? null,
    proof_note: note ?? null,
  };
  // Another picture gives no more time. What the seller has decided in part is the seller's to end.
  const is_decided = (await ordersOf(context, id)).some(({ decision }) => decision !== null);
  const expires_at = payment.state === 'CLAIMED' ? payment.expires_at : expiryOf('TRANSFER', 'CLAIMED', now);
  await context.db
    .updateTable('buyer_payments')
    .set({
      ...after,
      proof_url,
      claimed_at: payment.claimed_at ?? now,
      expires_at: is_decided ? null : expires_at,
      updated_at: now,
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
  const replaced = /(?:^|\/)(\d+\/proof\/[0-9a-f-]+\.webp)$/.exec(payment.proof_url ?? '')?.[1];
  if (replaced !== undefined) await context.afterCommit(() => context.files.remove(replaced));
  await emit(context, 'buyer_payment.claimed', id, differenceOf(payment, after));
}
