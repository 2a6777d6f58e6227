import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { AmountRow } from './AmountRow.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useOrderCommand, usePayments, type Payment } from './order-queries.ts';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';

interface PaymentsPartProps {
  order: Order;
  onPay: () => void;
}

/** What was paid, and what remains. Only for who sees the shop's accounts. */
export function PaymentsPart({ order, onPay }: PaymentsPartProps) {
  const t = useStrings(strings);
  const may = useMay();
  const payments = usePayments(order.order_id);
  const [removed, setRemoved] = useState<Payment>();
  const is_active = order.order_status === 'ACCEPTED';
  const remaining = order.remaining_amount ?? 0;
  const may_change = is_active && may('payments.write');
  return (
    <Part
      title={t.payments}
      action={
        may_change &&
        remaining > 0 && (
          <Button variant="subtle" size="sm" leftSection={<IconPlus size={16} />} onClick={onPay}>
            {t.record_payment}
          </Button>
        )
      }
    >
      <ErrorNotice error={payments.error} onRetry={() => void payments.refetch()} />
      {payments.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.no_payments}
        </Text>
      )}
      {payments.data?.map((payment) => (
        <PaymentRow
          key={payment.payment_id}
          payment={payment}
          onRemove={may_change ? () => setRemoved(payment) : undefined}
        />
      ))}
      {remaining > 0 && <AmountRow name={t.remaining} idr={remaining} is_strong />}
      {removed !== undefined && (
        <RemovePayment order={order} payment={removed} onClose={() => setRemoved(undefined)} />
      )}
    </Part>
  );
}

function PaymentRow({ payment, onRemove }: { payment: Payment; onRemove: (() => void) | undefined }) {
  const t = useStrings(strings);
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm">
          {payment.bank_name} {payment.account_number}
        </Text>
        <Text size="xs" c="dimmed">
          {formatDay(payment.paid_at)}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {payment.nominal}
        </Text>
        {onRemove !== undefined && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t.remove_payment(payment.nominal)}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}

function RemovePayment({ order, payment, onClose }: { order: Order; payment: Payment; onClose: () => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const remove = useOrderCommand(
    (payment_id: number, idempotency_key) =>
      api.deleteInstallment({ order_id: order.order_id, payment_id }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.payment_removed);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <ConfirmDialog
      title={t.remove_payment(payment.nominal)}
      act={w.remove}
      is_dangerous
      is_running={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate(payment.payment_id)}
      onClose={onClose}
    >
      <Text size="sm">{t.remove_payment_text}</Text>
    </ConfirmDialog>
  );
}
