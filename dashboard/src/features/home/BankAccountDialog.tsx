import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { StepDialog } from './StepDialog.tsx';
import { strings } from './strings.ts';
import { useStep } from './use-step.ts';

const EMPTY = { bank_type: '', account_number: '', holder_name: '', branch: '' };

/** An account that customers transfer to. */
export default function BankAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  const banks = useQuery({
    queryKey: ['choices', 'banks'],
    queryFn: async ({ signal }) => (await api.listBanks({ without_business_bank: true }, { signal })).data,
    staleTime: 5 * 60_000,
  });
  const needed = (value: string) => (value.trim() === '' ? t.fill_in : null);
  const form = useForm({
    initialValues: EMPTY,
    validate: { bank_type: needed, account_number: needed, holder_name: needed, branch: needed },
  });
  const step = useStep(
    form,
    async (values: typeof EMPTY, idempotency_key) => {
      await api.createBankAccount(values, { idempotency_key });
    },
    { onClose },
  );
  return (
    <StepDialog title={t.BANK_ACCOUNT} {...step} onClose={onClose} error={step.error ?? banks.error}>
      <NativeSelect
        label={t.bank}
        required
        data-autofocus
        data={[
          { value: '', label: '–' },
          ...(banks.data ?? []).map(({ bank_type, bank_label }) => ({ value: bank_type, label: bank_label })),
        ]}
        {...form.getInputProps('bank_type')}
      />
      <TextInput
        label={t.account_number}
        required
        inputMode="numeric"
        maxLength={40}
        autoComplete="off"
        {...form.getInputProps('account_number')}
      />
      <TextInput
        label={t.holder}
        required
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('holder_name')}
      />
      <TextInput
        label={t.branch}
        required
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('branch')}
      />
    </StepDialog>
  );
}
