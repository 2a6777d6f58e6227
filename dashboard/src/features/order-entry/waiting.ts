import type { Input } from 'ngorder-sdk';
import { useMe } from '../session/session.ts';
import type { Contact, Draft } from './draft.ts';
import { storedAs, type Stored } from '../../ui/stored.ts';

/** An order that was saved here and that the server has not answered for yet. */
export interface Waiting {
  /** Under it the server creates the order once, however often it is sent. */
  key: string;
  saved_at: number;
  draft: Draft;
  order_date: string;
  supplier_id: number;
  /** Cost by courier and service, as it stood in the table. */
  rate: number;
  insurance: number;
  /** The total that the person saw; null: none, without a connection. */
  seen_total: number | null;
  /** What is sent, from the first time on the same. */
  request: Input<'createOrder'> | null;
  /** Why it is not sent by itself. */
  held: Held | { reason: 'REFUSED'; text: string } | null;
}

/** What a person is asked about before the order is sent: another has changed the total, or whom it goes to. */
export type Held =
  | { reason: 'OLD' }
  | { reason: 'TOTAL'; total: number }
  | { reason: 'CUSTOMER'; contacts: Contact[] };

/** The orders of one user of one shop: whoever else signs in on this device neither sees nor sends them. */
export function useOutbox(): Stored<Waiting[]> {
  const { shop, user } = useMe();
  return storedAs<Waiting[]>(`ngorder.outbox.${shop.id}.${user.id}`, []);
}
