import { storedAs, useStored } from '../../ui/stored.ts';
import { useMe } from '../session/session.ts';

/** A parcel that the courier takes. */
export interface TakenParcel {
  order_id: number;
  shipment: number;
  po_number: number;
  courier: string;
  awb_number: string | null;
  receiver: string;
  /** Why it could not be marked as shipped. */
  problem?: string;
}

export const isSameParcel = (
  one: Pick<TakenParcel, 'order_id' | 'shipment'>,
  other: Pick<TakenParcel, 'order_id' | 'shipment'>,
): boolean => one.order_id === other.order_id && one.shipment === other.shipment;

const NOTHING: TakenParcel[] = [];

/** What was scanned, kept on the device of this person until it is handed over: a reload or a flat battery loses nothing. */
export function useHandoverList(): {
  parcels: readonly TakenParcel[];
  change: (to: (before: readonly TakenParcel[]) => readonly TakenParcel[]) => void;
} {
  const { shop, user } = useMe();
  const stored = storedAs(`ngorder.handover.${shop.id}.${user.id}`, NOTHING);
  return {
    parcels: useStored(stored),
    // Read anew: another tab, or the scan before this one, may have changed it.
    change: (to) => stored.write([...to(stored.read())]),
  };
}
