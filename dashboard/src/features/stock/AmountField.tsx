import { TextInput } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import { strings } from './strings.ts';

interface AmountFieldProps {
  value: string;
  error: string;
  description?: string | undefined;
  onChange: (digits: string) => void;
}

/** A number of units; the first field of its dialog. */
export function AmountField({ value, error, description, onChange }: AmountFieldProps) {
  const t = useStrings(strings);
  return (
    <TextInput
      data-autofocus
      label={t.amount}
      inputMode="numeric"
      maxLength={9}
      value={value}
      error={error}
      description={description}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
    />
  );
}
