import { CloseButton, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStrings } from './language.ts';
import { Picker } from './Picker.tsx';
import { words } from './words.ts';

export interface District {
  id: number;
  name: string;
}

interface Found {
  id: number;
  fullname: string;
}

interface DistrictFieldProps {
  value: District | null;
  onChange: (district: District | null) => void;
  find: (keyword: string, signal: AbortSignal) => Promise<readonly Found[]>;
  error: ReactNode;
}

const optionOf = ({ fullname }: Found) => <Text size="sm">{fullname}</Text>;

/** A district, found by words of its name, city or province. */
export function DistrictField({ value, onChange, find, error }: DistrictFieldProps) {
  const w = useStrings(words);
  if (value !== null)
    return (
      <TextInput
        label={w.district}
        value={value.name}
        readOnly
        title={value.name}
        error={error}
        rightSection={
          <CloseButton aria-label={`${w.remove}: ${w.district}`} onClick={() => onChange(null)} />
        }
      />
    );
  return (
    <Picker
      label={w.district}
      placeholder={w.find_district}
      name="regions"
      find={find}
      idOf={({ id }) => id}
      option={optionOf}
      onPick={({ id, fullname }) => onChange({ id, name: fullname })}
      error={error}
    />
  );
}
