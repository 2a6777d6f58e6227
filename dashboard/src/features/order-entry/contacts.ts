import { api } from '../session/api.ts';
import { receiverOf, type Contact, type CustomerRow, type Draft } from './draft.ts';

export function contactOf(row: Contact): Contact {
  const { id, name, phone, address, district_id, category_code, category } = row;
  return { id, name, phone, address, district_id, category_code, category };
}

/** What the order says of a customer, or takes its prices by. */
const FACTS = ['name', 'phone', 'district_id', 'category_code'] as const;

/** A customer as the server has it. null: it is not there any more. */
async function readContact(customer_id: number): Promise<CustomerRow | null> {
  const { data } = await api.listCustomers({ customer_id });
  return data[0] ?? null;
}

/**
 * Who the order is of and goes to, where somebody has changed them since they were chosen. One that is not there any more is refused
 * by the server, in its words.
 */
export async function changedContacts(draft: Draft): Promise<Contact[]> {
  const chosen = new Map(
    [draft.sender, receiverOf(draft)].flatMap((one) => (one === null ? [] : [[one.id, one]])),
  );
  const pairs = await Promise.all(
    [...chosen.values()].map(async (one) => ({ one, now: await readContact(one.id) })),
  );
  return pairs.flatMap(({ one, now }) => (now !== null && isChanged(one, now) ? [contactOf(now)] : []));
}

function isChanged(chosen: Contact, now: CustomerRow): boolean {
  return chosen.address !== now.address || FACTS.some((fact) => chosen[fact] !== now[fact]);
}

/** The order with the customers as they are now. */
export function withContacts(draft: Draft, contacts: readonly Contact[]): Draft {
  const fresh = (one: Contact | null) => contacts.find(({ id }) => id === one?.id) ?? one;
  return { ...draft, sender: fresh(draft.sender), receiver: fresh(draft.receiver) };
}
