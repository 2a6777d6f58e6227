import { Alert, Button, Grid, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useInterval } from '@mantine/hooks';
import { IconClipboardText } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { useOrder } from '../order-record/order-record.ts';
import { useMay, useMe } from '../session/session.ts';
import { CostsPart } from './CostsPart.tsx';
import { CustomerPart } from './CustomerPart.tsx';
import { EMPTY_DRAFT, isEmpty, MANUAL_COURIER, type Draft } from './draft.ts';
import { EntryContext, useDraft, useEntryOf, type Entry } from './entry.ts';
import { GoodsPart } from './GoodsPart.tsx';
import { copyOfOrder } from './order-draft.ts';
import { PasteChat } from './PasteChat.tsx';
import { PaymentPart } from './PaymentPart.tsx';
import { lastCourier } from './rates.ts';
import { SavedOrder } from './SavedOrder.tsx';
import { complaintsOf, duplicateOf, useRecentOrders, useSaving } from './saving.ts';
import { ShippingPart } from './ShippingPart.tsx';
import { strings } from './strings.ts';
import { Summary } from './Summary.tsx';
// Here already where an order is saved without a connection.
import './WaitingOrders.tsx';

const LOOKED_BACK_MS = 180 * 24 * 3_600_000;

/** The day, or the moment, in the shop's zone. */
function inZone(date: Date, time_zone: string): string {
  return date.toLocaleString('sv-SE', { timeZone: time_zone });
}

/** Which day it is, and since when orders of the customer are looked at; told anew each minute. */
function useMoments(time_zone: string): { today: string; since: string } {
  const read = () => ({
    today: inZone(new Date(), time_zone).slice(0, 10),
    since: inZone(new Date(Date.now() - LOOKED_BACK_MS), time_zone).slice(0, 10),
  });
  const [moments, setMoments] = useState(read);
  useInterval(() => setMoments(read()), 60_000, { autoInvoke: true });
  return moments;
}

export default function NewOrderPage() {
  const t = useStrings(strings);
  const may = useMay();
  // Who could, and may not any more, is not shut out of what they have typed.
  const [could] = useState(() => may('orders.write'));
  if (!may('orders.write') && !could) return <Alert color="orange">{t.need_permission}</Alert>;
  return (
    <>
      {!may('orders.write') && (
        <Alert color="orange" role="alert" mb="sm">
          {t.permission_lost}
        </Alert>
      )}
      <OrderEntry />
    </>
  );
}

function OrderEntry() {
  const t = useStrings(strings);
  const { shop } = useMe();
  const { today, since } = useMoments(shop.time_zone);
  const { draft, change, replace } = useDraft();
  const saving = useSaving(draft, replace);
  const entry = useEntryOf(draft, { change, errors: saving.errors, today });
  const recent = useRecentOrders(draft, since);
  const [doubt, setDoubt] = useState<ReturnType<typeof duplicateOf>>();
  const [is_pasting, paste] = useDisclosure(false);
  const goods = useRef<HTMLInputElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  useDefaultCourier(entry, recent?.[0]);
  useCopyOf(draft, replace);
  const save = () => {
    const duplicate = duplicateOf(draft, recent, inZone(new Date(), shop.time_zone));
    if (duplicate === undefined) void saving.save(entry);
    else setDoubt(duplicate);
  };
  const saveAnyway = () => {
    setDoubt(undefined);
    void saving.save(entry);
  };
  const goOn = () => rest.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  useShortcuts([
    { keys: 'ctrl+enter', title: t.keys_save, run: save, in_fields: true },
    { keys: 'ctrl+b', title: t.keys_goods, run: () => goods.current?.focus(), in_fields: true },
    { keys: 'p', title: t.keys_paste, run: paste.open },
  ]);
  if (saving.outcome !== null)
    return <SavedOrder outcome={saving.outcome} onNext={() => saving.setOutcome(null)} />;
  return (
    <EntryContext value={entry}>
      <Stack gap="sm">
        <Head draft={draft} replace={replace} onPaste={paste.open} />
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="sm">
              <CustomerPart onDone={() => setTimeout(() => goods.current?.focus())} />
              <GoodsPart field={goods} onSkip={goOn} />
              <CostsPart />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }} ref={rest}>
            <Stack gap="sm">
              <ShippingPart />
              <PaymentPart />
              <Summary
                onSave={save}
                is_saving={saving.is_saving}
                complaints={complaintsOf(saving.errors)}
                news={saving.news}
                error={Object.keys(saving.errors).length === 0 ? saving.error : null}
              />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
      <PasteChat is_open={is_pasting} onClose={paste.close} />
      <DuplicateWarning order={doubt} onClose={() => setDoubt(undefined)} onSave={saveAnyway} />
    </EntryContext>
  );
}

interface HeadProps {
  draft: Draft;
  replace: (draft: Draft) => void;
  onPaste: () => void;
}

function Head({ draft, replace, onPaste }: HeadProps) {
  const t = useStrings(strings);
  const clear = () => {
    replace(EMPTY_DRAFT);
    tell(t.cleared, () => replace(draft));
  };
  return (
    <Group justify="space-between">
      <Title order={1} size="h3">
        {t.title}
      </Title>
      <Group gap="xs">
        {!isEmpty(draft) && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t.clear}
          </Button>
        )}
        <Button variant="default" leftSection={<IconClipboardText size={16} />} onClick={onPaste}>
          {t.paste}
        </Button>
      </Group>
    </Group>
  );
}

type Recent = ReturnType<typeof duplicateOf>;

function DuplicateWarning({
  order,
  onClose,
  onSave,
}: {
  order: Recent;
  onClose: () => void;
  onSave: () => void;
}) {
  const t = useStrings(strings);
  const w = useStrings(words);
  return (
    <Modal opened={order !== undefined} onClose={onClose} title={t.duplicate_title}>
      <Text size="sm">
        {order !== undefined && t.duplicate(order.po_number, order.created_at.slice(11, 16))}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {w.cancel}
        </Button>
        <Button onClick={onSave}>{t.save_anyway}</Button>
      </Group>
    </Modal>
  );
}

const route = getRouteApi('/shell/orders/new');

/** Fills in what another order has, as its page asks for; what stood here before comes back by one tap. */
function useCopyOf(draft: Draft, replace: (draft: Draft) => void): void {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const { copy } = route.useSearch();
  const { data: order } = useOrder(Number(copy ?? 0));
  useEffect(() => {
    if (copy === undefined || order === undefined) return;
    void navigate({ to: '/orders/new', search: {}, replace: true });
    if (order === null) return;
    replace(copyOfOrder(order));
    tell(t.copied_from(order.po_number), () => replace(draft));
    // Once, as soon as the order is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [copy, order]);
}

/** The service that goods went to this customer by last, else the last one of this device; none that does not go there. */
function useDefaultCourier({ draft, change, rates }: Entry, last: Recent): void {
  const { courier } = draft;
  useEffect(() => {
    if (rates.is_loading || rates.all.length === 0) return;
    const is_lost = courier !== null && courier.rate === null && courier.id !== MANUAL_COURIER;
    if (courier !== null && !(is_lost && !rates.all.some(({ rate_id }) => rate_id === courier.id))) return;
    const found =
      rates.all.find(
        ({ name, rate_name }) => name === last?.shipping_logistic && rate_name === last.shipping_rate,
      ) ?? rates.all.find(({ rate_id }) => rate_id === lastCourier());
    if (found !== undefined)
      change({ courier: { id: found.rate_id, name: `${found.name} ${found.rate_name}`, rate: null } });
    else if (courier !== null) change({ courier: null });
  });
}
