import { Loader, Popover, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useStrings } from './language.ts';
import classes from './Picker.module.css';
import { words } from './words.ts';

export interface PickerProps<Found> {
  label: string;
  placeholder?: string;
  /** Under which what was found is kept. */
  name: string;
  find: (text: string, signal: AbortSignal) => Promise<readonly Found[]>;
  idOf: (found: Found) => string | number;
  option: (found: Found) => ReactNode;
  onPick: (found: Found) => void;
  /** Enter in the empty field. */
  onSkip?: () => void;
  /** An act below what was found, as to enter what is not there; it gets what was typed. */
  extra?: { label: (text: string) => string; run: (text: string) => void };
  error?: ReactNode;
  field?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
}

const SETTLED_AFTER_MS = 120;

/** Finds by any part as one types; arrows choose, Enter picks. An Enter that comes before the answer waits for it. */
export function Picker<Found>(props: PickerProps<Found>) {
  const { label, placeholder, error, field, autoFocus = false } = props;
  const id = useId();
  const picker = usePicker(props);
  const { text, is_open, chosen, count, is_fetching } = picker;
  return (
    <Popover
      opened={is_open}
      width="target"
      position="bottom-start"
      offset={2}
      shadow="md"
      trapFocus={false}
      withRoles={false}
      returnFocus={false}
    >
      <Popover.Target>
        <TextInput
          ref={field}
          label={label}
          placeholder={placeholder}
          error={error}
          leftSection={is_fetching ? <Loader size={14} /> : <IconSearch size={16} />}
          role="combobox"
          aria-expanded={is_open}
          aria-controls={`${id}-list`}
          aria-activedescendant={is_open && count > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          autoFocus={autoFocus}
          value={text}
          maxLength={100}
          onChange={(event) => picker.type(event.currentTarget.value)}
          onClick={picker.open}
          onBlur={picker.leave}
          onKeyDown={picker.heed}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} onMouseDown={(event) => event.preventDefault()}>
        <Options props={props} picker={picker} id={id} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is typed, what was found by it, and what keys do. */
function usePicker<Found>({ name, find, extra, onPick, onSkip }: PickerProps<Found>) {
  const client = useQueryClient();
  const [typed, setText] = useState('');
  const [is_open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const text = typed.trim();
  const [settled] = useDebouncedValue(text, SETTLED_AFTER_MS);
  const by = (keyword: string) => ({
    queryKey: [name, 'picker', keyword],
    queryFn: ({ signal }: { signal: AbortSignal }) => find(keyword, signal),
  });
  const query = useQuery({ ...by(settled), enabled: is_open });
  const found = query.data ?? [];
  const is_settled = settled === text && !query.isFetching;
  const count = found.length + (extra === undefined ? 0 : 1);
  const chosen = Math.min(at, count - 1);
  const close = () => {
    setText('');
    setOpen(false);
    setAt(0);
  };
  const pick = (picked: Found | undefined) => {
    close();
    if (picked !== undefined) onPick(picked);
    else extra?.run(text);
  };
  /** Of several the person has seen none yet: then they are shown. */
  const hurry = async () => {
    const early = await client.fetchQuery(by(text)).catch(() => []);
    if (early.length === 1) pick(early[0]);
  };
  const heed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) {
      setOpen(true);
      setAt((chosen + step + count) % count);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (text === '' && onSkip !== undefined && at === 0) onSkip();
      else if (!is_settled) void hurry();
      else if (is_open && count > 0) pick(found[chosen]);
    } else if (event.key === 'Escape' && is_open) close();
    else return;
    event.preventDefault();
  };
  return {
    text: typed,
    found,
    count,
    chosen,
    is_open,
    is_settled,
    is_fetching: query.isFetching,
    error: query.error,
    pick,
    heed,
    open: () => setOpen(true),
    leave: () => setOpen(false),
    type: (value: string) => {
      setText(value);
      setOpen(true);
      setAt(0);
    },
  };
}

interface OptionsProps<Found> {
  props: PickerProps<Found>;
  picker: ReturnType<typeof usePicker<Found>>;
  id: string;
}

/** The field has the keys: an option is chosen there, or by a tap. */
function Options<Found>({ props, picker, id }: OptionsProps<Found>) {
  const { label, option, idOf, extra } = props;
  const { found, chosen, pick, is_settled, error } = picker;
  const t = useStrings(words);
  const row = (index: number, key: string | number, content: ReactNode) => (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      key={key}
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === chosen}
      className={classes['option']}
      onClick={() => pick(found[index])}
    >
      {content}
    </div>
  );
  return (
    <ScrollArea.Autosize mah={320}>
      <div id={`${id}-list`} role="listbox" aria-label={label} aria-busy={!is_settled}>
        {found.map((one, index) => row(index, idOf(one), option(one)))}
        {extra !== undefined &&
          row(
            found.length,
            'extra',
            <Text size="sm" fw={600} c="var(--mantine-primary-color-light-color)" truncate>
              {extra.label(picker.text.trim())}
            </Text>,
          )}
      </div>
      <ErrorNotice error={error} />
      {is_settled && found.length === 0 && error === null && (
        <Text size="sm" c="dimmed" p="sm">
          {t.none}
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}
