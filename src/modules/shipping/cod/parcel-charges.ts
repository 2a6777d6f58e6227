import { codFeeOf, returnFeeOf, type ChargeRule } from '../../couriers/index.ts';

/** Where a COD parcel is, as far as its money is concerned. */
export type ParcelState = 'AT_SHOP' | 'ON_ITS_WAY' | 'COLLECTED' | 'CAME_BACK' | 'LOST';

const ENTRY_KINDS = ['COLLECTED', 'SHIPPING', 'COD_FEE', 'RETURN_FEE'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const STATES: Readonly<Record<string, ParcelState>> = {
  DROPOFF: 'ON_ITS_WAY',
  ON_PROCESS: 'ON_ITS_WAY',
  SHIPMENT_PROBLEM: 'ON_ITS_WAY',
  DELIVERED: 'COLLECTED',
  RETURNED: 'CAME_BACK',
  LOST: 'LOST',
};

/** @param shipping_status of a shipment; all that has not left is at the shop */
export function parcelState(shipping_status: string | null): ParcelState {
  return STATES[shipping_status ?? ''] ?? 'AT_SHOP';
}

/** What the courier owes for a parcel in this state, in rupiah by kind; below 0: what it charges. */
export type Charges = Record<EntryKind, number>;

/**
 * A delivered parcel brings what was collected, less shipping and COD fee. One that came back costs shipping and return
 * fee. A lost one brings and costs nothing: what the courier pays for it is agreed case by case. Nothing to collect: no
 * COD parcel.
 */
export function chargesOf(
  { state, cod_idr, shipping_idr }: { state: ParcelState; cod_idr: number; shipping_idr: number },
  rule: Pick<ChargeRule, 'cod_fee_bp' | 'cod_fee_minimum_idr' | 'return_fee_bp'>,
): Charges {
  const none: Charges = { COLLECTED: 0, SHIPPING: 0, COD_FEE: 0, RETURN_FEE: 0 };
  if (cod_idr === 0) return none;
  if (state === 'COLLECTED')
    return { ...none, COLLECTED: cod_idr, SHIPPING: 0 - shipping_idr, COD_FEE: 0 - codFeeOf(rule, cod_idr) };
  if (state === 'CAME_BACK')
    return { ...none, SHIPPING: 0 - shipping_idr, RETURN_FEE: 0 - returnFeeOf(rule, shipping_idr) };
  return none;
}

/** What has to be entered so that what is entered becomes what is owed: nothing where it is already. */
export function missingEntries(entered: Charges, owed: Charges): { kind: EntryKind; amount_idr: number }[] {
  return ENTRY_KINDS.map((kind) => ({ kind, amount_idr: owed[kind] - entered[kind] })).filter(
    ({ amount_idr }) => amount_idr !== 0,
  );
}
