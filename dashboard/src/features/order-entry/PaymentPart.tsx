import {
  NativeSelect,
  NumberInput,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { Draft } from './draft.ts';
import { useEntry } from './entry.ts';
import { strings } from './strings.ts';

const HARDLY_CHANGES_MS = 5 * 60_000;

function useBanks() {
  const may = useMay();
  return useQuery({
    queryKey: ['choices', 'receiving-banks'],
    queryFn: async ({ signal }) => (await api.listBankAccounts({}, { signal })).data,
    enabled: may('banks.read'),
    staleTime: HARDLY_CHANGES_MS,
  });
}

/** Whether it is paid, and what else there is to say of the order. */
export function PaymentPart() {
  const t = useStrings(strings);
  const { draft, change, given, errors } = useEntry();
  const { payment } = draft;
  const banks = useBanks();
  const set = (changes: Partial<Draft['payment']>) => change({ payment: { ...payment, ...changes } });
  const statuses = ['UNPAID', 'PAID', 'INSTALLMENT'] as const;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={600} id="payment-title">
          {t.payment}
        </Text>
        <SegmentedControl
          aria-labelledby="payment-title"
          value={payment.status}
          data={statuses.map((value) => ({ value, label: t[value] }))}
          onChange={(status) => set({ status, bank_id: payment.bank_id ?? banks.data?.[0]?.bank_id ?? null })}
        />
        {payment.status !== 'UNPAID' && (
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
            <NativeSelect
              label={t.bank}
              value={String(payment.bank_id ?? '')}
              data={[
                { value: '', label: '–' },
                ...(banks.data ?? []).map(({ bank_id, bank_name, account_number }) => ({
                  value: String(bank_id),
                  label: `${bank_name} ${account_number}`,
                })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                set({ bank_id: value === '' ? null : Number(value) })
              }
              error={errors['payment.bank_id']}
            />
            <TextInput
              label={t.paid_on}
              type="date"
              value={payment.date ?? given.order_date}
              onChange={(event) => set({ date: event.currentTarget.value })}
              error={errors['payment.date']}
            />
            {payment.status === 'INSTALLMENT' && (
              <NumberInput
                label={t.dp}
                min={0}
                prefix="Rp"
                thousandSeparator="."
                decimalSeparator=","
                allowDecimal={false}
                allowNegative={false}
                hideControls
                value={payment.amount === 0 ? '' : payment.amount}
                onChange={(value) => set({ amount: Number(value) })}
                error={errors['payment.amount']}
              />
            )}
          </SimpleGrid>
        )}
        <OrderFacts />
      </Stack>
    </Paper>
  );
}

/** Date, source and note. */
export function OrderFacts() {
  const t = useStrings(strings);
  const { draft, change, given, errors } = useEntry();
  const sources = useQuery({
    queryKey: ['choices', 'active-sources'],
    queryFn: async ({ signal }) => (await api.listOrderSources({ status: 'Y' }, { signal })).data,
    staleTime: HARDLY_CHANGES_MS,
  });
  return (
    <details open={draft.note !== '' || draft.order_date !== null || draft.order_source_id !== null}>
      <summary style={{ cursor: 'pointer', minHeight: 32 }}>{t.details}</summary>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <TextInput
          label={t.order_date}
          type="date"
          value={given.order_date}
          onChange={({ currentTarget: { value } }) => change({ order_date: value === '' ? null : value })}
          error={errors['order_date']}
        />
        {(sources.data ?? []).length > 0 && (
          <NativeSelect
            label={t.source}
            value={String(draft.order_source_id ?? '')}
            data={[
              { value: '', label: '–' },
              ...(sources.data ?? []).map(({ id, marketplace_name, note }) => ({
                value: String(id),
                label: (note === '' ? marketplace_name : `${marketplace_name}: ${note}`).slice(0, 80),
              })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ order_source_id: value === '' ? null : Number(value) })
            }
          />
        )}
      </SimpleGrid>
      <Textarea
        label={t.note}
        mt="xs"
        autosize
        minRows={1}
        maxRows={6}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={errors['note']}
      />
    </details>
  );
}
