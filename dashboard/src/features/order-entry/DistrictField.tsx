import { CloseButton, Text, TextInput } from '@mantine/core';
import type { Row } from 'ngorder-sdk';
import { useStrings } from '../../ui/language.ts';
import { Picker } from '../../ui/Picker.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

interface District {
  id: number;
  name: string;
}

interface DistrictFieldProps {
  value: District | null;
  onChange: (district: District | null) => void;
  error: string | undefined;
}

const optionOf = ({ fullname }: Row<'searchRegions'>) => <Text size="sm">{fullname}</Text>;

/** A district, found by words of its name, city or province. */
export function DistrictField({ value, onChange, error }: DistrictFieldProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  if (value !== null)
    return (
      <TextInput
        label={t.district}
        value={value.name}
        readOnly
        title={value.name}
        rightSection={
          <CloseButton aria-label={`${w.remove}: ${t.district}`} onClick={() => onChange(null)} />
        }
      />
    );
  return (
    <Picker
      label={t.district}
      placeholder={t.find_district}
      name="regions"
      find={async (keyword, signal) =>
        keyword === '' ? [] : (await api.searchRegions({ keyword, per_page: 8 }, { signal })).data
      }
      idOf={({ id }) => id}
      option={optionOf}
      onPick={({ id, fullname }) => onChange({ id, name: fullname })}
      error={error}
    />
  );
}
