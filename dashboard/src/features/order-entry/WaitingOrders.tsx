import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useInterval, useNetwork, useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { explain } from '../../ui/explain.ts';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { useMe } from '../session/session.ts';
import { EMPTY_DRAFT, type Draft } from './draft.ts';
import { drop, hold, sendWaiting } from './outbox.ts';
import { storedAs, useStored } from '../../ui/stored.ts';
import { strings } from './strings.ts';
import { useOutbox, type Waiting } from './waiting.ts';

const TRIED_EVERY_MS = 10_000;
/** An order that is just being saved by its own page is not told of yet. */
const TOLD_AFTER_MS = 5_000;

/** Orders that were saved on this device and that the server does not have yet; sends them when it can be reached. */
export default function WaitingOrders() {
  const t = useStrings(strings);
  const { online } = useNetwork();
  const outbox = useOutbox();
  const waiting = useStored(outbox);
  const send = async (one: Waiting, is_looked_at = false) => {
    const sent = await sendWaiting(outbox, one.key, is_looked_at);
    if (sent.result === 'CREATED') tell(t.sent(sent.order.po_number));
    else if (sent.result === 'REFUSED') hold(outbox, one.key, explain(sent.error).message);
  };
  const sendAll = async () => {
    // One after the other, in the order in which they were entered.
    for (const one of outbox.read())
      if (one.held === null && Date.now() - one.saved_at > TOLD_AFTER_MS) await send(one);
  };
  const [now, setNow] = useState(() => Date.now());
  const look = () => {
    setNow(Date.now());
    if (navigator.onLine) void sendAll();
  };
  useInterval(look, TRIED_EVERY_MS, { autoInvoke: true });
  useWindowEvent('online', () => {
    look();
    // What was saved just before is looked at as soon as it may be.
    setTimeout(look, TOLD_AFTER_MS);
  });
  const told = waiting.filter(
    ({ saved_at, held }) => held !== null || now - saved_at > TOLD_AFTER_MS || !online,
  );
  if (told.length === 0) return null;
  return (
    <Alert color="orange" mb="sm" title={t.waiting(told.length)} role="status">
      <Stack gap="xs">
        {told.map((one) => (
          <WaitingOrder key={one.key} waiting={one} onSend={() => void send(one, true)} />
        ))}
      </Stack>
    </Alert>
  );
}

function WaitingOrder({ waiting, onSend }: { waiting: Waiting; onSend: () => void }) {
  const t = useStrings(strings);
  const { shop, user } = useMe();
  const outbox = useOutbox();
  const navigate = useNavigate();
  const { draft, held, key, request } = waiting;
  const reason =
    held === null
      ? t.waiting_online
      : held.reason === 'OLD'
        ? t.held_old
        : held.reason === 'TOTAL'
          ? t.held_total(formatRupiah(held.total))
          : held.reason === 'CUSTOMER'
            ? t.held_customer
            : held.text;
  const edit = () => {
    storedAs<Draft>(`ngorder.new-order.${shop.id}.${user.id}`, EMPTY_DRAFT).write(draft);
    drop(outbox, key);
    void navigate({ to: '/orders/new' });
  };
  // Of what was sent already it is not known whether it arrived: it can be sent again, and not become another order.
  const is_ours = request === null || held?.reason === 'REFUSED';
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600} lineClamp={2}>
        {draft.sender?.name}: {draft.lines.map(({ name, qty }) => `${qty}× ${name}`).join(', ')}
      </Text>
      <Text size="sm">{reason}</Text>
      <Group gap="xs" mt={4}>
        <Button size="sm" variant="default" onClick={onSend}>
          {t.send}
        </Button>
        {is_ours && (
          <Button size="sm" variant="subtle" onClick={edit}>
            {t.back_to_form}
          </Button>
        )}
        {(is_ours || held?.reason === 'OLD') && (
          <Button size="sm" variant="subtle" color="red" onClick={() => drop(outbox, key)}>
            {t.discard}
          </Button>
        )}
      </Group>
    </div>
  );
}
