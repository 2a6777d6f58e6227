import { Button, Drawer, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useDeferredValue } from 'react';
import { useStrings } from '../language.ts';
import { words } from '../words.ts';
import type { Filter } from './filters.ts';

interface FilterPanelProps {
  is_open: boolean;
  onClose: () => void;
  filters: readonly Filter[];
  values: Readonly<Record<string, string | undefined>>;
  onChange: (changes: Record<string, string | undefined>) => void;
}

/** All conditions of a list. Each takes effect at once, and stands in the address. */
export function FilterPanel({ is_open, onClose, filters, values, onChange }: FilterPanelProps) {
  const t = useStrings(words);
  // The panel answers at once; its many fields follow when they are drawn.
  const is_drawn = useDeferredValue(is_open, false);
  return (
    <Drawer opened={is_open} onClose={onClose} position="right" title={t.filters} size="sm">
      <Stack>
        {is_drawn &&
          filters.map((filter) => (
            <FilterField key={filter.name} filter={filter} value={values[filter.name]} onChange={onChange} />
          ))}
        <Button
          variant="default"
          onClick={() => onChange(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
        >
          {t.clear_filters}
        </Button>
      </Stack>
    </Drawer>
  );
}

function FilterField({
  filter,
  value,
  onChange,
}: {
  filter: Filter;
  value: string | undefined;
  onChange: FilterPanelProps['onChange'];
}) {
  const change = (text: string | null) =>
    onChange({ [filter.name]: text === null || text === '' ? undefined : text });
  switch (filter.kind) {
    case 'choice':
      return (
        <Select
          label={filter.label}
          data={[...filter.choices]}
          value={value ?? null}
          onChange={change}
          clearable
          searchable={filter.choices.length > 8}
        />
      );
    case 'day':
      return (
        <TextInput
          type="date"
          label={filter.label}
          value={value ?? ''}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    case 'amount':
      return (
        <NumberInput
          label={filter.label}
          prefix="Rp"
          thousandSeparator="."
          decimalSeparator=","
          allowDecimal={false}
          value={value ?? ''}
          onChange={(amount) => change(String(amount))}
        />
      );
  }
}
