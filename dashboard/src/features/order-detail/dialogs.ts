import type { Parcel } from './order-queries.ts';

/** Dialogs of the page, each with the parcel that it is of, where it is of one. */
export type DialogName =
  | 'PAY'
  | 'AWB'
  | 'PICKUP'
  | 'CANCEL_PICKUP'
  | 'CANCEL'
  | 'DELETE'
  | 'REACTIVATE'
  | 'CONFIRM'
  | 'MESSAGE';

export interface OpenDialog {
  name: DialogName;
  parcel?: Parcel | undefined;
}
