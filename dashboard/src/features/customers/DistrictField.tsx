import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

interface DistrictFieldProps {
  /** What is stored now. */
  known: string;
  is_required: boolean;
  error: ReactNode;
  onChange: (district_id: number) => void;
}

/** A district, found by any words of its name, city or province. */
export function DistrictField({ known, is_required, error, onChange }: DistrictFieldProps) {
  const t = useStrings(strings);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const [keyword] = useDebouncedValue(text.trim(), 250);
  const is_searching = keyword.length >= 2 && keyword !== chosen?.label;
  const query = useQuery({
    queryKey: ['found', 'districts', keyword],
    queryFn: async ({ signal }) =>
      (await api.searchRegions({ keyword, per_page: 20 }, { signal })).data.map(({ id, fullname }) => ({
        value: String(id),
        label: fullname,
      })),
    enabled: is_searching,
    staleTime: 300_000,
  });
  const found = is_searching ? (query.data ?? []) : [];
  const others = found.filter(({ value }) => value !== chosen?.value);
  return (
    <Select
      label={t.district}
      description={t.district_hint}
      required={is_required}
      searchable
      allowDeselect={false}
      placeholder={known}
      error={error}
      data={chosen === undefined ? others : [chosen, ...others]}
      filter={({ options }) => options}
      nothingFoundMessage={is_searching && query.data !== undefined ? t.no_district : undefined}
      searchValue={text}
      onSearchChange={setText}
      value={chosen?.value ?? null}
      onChange={(value, option) => {
        if (value === null || option === null) return;
        setChosen({ value, label: option.label });
        onChange(Number(value));
      }}
    />
  );
}
