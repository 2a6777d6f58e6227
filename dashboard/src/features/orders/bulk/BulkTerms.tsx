import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStrings } from '../../../ui/language.ts';
import { api } from '../../session/api.ts';
import type { BulkAction, BulkInput } from './bulk-choice.ts';
import { strings } from './strings.ts';

export type Terms = Partial<
  Pick<BulkInput, 'bank_id' | 'date' | 'paid_as' | 'status' | 'service' | 'decision'>
>;

interface BulkTermsProps {
  action: BulkAction;
  terms: Terms;
  onChange: (terms: Terms) => void;
}

/** A day as the clock of this device has it. */
function todayHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What is filled in before anybody chooses. */
export function usualTerms(action: BulkAction): Terms {
  switch (action) {
    case 'PAY':
      return { date: todayHere() };
    case 'CANCEL':
      return { paid_as: 'BALANCE' };
    case 'SHIPPING_STATUS':
      return { status: 'ON PROCESS' };
    case 'REQUEST_PICKUP':
      return { service: 'PICKUP' };
    case 'CONFIRM':
      return { decision: 'ACCEPT' };
    case 'REACTIVATE':
      return {};
  }
}

export function isComplete(action: BulkAction, { bank_id, date }: Terms): boolean {
  return action !== 'PAY' || (bank_id !== undefined && date !== undefined && date !== '');
}

/** What an action takes beside the orders. */
export function BulkTerms({ action, terms, onChange }: BulkTermsProps) {
  const t = useStrings(strings);
  const choose = (label: string, name: keyof Terms, choices: readonly { value: string; label: string }[]) => (
    <Select
      label={label}
      data={[...choices]}
      value={String(terms[name] ?? '')}
      allowDeselect={false}
      onChange={(value) => onChange({ ...terms, [name]: value })}
    />
  );
  switch (action) {
    case 'PAY':
      return <PaymentTerms terms={terms} onChange={onChange} />;
    case 'CANCEL':
      return choose(t.paid_as, 'paid_as', [
        { value: 'BALANCE', label: t.BALANCE },
        { value: 'REFUNDED', label: t.REFUNDED },
      ]);
    case 'SHIPPING_STATUS':
      return choose(t.status, 'status', [
        { value: 'READY TO SHIP', label: t.ready },
        { value: 'ON PROCESS', label: t.on_process },
        { value: 'DELIVERED', label: t.delivered },
      ]);
    case 'REQUEST_PICKUP':
      return choose(t.service, 'service', [
        { value: 'PICKUP', label: t.PICKUP },
        { value: 'DROP_OFF', label: t.DROP_OFF },
      ]);
    case 'CONFIRM':
      return choose(t.decision, 'decision', [
        { value: 'ACCEPT', label: t.ACCEPT },
        { value: 'REJECT', label: t.REJECT },
      ]);
    case 'REACTIVATE':
      return null;
  }
}

function PaymentTerms({ terms, onChange }: Omit<BulkTermsProps, 'action'>) {
  const t = useStrings(strings);
  const { data: banks = [] } = useQuery({
    queryKey: ['choices', 'banks'],
    queryFn: async () =>
      (await api.listBankAccounts()).data.map(({ bank_id, bank_name, account_number }) => ({
        value: String(bank_id),
        label: `${bank_name} ${account_number}`,
      })),
    staleTime: 5 * 60_000,
  });
  const only = banks.length === 1 ? banks[0] : undefined;
  useEffect(() => {
    if (only !== undefined && terms.bank_id === undefined)
      onChange({ ...terms, bank_id: Number(only.value) });
  }, [only, terms, onChange]);
  return (
    <>
      <Select
        label={t.bank}
        data={banks}
        value={terms.bank_id === undefined ? null : String(terms.bank_id)}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => value !== null && onChange({ ...terms, bank_id: Number(value) })}
      />
      <TextInput
        type="date"
        label={t.paid_on}
        max={todayHere()}
        value={terms.date ?? ''}
        onChange={(event) => onChange({ ...terms, date: event.currentTarget.value })}
      />
    </>
  );
}
