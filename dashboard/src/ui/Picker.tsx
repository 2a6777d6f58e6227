import { Loader, Popover, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
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
  const { label, extra, onPick, onSkip } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [is_open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [is_hurried, setHurried] = useState(false);
  const { found, query, is_settled } = useFoundBy(props, text.trim(), is_open);
  const close = () => {
    setText('');
    setOpen(false);
    setHurried(false);
  };
  const count = found.length + (extra === undefined ? 0 : 1);
  const chosen = Math.min(at, count - 1);
  const pick = (index: number) => {
    const picked = found[index];
    close();
    if (picked !== undefined) onPick(picked);
    else extra?.run(text.trim());
  };
  useEffect(() => {
    if (!is_hurried || !is_settled) return;
    setHurried(false);
    // Of several the person has seen none yet.
    if (found.length === 1) pick(0);
  });
  const heed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined && count > 0) {
      setOpen(true);
      setAt((chosen + step + count) % count);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (text.trim() === '' && onSkip !== undefined && at === 0) onSkip();
      else if (!is_settled) setHurried(true);
      else if (is_open && count > 0) pick(chosen);
    } else if (event.key === 'Escape' && is_open) close();
    else return;
    event.preventDefault();
  };
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
          ref={props.field}
          label={label}
          placeholder={props.placeholder}
          error={props.error}
          leftSection={query.isFetching ? <Loader size={14} /> : <IconSearch size={16} />}
          role="combobox"
          aria-expanded={is_open}
          aria-controls={`${id}-list`}
          aria-activedescendant={is_open && count > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          autoFocus={props.autoFocus === true}
          value={text}
          maxLength={100}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setAt(0);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={heed}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} onMouseDown={(event) => event.preventDefault()}>
        <Options
          {...props}
          {...{ id, found, text: text.trim(), query_error: query.error, is_settled, chosen }}
          onChoose={pick}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function useFoundBy<Found>({ name, find }: PickerProps<Found>, text: string, is_open: boolean) {
  const [settled] = useDebouncedValue(text, SETTLED_AFTER_MS);
  const query = useQuery({
    queryKey: [name, 'picker', settled],
    queryFn: ({ signal }) => find(settled, signal),
    enabled: is_open,
  });
  const is_settled = settled === text && !query.isFetching;
  return { found: query.data ?? [], query, is_settled };
}

interface OptionsProps<Found> extends PickerProps<Found> {
  id: string;
  found: readonly Found[];
  text: string;
  query_error: unknown;
  is_settled: boolean;
  chosen: number;
  onChoose: (index: number) => void;
}

/** The field has the keys: an option is chosen there, or by a tap. */
function Options<Found>(props: OptionsProps<Found>) {
  const { id, found, text, is_settled, chosen, extra, onChoose } = props;
  const t = useStrings(words);
  const row = (index: number, key: string | number, content: ReactNode) => (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      key={key}
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === chosen}
      className={classes['option']}
      onClick={() => onChoose(index)}
    >
      {content}
    </div>
  );
  return (
    <ScrollArea.Autosize mah={320}>
      <div id={`${id}-list`} role="listbox" aria-label={props.label}>
        {found.map((one, index) => row(index, props.idOf(one), props.option(one)))}
        {extra !== undefined &&
          row(
            found.length,
            'extra',
            <Text size="sm" fw={600} c="var(--mantine-primary-color-light-color)" truncate>
              {extra.label(text)}
            </Text>,
          )}
      </div>
      <ErrorNotice error={props.query_error} />
      {is_settled && found.length === 0 && props.query_error === null && (
        <Text size="sm" c="dimmed" p="sm">
          {t.none}
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}
