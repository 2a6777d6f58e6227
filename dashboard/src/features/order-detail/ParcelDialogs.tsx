import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useOrderCommand, type Parcel } from './order-queries.ts';
import { strings } from './strings.ts';

interface ParcelDialogProps {
  order: Order;
  parcel: Parcel;
  onClose: () => void;
}

const unlessShown = (error: unknown, field: string) =>
  fieldErrors(error)[field] === undefined ? error : null;

/** The number that the courier knows the parcel by. */
export function AwbDialog({ order, parcel, onClose }: ParcelDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [awb_number, setNumber] = useState(parcel.awb_number ?? '');
  const store = useOrderCommand(
    (number: string, idempotency_key) =>
      api.addAwbNumber(
        { id: order.order_id, shipment: parcel.shipment, awb_number: number },
        { idempotency_key },
      ),
    {
      onDone: () => {
        tell(t.awb_stored);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={parcel.awb_number === null ? t.AWB : t.change_awb}
      act={w.save}
      is_running={store.isPending}
      error={unlessShown(store.error, 'awb_number')}
      onAct={() => store.mutate(awb_number.trim())}
      onClose={onClose}
    >
      <TextInput
        label={t.awb}
        required
        data-autofocus
        autoComplete="off"
        maxLength={100}
        value={awb_number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={fieldErrors(store.error)['awb_number']}
      />
    </ConfirmDialog>
  );
}

type Service = 'PICKUP' | 'DROP_OFF';

/** Asks the courier to come, or says that the parcel is brought there. */
export function PickupDialog({ order, parcel, onClose }: ParcelDialogProps) {
  const t = useStrings(strings);
  const [service, setService] = useState<Service>(parcel.service.pickup ? 'PICKUP' : 'DROP_OFF');
  const request = useOrderCommand(
    (chosen: Service, idempotency_key) =>
      api.requestPickup(
        { pickup_request: [{ id: order.order_id, shipment: parcel.shipment, service: chosen }] },
        { idempotency_key },
      ),
    {
      onDone: ({ waiting_data }) => {
        tell(waiting_data.length > 0 ? t.pickup_waiting : t.pickup_requested);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.request_pickup}
      act={t.request_pickup}
      is_running={request.isPending}
      error={request.error}
      onAct={() => request.mutate(service)}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={t.request_pickup}
        value={service}
        onChange={(value) => setService(value === 'PICKUP' ? 'PICKUP' : 'DROP_OFF')}
      >
        <Stack gap="xs">
          {parcel.service.pickup && <Radio value="PICKUP" label={t.pickup} py={6} />}
          {parcel.service.drop_off && <Radio value="DROP_OFF" label={t.drop_off} py={6} />}
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}

/** Takes the request back; some couriers want to know why. */
export function CancelPickupDialog({ order, parcel, onClose }: ParcelDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [reason, setReason] = useState('');
  const cancel = useOrderCommand(
    (why: string, idempotency_key) =>
      api.cancelPickup(
        { id: order.order_id, shipment: parcel.shipment, ...(why !== '' && { reason: why }) },
        { idempotency_key },
      ),
    {
      onDone: ({ message }) => {
        tell(message);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.cancel_pickup}
      act={t.cancel_pickup}
      keep={t.keep}
      is_running={cancel.isPending}
      error={unlessShown(cancel.error, 'reason')}
      onAct={() => cancel.mutate(reason.trim())}
      onClose={onClose}
    >
      <TextInput
        label={t.reason}
        required={parcel.is_cancel_reason_required}
        {...(!parcel.is_cancel_reason_required && { description: w.optional })}
        data-autofocus
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldErrors(cancel.error)['reason']}
      />
    </ConfirmDialog>
  );
}
