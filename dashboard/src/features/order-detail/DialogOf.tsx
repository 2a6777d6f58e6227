import { DecideDialog } from './DecideDialog.tsx';
import type { OpenDialog } from './dialogs.ts';
import { MessageDialog } from './MessageDialog.tsx';
import { CancelDialog, DeleteDialog, ReactivateDialog } from './OrderDialogs.tsx';
import type { Order } from '../order-record/order-record.ts';
import { AwbDialog, CancelPickupDialog, PickupDialog } from './ParcelDialogs.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';

const OF_ORDER = {
  PAY: PaymentDialog,
  CANCEL: CancelDialog,
  DELETE: DeleteDialog,
  REACTIVATE: ReactivateDialog,
  CONFIRM: DecideDialog,
  MESSAGE: MessageDialog,
} as const;

const OF_PARCEL = { AWB: AwbDialog, PICKUP: PickupDialog, CANCEL_PICKUP: CancelPickupDialog } as const;

interface DialogOfProps {
  order: Order;
  dialog: OpenDialog | undefined;
  onClose: () => void;
}

/** The dialog that is open, if one is. */
export function DialogOf({ order, dialog, onClose }: DialogOfProps) {
  if (dialog === undefined) return null;
  const { name, parcel } = dialog;
  if (name === 'AWB' || name === 'PICKUP' || name === 'CANCEL_PICKUP') {
    const Dialog = OF_PARCEL[name];
    return parcel === undefined ? null : <Dialog order={order} parcel={parcel} onClose={onClose} />;
  }
  const Dialog = OF_ORDER[name];
  return <Dialog order={order} onClose={onClose} />;
}
