import { ActionIcon, Button, Checkbox, Group, Indicator, Menu, Pill, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconColumns3, IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useShortcuts } from '../keys.ts';
import { useStrings } from '../language.ts';
import { words } from '../words.ts';
import type { Column } from './columns.ts';
import { FilterPanel } from './FilterPanel.tsx';
import type { Filter } from './filters.ts';

export interface ListToolsProps {
  /** Left out where the list cannot be searched. */
  keyword?: string;
  onKeyword?: (keyword: string) => void;
  search_label?: string;
  filters: readonly Filter[];
  values: Readonly<Record<string, string | undefined>>;
  onChange: (changes: Record<string, string | undefined>) => void;
  /** The filters that are set, each removable. */
  chips: readonly { name: string; text: string }[];
  onClear: () => void;
  /** Beside the filters: views that were saved. */
  extra?: ReactNode;
  columns: {
    all: readonly Pick<Column<never>, 'id' | 'title'>[];
    chosen: readonly string[];
    choose: (ids: string[]) => void;
  };
}

const SETTLED_AFTER_MS = 150;

/** The field to search in, filters and what is shown of each row. */
export function ListTools(props: ListToolsProps) {
  const {
    keyword = '',
    onKeyword,
    search_label = '',
    filters,
    values,
    onChange,
    chips,
    onClear,
    extra,
    columns,
  } = props;
  const t = useStrings(words);
  const [is_open, panel] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        {onKeyword !== undefined && <SearchField label={search_label} value={keyword} onChange={onKeyword} />}
        {filters.length > 0 && (
          <Indicator label={chips.length} disabled={chips.length === 0} size={16}>
            <Button
              variant="default"
              leftSection={<IconFilter size={16} />}
              onClick={panel.open}
              aria-label={t.filters}
            >
              {t.filters}
            </Button>
          </Indicator>
        )}
        {extra}
        <ColumnsMenu {...columns} />
      </Group>
      {chips.length > 0 && <Chips chips={chips} onChange={onChange} onClear={onClear} />}
      <FilterPanel
        is_open={is_open}
        onClose={panel.close}
        filters={filters}
        values={values}
        onChange={onChange}
      />
    </Stack>
  );
}

function ColumnsMenu({ all, chosen, choose }: ListToolsProps['columns']) {
  const t = useStrings(words);
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t.columns} visibleFrom="sm">
          <IconColumns3 size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown p="xs">
        <Checkbox.Group value={[...chosen]} onChange={choose} label={t.columns}>
          <Stack gap="xs" mt="xs">
            {all.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The filters that are set. */
function Chips({ chips, onChange, onClear }: Pick<ListToolsProps, 'chips' | 'onChange' | 'onClear'>) {
  const t = useStrings(words);
  return (
    <Group gap={6}>
      {chips.map(({ name, text }) => (
        <Pill
          key={name}
          withRemoveButton
          onRemove={() => onChange({ [name]: undefined })}
          removeButtonProps={{ 'aria-label': `${t.remove}: ${text}`, tabIndex: 0, 'aria-hidden': false }}
        >
          {text}
        </Pill>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {t.clear_filters}
      </Button>
    </Group>
  );
}

/** Searches when one pauses; what is typed is never overwritten by an answer. */
function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (keyword: string) => void;
}) {
  const t = useStrings(words);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((keyword: string) => {
    sent.current = keyword.trim();
    onChange(sent.current);
  }, SETTLED_AFTER_MS);
  useEffect(() => {
    // Went back, or opened another view.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useShortcuts([{ keys: 'f', title: label, run: () => field.current?.focus() }]);
  const change = (next: string) => {
    setText(next);
    send(next);
  };
  return (
    <TextInput
      ref={field}
      flex={1}
      miw={0}
      type="search"
      leftSection={<IconSearch size={16} />}
      placeholder={label}
      aria-label={label}
      value={text}
      maxLength={100}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      rightSection={
        text !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => change('')}
            aria-label={`${t.remove}: ${label}`}
          >
            <IconX size={16} />
          </ActionIcon>
        )
      }
    />
  );
}
