import { Grid, Stack } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Detail } from '../../ui/Detail.tsx';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { DialogOf } from './DialogOf.tsx';
import type { DialogName, OpenDialog } from './dialogs.ts';
import { FactsPart, ProfitPart } from './FactsPart.tsx';
import { GoodsPart } from './GoodsPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { nextAction, type NextAction } from './next-action.ts';
import { useOrderActs } from './order-acts.ts';
import { useStateWord } from '../order-record/StateBadge.tsx';
import { OrderHead, ThumbBar } from './OrderHead.tsx';
import type { DocumentKind } from '../documents/make-document.ts';
import { useDocuments } from '../documents/use-documents.tsx';
import { useOrder, type Order } from '../order-record/order-record.ts';
import { useOrderCommand, useParcels, type Parcel } from './order-queries.ts';
import { ParcelsPart } from './ParcelsPart.tsx';
import { PaymentsPart } from './PaymentsPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/orders/$id');

export default function OrderPage() {
  const t = useStrings(strings);
  const query = useOrder(Number(route.useParams().id));
  return (
    <Detail query={query} missing={t.not_found} list={{ to: '/orders', title: t.orders }}>
      {(order) => <OrderView key={order.order_id} order={order} />}
    </Detail>
  );
}

function OrderView({ order }: { order: Order }) {
  const t = useStrings(strings);
  const may = useMay();
  const parcels = useParcels(order.order_id).data ?? [];
  const [dialog, setDialog] = useState<OpenDialog>();
  const open = (name: DialogName, parcel?: Parcel) => setDialog({ name, parcel });
  const ship = useShipping(order);
  const divide = useDividing(order);
  const next = nextAction(order, parcels, may);
  const onAct = ({ name, parcel }: NextAction) => {
    if (name === 'SHIPPED' || name === 'DELIVERED') ship.to(name, parcel);
    else open(name, parcel);
  };
  const navigate = useNavigate();
  const edit_at =
    order.order_status === 'ACCEPTED' && may('orders.write') ? `/orders/${order.order_id}/edit` : undefined;
  const { print, dialog: document_dialog } = useDocuments();
  const printThis = (kind: DocumentKind) => print(kind, [order.order_id]);
  const acts = useOrderActs(order, parcels, { print: printThis, onDialog: open, divide });
  useShortcuts([
    ...(next === undefined ? [] : [{ keys: 'a', title: t.keys_next, run: () => onAct(next) }]),
    ...(order.order_status === 'ACCEPTED' && may('orders.ship')
      ? [{ keys: 'l', title: t.print_label, run: () => printThis('LABELS') }]
      : []),
    ...(edit_at === undefined
      ? []
      : [{ keys: 'e', title: t.keys_edit, run: () => void navigate({ to: edit_at }) }]),
  ]);
  const head = {
    order,
    next,
    is_running: ship.is_running,
    acts,
    edit_at,
    onAct,
    onMessage: may('messages.read') ? () => open('MESSAGE') : undefined,
  };
  return (
    <>
      <OrderHead {...head} />
      <Grid gap="sm" mt="sm" pb="sm">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="sm">
            <GoodsPart order={order} />
            <ParcelsPart order={order} onAct={onAct} onDialog={open} />
            {may('banks.read') && <PaymentsPart order={order} onPay={() => open('PAY')} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="sm">
            <PeoplePart order={order} />
            <FactsPart order={order} />
            {order.profit !== null && <ProfitPart profit={order.profit} />}
            <HistoryPart order={order} />
          </Stack>
        </Grid.Col>
      </Grid>
      <ThumbBar {...head} />
      {document_dialog}
      <DialogOf order={order} dialog={dialog} onClose={() => setDialog(undefined)} />
    </>
  );
}

/** Sets where a parcel is, with a way back for ten seconds. */
function useShipping(order: Order) {
  const t = useStrings(strings);
  const wordOf = useStateWord();
  const set = useOrderCommand(
    (input: { status: 'READY TO SHIP' | 'ON PROCESS' | 'DELIVERED'; shipment: number }, idempotency_key) =>
      api.setShippingStatus({ id: order.order_id, ...input }, { idempotency_key }),
  );
  const to = (name: 'SHIPPED' | 'DELIVERED', parcel: Parcel | undefined) => {
    if (parcel === undefined) return;
    const { shipment, shipping_status } = parcel;
    const status = name === 'SHIPPED' ? 'ON PROCESS' : 'DELIVERED';
    const before = shipping_status === 'ON_PROCESS' ? 'ON PROCESS' : 'READY TO SHIP';
    set.mutate(
      { status, shipment },
      {
        onSuccess: () =>
          tell(t.status_stored(wordOf(status.replaceAll(' ', '_'))), () =>
            set.mutate({ status: before, shipment }),
          ),
      },
    );
  };
  return { to, is_running: set.isPending };
}

function useDividing({ order_id }: Order) {
  const split = useOrderCommand(async (how: 'SPLIT' | 'MERGE', idempotency_key) =>
    how === 'SPLIT'
      ? api.splitOrder({ order_id }, { idempotency_key })
      : api.mergeShipments({ order_id }, { idempotency_key }),
  );
  return (how: 'SPLIT' | 'MERGE') => split.mutate(how);
}
