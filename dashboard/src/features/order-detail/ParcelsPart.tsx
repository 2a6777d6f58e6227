import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment, formatRupiah } from '../../ui/format.ts';
import { copyText } from '../../ui/copy.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { isAtShop, isClosed, nextOfParcel, type NextAction } from './next-action.ts';
import { StateBadge } from '../order-record/StateBadge.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useOrderCommand, useParcels, type Parcel } from './order-queries.ts';
import type { DialogName } from './dialogs.ts';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';
import { Tracking } from './Tracking.tsx';

interface ParcelsPartProps {
  order: Order;
  onAct: (action: NextAction) => void;
  onDialog: (name: DialogName, parcel: Parcel) => void;
}

/** The parcels of the order: where each is, and what can be done with it. */
export function ParcelsPart({ order, onAct, onDialog }: ParcelsPartProps) {
  const t = useStrings(strings);
  const parcels = useParcels(order.order_id);
  const courier = [order.shipping_logistic, order.shipping_rate].filter((part) => part !== '').join(' ');
  return (
    <Part
      title={t.parcels}
      action={
        <Text size="sm" c="dimmed" lineClamp={1}>
          {courier}
        </Text>
      }
    >
      <ErrorNotice error={parcels.error} onRetry={() => void parcels.refetch()} />
      <Stack gap="md">
        {parcels.data?.map((parcel) => (
          <ParcelRow
            key={parcel.shipment}
            order={order}
            parcel={parcel}
            is_one={parcels.data.length === 1}
            onAct={onAct}
            onDialog={onDialog}
          />
        ))}
      </Stack>
    </Part>
  );
}

interface ParcelRowProps extends ParcelsPartProps {
  parcel: Parcel;
  is_one: boolean;
}

function ParcelRow({ order, parcel, is_one, onAct, onDialog }: ParcelRowProps) {
  const t = useStrings(strings);
  const title = [is_one ? '' : t.parcel(parcel.shipment), parcel.warehouse?.name ?? ''];
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs" miw={0}>
          {title.some((part) => part !== '') && (
            <Text size="sm" fw={600} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
              {title.filter((part) => part !== '').join(' · ')}
            </Text>
          )}
          <StateBadge state={parcel.shipping_status} />
        </Group>
        {parcel.awb_number === null ? (
          <Text size="sm" c="dimmed">
            {t.no_awb}
          </Text>
        ) : (
          <Group gap={2} wrap="nowrap" miw={0}>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {parcel.awb_number}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.awb_copy}: ${parcel.awb_number}`}
              onClick={() => void copyText(parcel.awb_number ?? '', t.awb_copied)}
            >
              <IconCopy size={16} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      <ParcelFacts parcel={parcel} is_cod={order.is_cod} />
      {order.order_status === 'ACCEPTED' && (
        <ParcelActions order={order} parcel={parcel} is_one={is_one} onAct={onAct} onDialog={onDialog} />
      )}
      <Tracking parcel={parcel} />
    </Stack>
  );
}

function ParcelFacts({ parcel, is_cod }: { parcel: Parcel; is_cod: boolean }) {
  const t = useStrings(strings);
  const { booking } = parcel;
  const BOOKING = { WAITING: t.booking_waiting, CANCELING: t.booking_canceling };
  const bookingText = (state: string) =>
    state === 'WAITING' || state === 'CANCELING' ? BOOKING[state] : t.booking;
  const facts = [
    is_cod ? t.cod(formatRupiah(parcel.cod_amount)) : '',
    parcel.label_prints > 0 ? t.printed(parcel.label_prints) : '',
    parcel.requested_at === null ? '' : t.requested(formatMoment(parcel.requested_at)),
    parcel.left_at !== null && parcel.ended_at === null && parcel.promised_days !== null
      ? t.promised(parcel.promised_days)
      : '',
    booking === null ? '' : bookingText(booking.state)(booking.vendor),
    parcel.is_removed ? t.removed : '',
    parcel.is_handled ? '' : t.other_warehouse,
  ].filter((fact) => fact !== '');
  return (
    <>
      {facts.length > 0 && (
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
      {booking?.problem != null && (
        <Text size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
          {booking.problem.message}
        </Text>
      )}
    </>
  );
}

const COMES_BACK = new Set(['RETURNED', 'UNPICK', 'INVALID', 'SHIPMENT_PROBLEM', 'DROPOFF']);

function ParcelActions({ order, parcel, onAct, onDialog }: ParcelRowProps) {
  const t = useStrings(strings);
  const may = useMay();
  const resend = useOrderCommand(
    (shipment: number, idempotency_key) =>
      api.resendParcel({ order_id: order.order_id, shipment }, { idempotency_key }),
    { onDone: () => tell(t.resend_text) },
  );
  const refresh = useOrderCommand((shipment: number, idempotency_key) =>
    api.refreshTracking({ order_id: order.order_id, shipment }, { idempotency_key }),
  );
  if (!may('orders.ship') || !parcel.is_handled || isClosed(order)) return null;
  const next = nextOfParcel(parcel);
  const is_requested = parcel.shipping_status === 'PICKUP_REQUEST' || parcel.booking !== null;
  const is_waiting = isAtShop(parcel) && !is_requested;
  const buttons: { label: string; run: () => void; is_running?: boolean }[] = [
    ...(next === undefined ? [] : [{ label: t[next.name], run: () => onAct(next) }]),
    ...(parcel.awb_number !== null && isAtShop(parcel)
      ? [{ label: t.change_awb, run: () => onDialog('AWB', parcel) }]
      : []),
    ...(is_waiting && parcel.service.drop_off
      ? [{ label: t.request_pickup, run: () => onDialog('PICKUP', parcel) }]
      : []),
    ...(isAtShop(parcel) && is_requested
      ? [{ label: t.cancel_pickup, run: () => onDialog('CANCEL_PICKUP', parcel) }]
      : []),
    ...(COMES_BACK.has(parcel.shipping_status) || parcel.is_removed
      ? [{ label: t.resend, run: () => resend.mutate(parcel.shipment), is_running: resend.isPending }]
      : []),
    ...(parcel.awb_number !== null && parcel.ended_at === null
      ? [{ label: t.ask_courier, run: () => refresh.mutate(parcel.shipment), is_running: refresh.isPending }]
      : []),
  ];
  return (
    <Group gap="xs">
      {buttons.map(({ label, run, is_running = false }) => (
        <Button key={label} variant="default" size="sm" onClick={run} loading={is_running}>
          {label}
        </Button>
      ))}
    </Group>
  );
}
