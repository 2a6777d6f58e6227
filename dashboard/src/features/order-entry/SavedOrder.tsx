import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCheck,
  IconCopy,
  IconFileInvoice,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { useDocuments } from '../documents/use-documents.tsx';
import { api } from '../session/api.ts';
import type { Outcome } from './saving.ts';
import { strings } from './strings.ts';

/** What comes after an order, each by one tap. */
export function SavedOrder({ outcome, onNext }: { outcome: NonNullable<Outcome>; onNext: () => void }) {
  const t = useStrings(strings);
  const next = (
    <Button
      variant={outcome === 'KEPT' ? 'filled' : 'default'}
      size="md"
      leftSection={<IconPlus size={18} />}
      onClick={onNext}
      autoFocus
    >
      {t.next_order}
    </Button>
  );
  // Also from the keyboard: n stands for a new order everywhere.
  useShortcuts([{ keys: 'n', title: t.next_order, run: onNext }]);
  if (outcome === 'KEPT')
    return (
      <Stack maw={560}>
        <Alert color="orange" role="status">
          {t.kept}
        </Alert>
        {next}
      </Stack>
    );
  return (
    <Stack maw={560}>
      <Group gap="xs" role="status">
        <IconCheck size={28} color="var(--mantine-color-teal-text)" aria-hidden />
        <Title order={1} size="h3">
          {t.saved(outcome.order.po_number)}
        </Title>
      </Group>
      <Text style={{ overflowWrap: 'anywhere' }} lineClamp={3}>
        {outcome.draft.sender?.name} ·{' '}
        {outcome.draft.lines.map(({ name, qty }) => `${qty}× ${name}`).join(', ')}
      </Text>
      {next}
      <AfterOrder order_id={outcome.order.order_id} is_paid={outcome.draft.payment.status === 'PAID'} />
    </Stack>
  );
}

function AfterOrder({ order_id, is_paid }: { order_id: number; is_paid: boolean }) {
  const t = useStrings(strings);
  const { print, dialog } = useDocuments();
  const label = () => print('LABELS', [order_id]);
  const invoice = () => print('INVOICE', [order_id]);
  useShortcuts([
    { keys: 'l', title: t.label, run: label },
    { keys: 'i', title: t.invoice, run: invoice },
  ]);
  return (
    <>
      <Message order_id={order_id} is_paid={is_paid} />
      <Group grow>
        <Button variant="default" size="md" leftSection={<IconPrinter size={18} />} onClick={label}>
          {t.label}
        </Button>
        <Button variant="default" size="md" leftSection={<IconFileInvoice size={18} />} onClick={invoice}>
          {t.invoice}
        </Button>
      </Group>
      <Button component={Link} to={`/orders/${order_id}`} variant="subtle">
        {t.open_order}
      </Button>
      {dialog}
    </>
  );
}

function Message({ order_id, is_paid }: { order_id: number; is_paid: boolean }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { data, isError } = useQuery({
    queryKey: ['orders', 'message', order_id, is_paid],
    queryFn: async ({ signal }) =>
      (
        await api.getOrderMessage(
          { id: order_id, type: is_paid ? 'ORDER_PROCESSED' : 'REMINDER' },
          { signal },
        )
      ).data,
  });
  if (data === undefined || isError) return null;
  return (
    <Paper withBorder p="sm">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} lineClamp={12}>
        {data.message}
      </Text>
      <Group mt="sm" gap="xs">
        {data.link === null ? (
          <Text size="sm" c="dimmed">
            {t.no_phone}
          </Text>
        ) : (
          <Button
            component="a"
            href={data.link}
            target="_blank"
            rel="noreferrer"
            color="teal"
            size="md"
            leftSection={<IconBrandWhatsapp size={18} />}
          >
            {t.whatsapp}
          </Button>
        )}
        <Button
          variant="default"
          size="md"
          leftSection={<IconCopy size={18} />}
          onClick={() => void navigator.clipboard.writeText(data.message).then(() => tell(w.copied))}
        >
          {t.copy_message}
        </Button>
      </Group>
    </Paper>
  );
}
