import { useState } from 'react';
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

/** What was scanned, kept on the device of this person until it is handed over: a reload or a flat battery loses nothing. */
export function useHandoverList(): {
  parcels: readonly TakenParcel[];
  change: (to: (before: readonly TakenParcel[]) => readonly TakenParcel[]) => void;
} {
  const { shop, user } = useMe();
  const stored_as = `ngorder.handover.${shop.id}.${user.id}`;
  const [parcels, setParcels] = useState(() => readStored(stored_as));
  return {
    parcels,
    change: (to) => {
      // Read anew: another tab may have scanned meanwhile.
      const after = to(readStored(stored_as));
      localStorage.setItem(stored_as, JSON.stringify(after));
      setParcels(after);
    },
  };
}

function readStored(stored_as: string): readonly TakenParcel[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(stored_as) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isParcel) : [];
  } catch {
    return [];
  }
}

function isParcel(value: unknown): value is TakenParcel {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['order_id', 'shipment', 'po_number'].every((name) => typeof Reflect.get(value, name) === 'number') &&
    ['courier', 'receiver'].every((name) => typeof Reflect.get(value, name) === 'string')
  );
}
