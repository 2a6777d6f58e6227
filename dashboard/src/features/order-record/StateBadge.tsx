import { useStrings } from '../../ui/language.ts';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import { stateWords } from './state-words.ts';

const TONES: Readonly<Record<string, Tone>> = {
  UNCONFIRMED: 'waiting',
  ACCEPTED: 'done',
  REJECTED: 'lost',
  CANCELED: 'lost',
  EXPIRED: 'lost',
  UNPAID: 'waiting',
  INSTALLMENT: 'partly',
  PAID: 'done',
  READY_TO_SHIP: 'waiting',
  PICKUP_REQUEST: 'partly',
  DROPOFF: 'moving',
  ON_PROCESS: 'moving',
  DELIVERED: 'done',
  UNPICK: 'lost',
  INVALID: 'lost',
  LOST: 'lost',
  RETURNED: 'lost',
  SHIPMENT_PROBLEM: 'lost',
};

/** A state of an order, its payment or its parcel, in the words of sellers. */
export function StateBadge({ state }: { state: string }) {
  const wordOf = useStateWord();
  return <StatusBadge tone={TONES[state] ?? 'quiet'}>{wordOf(state)}</StatusBadge>;
}

/** How sellers call a state; one that is new to this page by its name. */
export function useStateWord(): (state: string) => string {
  const t = useStrings(stateWords);
  return (state) => (Object.hasOwn(t, state) ? t[state as keyof typeof t] : state);
}
