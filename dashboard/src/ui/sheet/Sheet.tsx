import { Button, Group, ScrollArea, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { defineStrings, useStrings } from '../language.ts';
import { pastedChanges, type CellChange, type SheetRow } from './sheet-cells.ts';
import type { Place, SheetProps } from './sheet-props.ts';
import { SheetCards } from './SheetCards.tsx';
import { SheetLine } from './SheetLine.tsx';
import classes from './sheet.module.css';

const strings = defineStrings(
  {
    fill: 'Isi ke bawah',
    keys: 'Panah dan Enter pindah sel, Ctrl+D mengisi ke bawah, tempel langsung dari Excel.',
  },
  {
    fill: 'Fill down',
    keys: 'Arrows and Enter move between cells, Ctrl+D fills down, paste straight from Excel.',
  },
);

/** Cells that are edited as in a spreadsheet: keys move, a column is filled down, and cells are pasted from one. */
export function Sheet(props: SheetProps) {
  const is_phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return is_phone ? <SheetCards {...props} /> : <SheetTable {...props} />;
}

/** What lines call. Lines are drawn again only when their own row changes, so these must not change with each key. */
function useActs(props: SheetProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const edit = useCallback((changes: CellChange[]) => {
    const { rows, isLocked, onEdit } = latest.current;
    onEdit(changes.filter(({ row, column }) => rows[row] === undefined || !isLocked(rows[row], column)));
  }, []);
  const move = useCallback(({ row, column }: Place) => {
    const field = box.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
    field?.focus();
    if (field?.type === 'text') field.select();
  }, []);
  const fillDown = useCallback(
    ({ row: from, column: place }: Place) => {
      const { columns, rows } = latest.current;
      const column = columns[place]?.id;
      if (column === undefined) return;
      const value = rows[from]?.cells[column] ?? '';
      edit(rows.slice(from + 1).map((_, down) => ({ row: from + 1 + down, column, value })));
    },
    [edit],
  );
  const paste = useCallback(
    (text: string, place: Place) => edit(pastedChanges(text, place, latest.current.columns)),
    [edit],
  );
  const end = useCallback((row: SheetRow, index: number) => latest.current.rowEnd(row, index), []);
  return { box, acts: { edit, move, fillDown, paste, end } };
}

function SheetTable(props: SheetProps) {
  const { columns, rows, isLocked, faults } = props;
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const { box, acts } = useActs(props);
  return (
    <div ref={box}>
      <SheetTools {...props} at={at} onFill={acts.fillDown} />
      <ScrollArea type="auto">
        <table className={classes['sheet']} aria-label={props.label}>
          <thead>
            <tr>
              {columns.map(({ id, title, width }) => (
                <th key={id} scope="col" style={{ minWidth: width }}>
                  {title}
                </th>
              ))}
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <SheetLine
                key={row.key}
                row={row}
                index={index}
                columns={columns}
                title={props.rowTitle(row, index)}
                locked={columns.map(({ id }) => (isLocked(row, id) ? '1' : '0')).join('')}
                faults={columns.map(({ id }) => faults[`${index}.${id}`] ?? '').join('\n')}
                onPlace={setAt}
                {...acts}
              />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

function SheetTools({
  columns,
  rows,
  extra,
  at,
  onFill,
}: SheetProps & { at: Place; onFill: (from: Place) => void }) {
  const t = useStrings(strings);
  return (
    <Group gap="xs" mb="xs">
      {extra}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowDown size={14} />}
        disabled={rows.length < 2}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onFill(at)}
      >
        {t.fill}: {columns[at.column]?.title}
      </Button>
      <Text size="xs" c="dimmed">
        {t.keys}
      </Text>
    </Group>
  );
}
