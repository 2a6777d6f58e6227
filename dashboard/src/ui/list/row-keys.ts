import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useShortcuts } from '../keys.ts';
import { defineStrings, useStrings } from '../language.ts';
import type { ListPageProps } from './list-props.ts';

const strings = defineStrings(
  { down: 'Baris berikutnya', up: 'Baris sebelumnya', select: 'Pilih baris', open: 'Buka baris' },
  { down: 'Next row', up: 'Previous row', select: 'Select the row', open: 'Open the row' },
);

/** Walks through rows by keys. @returns the place of the row at hand, -1 before the first */
export function useRowKeys<Row>({ list: { rows }, idOf, linkOf, selection }: ListPageProps<Row>): number {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const [current, setCurrent] = useState(-1);
  const at = Math.min(current, rows.length - 1);
  const row = rows[at];
  useShortcuts([
    { keys: 'j', title: t.down, run: () => setCurrent(Math.min(at + 1, rows.length - 1)) },
    { keys: 'k', title: t.up, run: () => setCurrent(Math.max(at - 1, 0)) },
    ...(selection === undefined
      ? []
      : [{ keys: 'x', title: t.select, run: () => row !== undefined && selection.toggle(idOf(row)) }]),
    {
      keys: 'o',
      title: t.open,
      run: () => {
        if (row !== undefined) void navigate({ to: linkOf(row) });
      },
    },
  ]);
  return at;
}
