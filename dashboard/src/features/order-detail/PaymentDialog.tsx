import { NativeSelect, NumberInput, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '../../ui/explain.ts';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { useMay, useMe } from '../session/session.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { Order } from '../order-record/order-record.ts';
import { useBanks, useOrderCommand } from './order-queries.ts';
import { strings } from './strings.ts';

const LAST_BANK = 'ngorder.last-bank';

interface Values {
  amount: number;
  date: string;
  bank_id: number | null;
  cost: number | null;
}

/** The account that money came in on last, as far as it is there still. */
function useDefaultBank(): { bank_id: number | null; banks: { value: string; label: string }[] } {
  const { data } = useBanks();
  const banks = (data ?? []).map(({ bank_id, bank_name, account_number }) => ({
    value: String(bank_id),
    label: `${bank_name} ${account_number}`.slice(0, 80),
  }));
  const last = localStorage.getItem(LAST_BANK);
  const found = banks.find(({ value }) => value === last) ?? banks[0];
  return { bank_id: found === undefined ? null : Number(found.value), banks };
}

/** The day of now, by the shop's clock. */
const todayIn = (timeZone: string): string => new Date().toLocaleDateString('sv-SE', { timeZone });

interface Paid {
  amount: number;
  date: string;
  bank_id: number;
  cost: number | null;
}

function usePaying(order: Order, onDone: () => void) {
  const t = useStrings(strings);
  return useOrderCommand(
    ({ amount, date, bank_id, cost }: Paid, idempotency_key) =>
      api.updatePayment(
        {
          id: order.order_id,
          payment: {
            status: amount === order.remaining_amount ? 'PAID' : 'INSTALLMENT',
            amount,
            date,
            bank_id,
            ...(cost !== null && { cost_of_goods_sales: cost }),
          },
        },
        { idempotency_key },
      ),
    {
      onDone: () => {
        tell(t.payment_recorded);
        onDone();
      },
      onError: () => undefined,
    },
  );
}

/** Records what was paid: all that remains, or a part of it. */
export function PaymentDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useStrings(strings);
  const may = useMay();
  const { shop } = useMe();
  const remaining = order.remaining_amount ?? 0;
  const [values, setValues] = useState<Values>(() => ({
    amount: remaining,
    date: todayIn(shop.time_zone),
    bank_id: null,
    cost: null,
  }));
  const defaults = useDefaultBank();
  const bank_id = values.bank_id ?? defaults.bank_id;
  const set = (changes: Partial<Values>) => setValues({ ...values, ...changes });
  const pay = usePaying(order, onClose);
  const errors = fieldErrors(pay.error, { 'payment.amount': t.amount, amount: t.amount });
  // Goods of a supplier have no purchase price: their cost is entered with the payment.
  const asks_cost =
    order.product_status === 'R' && may('cost.read') && (order.cost_of_goods_sales ?? 0) === 0;
  return (
    <ConfirmDialog
      title={t.record_payment}
      act={t.record_payment}
      is_running={pay.isPending}
      error={Object.keys(errors).length === 0 ? pay.error : null}
      onAct={() => {
        if (bank_id === null) return;
        localStorage.setItem(LAST_BANK, String(bank_id));
        pay.mutate({ ...values, bank_id });
      }}
      onClose={onClose}
    >
      <AmountField
        label={t.amount}
        value={values.amount}
        error={errors['payment.amount'] ?? errors['amount']}
        onChange={(amount) => set({ amount })}
      />
      {values.amount !== remaining && (
        <UnstyledButton onClick={() => set({ amount: remaining })} mih={32}>
          <Text size="sm" td="underline">
            {t.whole(formatRupiah(remaining))}
          </Text>
        </UnstyledButton>
      )}
      <NativeSelect
        label={t.bank}
        data={defaults.banks}
        value={bank_id === null ? '' : String(bank_id)}
        onChange={(event) => set({ bank_id: Number(event.currentTarget.value) })}
        error={defaults.banks.length === 0 ? t.no_banks : errors['payment.bank_id']}
      />
      <TextInput
        label={t.paid_on}
        type="date"
        required
        value={values.date}
        onChange={(event) => set({ date: event.currentTarget.value })}
        error={errors['payment.date']}
      />
      {asks_cost && (
        <AmountField
          label={t.cost_of_goods}
          value={values.cost ?? 0}
          error={errors['payment.cost_of_goods_sales']}
          onChange={(cost) => set({ cost })}
        />
      )}
    </ConfirmDialog>
  );
}

interface AmountFieldProps {
  label: string;
  value: number;
  error: string | undefined;
  onChange: (idr: number) => void;
}

function AmountField({ label, value, error, onChange }: AmountFieldProps) {
  return (
    <NumberInput
      label={label}
      required
      min={0}
      prefix="Rp"
      thousandSeparator="."
      decimalSeparator=","
      allowDecimal={false}
      allowNegative={false}
      hideControls
      data-autofocus
      inputMode="numeric"
      value={value === 0 ? '' : value}
      onChange={(typed) => onChange(Number(typed))}
      onFocus={(event) => event.currentTarget.select()}
      error={error}
    />
  );
}
