import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useStrings } from '../../ui/language.ts';
import classes from './Palette.module.css';
import { useCommands, useFound, type Entry } from './palette-entries.ts';
import { strings } from './strings.ts';

/** One field for all: finds orders, goods and customers by any part, and does what menus do. */
export function Palette({ is_open, onClose }: { is_open: boolean; onClose: () => void }) {
  const t = useStrings(strings);
  return (
    <Modal.Root opened={is_open} onClose={onClose} size="lg" yOffset="8vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t.search_all}>
        <Modal.Body p={0}>{is_open && <PaletteField onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteField({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [settled] = useDebouncedValue(text.trim(), 150);
  const commands = useCommands(text.trim());
  const { entries: found, is_loading } = useFound(settled);
  const entries = settled === '' ? commands : [...found, ...commands];
  const at = Math.min(chosen, entries.length - 1);
  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    void navigate({ to: entry.to, search: entry.search ?? {} });
  };
  const heed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter') open(entries[at]);
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        px="md"
        py="xs"
        leftSection={<IconSearch size={20} />}
        placeholder={t.search_all}
        aria-label={t.search_all}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls="palette-entries"
        aria-activedescendant={entries[at] === undefined ? undefined : `palette-${at}`}
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={heed}
      />
      <div className={classes['list']}>
        <Entries entries={entries} at={at} onOpen={open} onPoint={setChosen} />
        {entries.length === 0 && !is_loading && (
          <Text size="sm" c="dimmed" p="md">
            {settled === '' ? t.search_hint : t.nothing_found(settled)}
          </Text>
        )}
      </div>
    </>
  );
}

interface EntriesProps {
  entries: readonly Entry[];
  at: number;
  onOpen: (entry: Entry) => void;
  onPoint: (index: number) => void;
}

/** The field has the keys: an entry is chosen there, or by a tap. */
function Entries({ entries, at, onOpen, onPoint }: EntriesProps) {
  const t = useStrings(strings);
  return (
    <div id="palette-entries" role="listbox" aria-label={t.search_all}>
      {entries.map((entry, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
        <div
          key={entry.id}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes['entry']}
          onClick={() => onOpen(entry)}
          onMouseMove={() => onPoint(index)}
        >
          <Text size="sm" truncate>
            {entry.title}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {entry.detail}
          </Text>
        </div>
      ))}
    </div>
  );
}
