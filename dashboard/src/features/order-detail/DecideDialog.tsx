import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import type { Order } from '../order-record/order-record.ts';
import { useBuyerPayment, useOrderCommand } from './order-queries.ts';
import { strings } from './strings.ts';

type Decision = 'ACCEPT' | 'REJECT';

/** An order of the store is accepted or rejected, with the money of its buyer in sight. */
export function DecideDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const payment = useBuyerPayment(order);
  const decide = useOrderCommand(
    ({ id, action }: { id: number; action: Decision }, idempotency_key) =>
      api.confirmOrders({ id, orders: [{ id: order.order_id, action }] }, { idempotency_key }),
    {
      onDone: ({ data }) => {
        tell(data.orders.some(({ action }) => action === 'REJECT') ? t.rejected : t.accepted);
        onClose();
      },
      onError: () => undefined,
    },
  );
  const found = payment.data;
  return (
    <Modal opened onClose={onClose} title={t.confirm_title}>
      <Stack gap="sm">
        <Text size="sm">{t.confirm_text}</Text>
        {payment.isLoading && <Loader size="sm" aria-label={w.loading} />}
        <ErrorNotice error={payment.error} onRetry={() => void payment.refetch()} />
        {found === null && <Text size="sm">{t.buyer_payment_gone}</Text>}
        {found != null && (
          <>
            <Text size="sm">
              {t.confirm_amount}:{' '}
              <strong>{formatRupiah(found.nominal_invoice + found.nominal_unique)}</strong>
            </Text>
            <Text size="sm">
              {t.confirm_way}: {found.bank?.name ?? 'COD'}
            </Text>
            {found.description !== '' && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }} lineClamp={6}>
                {found.description}
              </Text>
            )}
            <ErrorNotice error={decide.error} />
            <Group justify="flex-end">
              <Button
                variant="default"
                loading={decide.isPending}
                onClick={() => decide.mutate({ id: found.payment_id, action: 'REJECT' })}
              >
                {t.reject}
              </Button>
              <Button
                data-autofocus
                loading={decide.isPending}
                onClick={() => decide.mutate({ id: found.payment_id, action: 'ACCEPT' })}
              >
                {t.accept}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
