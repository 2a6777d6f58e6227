import { Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { MOST_ROWS, newRow, rowName, type DraftRow } from './draft.ts';
import { strings } from './strings.ts';

interface GenerateDialogProps {
  rows: readonly DraftRow[];
  onClose: () => void;
  onMade: (rows: readonly DraftRow[]) => void;
}

const look = (color: string | undefined, size: string | undefined) =>
  `${color ?? ''}|${size ?? ''}`.toLowerCase().replaceAll(/\s+/g, '');

const namesOf = (rows: readonly DraftRow[], name: 'color' | 'size') => [
  ...new Set(rows.map(({ cells }) => cells[name] ?? '').filter((text) => text !== '')),
];

/** Every colour in every size; those that are there stay as they are. */
function withAll(rows: readonly DraftRow[], colors: readonly string[], sizes: readonly string[]): DraftRow[] {
  const first = rows[0];
  // A new product begins with one empty row, which gives way.
  const staying = rows.filter((row) => row.id !== null || rowName(row) !== '');
  const taken = new Set(staying.map(({ cells }) => look(cells['color'], cells['size'])));
  const added = (colors.length === 0 ? [''] : colors).flatMap((color) =>
    (sizes.length === 0 ? [''] : sizes)
      .filter((size) => !taken.has(look(color, size)))
      .map((size) => newRow({ color, size }, first)),
  );
  return [...staying, ...added];
}

export function GenerateDialog({ rows, onClose, onMade }: GenerateDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [colors, setColors] = useState(() => namesOf(rows, 'color'));
  const [sizes, setSizes] = useState(() => namesOf(rows, 'size'));
  const made = colors.length + sizes.length === 0 ? [...rows] : withAll(rows, colors, sizes);
  const added = made.filter(({ key }) => !rows.some((row) => row.key === key)).length;
  const is_too_many = made.length > MOST_ROWS;
  return (
    <Modal opened onClose={onClose} title={t.generate}>
      <Stack>
        <Text size="sm">{t.generate_text}</Text>
        <TagsInput
          data-autofocus
          label={t.colors}
          value={colors}
          onChange={setColors}
          maxLength={50}
          acceptValueOnBlur
        />
        <TagsInput label={t.sizes} value={sizes} onChange={setSizes} maxLength={50} acceptValueOnBlur />
        {is_too_many && (
          <Text size="sm" c="red" role="alert">
            {t.too_many_rows}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button
            disabled={added === 0 || is_too_many}
            onClick={() => {
              onMade(made);
              onClose();
            }}
          >
            {t.add_count(added)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
