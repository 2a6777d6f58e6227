import { ConnectionError, NgorderError, type Input, type Output } from 'ngorder-sdk';
import { api } from '../session/api.ts';
import { isSignedOut, noteRefusal, queries } from '../session/session.ts';
import { changedContacts } from './contacts.ts';
import { quoteInputOf, requestOf } from './request.ts';
import type { Stored } from '../../ui/stored.ts';
import type { Held, Waiting } from './waiting.ts';

export type Created = Output<'createOrder'>['data'];

/** The server knows a key for seven days; what is older than this a person looks for first, whether it is there. */
const SENT_BY_ITSELF_MS = 3 * 24 * 3_600_000;

function change(outbox: Stored<Waiting[]>, key: string, changes: Partial<Waiting>): void {
  outbox.write(outbox.read().map((one) => (one.key === key ? { ...one, ...changes } : one)));
}

export function drop(outbox: Stored<Waiting[]>, key: string): void {
  outbox.write(outbox.read().filter((one) => one.key !== key));
}

/** Keys that are on their way from this page. */
const underway = new Set<string>();

export type Sent =
  | { result: 'CREATED'; order: Created }
  | { result: 'KEPT' }
  | { result: 'HELD'; held: Held }
  /** Nobody is signed in any more: nothing was created. */
  | { result: 'SIGNED_OUT' }
  | { result: 'REFUSED'; error: unknown };

/**
 * Sends what waits. It stays on the device until the server has answered: created, or refused. Where no answer came it is sent
 * again, by the same key and with the same content.
 * @param is_looked_at whether the person has agreed to what held it
 */
export async function sendWaiting(
  outbox: Stored<Waiting[]>,
  key: string,
  is_looked_at = false,
): Promise<Sent> {
  const waiting = outbox.read().find((one) => one.key === key);
  if (waiting === undefined || underway.has(key)) return { result: 'KEPT' };
  underway.add(key);
  try {
    if (!is_looked_at && Date.now() - waiting.saved_at > SENT_BY_ITSELF_MS) {
      return holdBack(outbox, key, { reason: 'OLD' });
    }
    const request = waiting.request ?? (await compose(waiting, is_looked_at));
    if ('reason' in request) return holdBack(outbox, key, request);
    // Before it is sent: whatever happens then, it is sent again as it is now.
    change(outbox, key, { request, held: null });
    const { data } = await api.createOrder(request, { idempotency_key: key });
    drop(outbox, key);
    for (const queryKey of [['orders'], ['home'], ['stock'], ['customers']])
      void queries.invalidateQueries({ queryKey });
    return { result: 'CREATED', order: data };
  } catch (error) {
    if (isUnanswered(error)) return { result: 'KEPT' };
    noteRefusal(error);
    return isSignedOut(error) ? { result: 'SIGNED_OUT' } : { result: 'REFUSED', error };
  } finally {
    underway.delete(key);
  }
}

/** Whether the order may still be created, or be there already. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  // 409: the first request under the key is still under way.
  return error instanceof NgorderError && (error.status >= 500 || [408, 409, 429].includes(error.status));
}

function holdBack(outbox: Stored<Waiting[]>, key: string, held: Held): Sent {
  change(outbox, key, { held });
  return { result: 'HELD', held };
}

/** The final order, with what the courier charges the buyer; or what a person has to agree to first. */
async function compose(waiting: Waiting, is_looked_at: boolean): Promise<Input<'createOrder'> | Held> {
  const { draft, seen_total } = waiting;
  const [{ data: quote }, contacts] = await Promise.all([
    api.quoteOrder(quoteInputOf(draft, waiting)),
    is_looked_at ? [] : changedContacts(draft),
  ]);
  const total = quote.shipping_explanation?.total ?? quote.total;
  if (contacts.length > 0) return { reason: 'CUSTOMER', contacts };
  if (!is_looked_at && total !== seen_total) return { reason: 'TOTAL', total };
  return requestOf(draft, waiting, quote);
}

export function hold(outbox: Stored<Waiting[]>, key: string, text: string): void {
  change(outbox, key, { held: { reason: 'REFUSED', text } });
}
