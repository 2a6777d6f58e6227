import { Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useOrderCommand } from './order-queries.ts';
import { strings } from './strings.ts';

interface OrderDialogProps {
  order: Order;
  onClose: () => void;
}

type PaidAs = 'BALANCE' | 'REFUNDED';

/** What comes of it is said before: stock, promos, and the money that was paid. */
export function CancelDialog({ order, onClose }: OrderDialogProps) {
  const t = useStrings(strings);
  const [paid_as, setPaidAs] = useState<PaidAs>('BALANCE');
  const paid = order.total_amount - (order.remaining_amount ?? order.total_amount);
  const cancel = useOrderCommand(
    (as: PaidAs, idempotency_key) =>
      api.cancelOrder({ id: order.order_id, paid_as: as }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.canceled);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.cancel_title(order.po_number)}
      act={t.cancel_order}
      keep={t.keep}
      is_dangerous
      is_running={cancel.isPending}
      error={cancel.error}
      onAct={() => cancel.mutate(paid_as)}
      onClose={onClose}
    >
      <Text size="sm">
        {t.cancel_stock} {t.cancel_promo}
      </Text>
      {paid > 0 && (
        <Radio.Group
          label={t.cancel_paid(formatRupiah(paid))}
          value={paid_as}
          onChange={(value) => setPaidAs(value === 'REFUNDED' ? 'REFUNDED' : 'BALANCE')}
        >
          <Stack gap={4} mt={4}>
            <Radio value="BALANCE" label={t.as_balance} py={6} />
            <Radio value="REFUNDED" label={t.as_refunded} py={6} />
          </Stack>
        </Radio.Group>
      )}
    </ConfirmDialog>
  );
}

export function DeleteDialog({ order, onClose }: OrderDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const navigate = useNavigate();
  const remove = useOrderCommand(
    (order_id: number, idempotency_key) => api.deleteCanceledOrder({ order_id }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.deleted);
        void navigate({ to: '/orders' });
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.delete_title(order.po_number)}
      act={w.remove}
      is_dangerous
      is_running={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate(order.order_id)}
      onClose={onClose}
    >
      <Text size="sm">{t.delete_text}</Text>
    </ConfirmDialog>
  );
}

export function ReactivateDialog({ order, onClose }: OrderDialogProps) {
  const t = useStrings(strings);
  const reactivate = useOrderCommand(
    (id: number, idempotency_key) => api.reactivateOrder({ id }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.reactivated);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.REACTIVATE}
      act={t.REACTIVATE}
      is_running={reactivate.isPending}
      error={reactivate.error}
      onAct={() => reactivate.mutate(order.order_id)}
      onClose={onClose}
    >
      <Text size="sm">{t.reactivate_text}</Text>
    </ConfirmDialog>
  );
}
