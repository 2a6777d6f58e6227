import {
  memo,
  useLayoutEffect,
  useRef,
  type ClipboardEvent,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Place } from './sheet-props.ts';
import { typedValue, type CellChange, type SheetColumn, type SheetRow } from './sheet-cells.ts';
import classes from './sheet.module.css';

interface Acts {
  edit: (changes: CellChange[]) => void;
  move: (place: Place) => void;
  fillDown: (from: Place) => void;
  paste: (text: string, place: Place) => void;
  onPlace: (place: Place) => void;
}

interface SheetLineProps extends Acts {
  row: SheetRow;
  index: number;
  columns: readonly SheetColumn[];
  title: string;
  /** `1` for each column that cannot be edited. */
  locked: string;
  /** One line for each column. */
  faults: string;
  end: (row: SheetRow, index: number) => ReactNode;
}

/** A row of a sheet. */
export const SheetLine = memo(function SheetLine(props: SheetLineProps) {
  const { row, index, columns, title, locked, end, ...acts } = props;
  const faults = props.faults.split('\n');
  return (
    <tr>
      {columns.map((column, place) => (
        <td key={column.id} title={faults[place]}>
          <Cell
            column={column}
            value={row.cells[column.id] ?? ''}
            label={`${title}: ${column.title}`}
            place={{ row: index, column: place }}
            is_locked={locked[place] === '1'}
            fault={faults[place] ?? ''}
            {...acts}
          />
        </td>
      ))}
      <td>{end(row, index)}</td>
    </tr>
  );
});

interface CellProps extends Acts {
  column: SheetColumn;
  value: string;
  label: string;
  place: Place;
  is_locked: boolean;
  fault: string;
}

function Cell({ column, value, label, place, is_locked, fault, ...acts }: CellProps) {
  const change = (text: string) =>
    acts.edit([{ row: place.row, column: column.id, value: typedValue(column, text) }]);
  const shared = {
    'aria-label': label,
    'aria-invalid': fault !== '' || undefined,
    onFocus: () => acts.onPlace(place),
    'data-cell': `${place.row}.${place.column}`,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => heed(event, place, acts),
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => takePaste(event, place, acts),
  };
  if (column.kind === 'flag')
    return (
      <input
        type="checkbox"
        {...shared}
        checked={value === 'Y'}
        disabled={is_locked}
        onChange={(event) => change(event.currentTarget.checked ? 'Y' : 'N')}
      />
    );
  return (
    <>
      <TextCell column={column} value={value} is_locked={is_locked} onType={change} shared={shared} />
      {fault !== '' && (
        <div role="alert" className={classes['fault']}>
          {fault}
        </div>
      )}
    </>
  );
}

interface TextCellProps {
  column: SheetColumn;
  value: string;
  is_locked: boolean;
  onType: (text: string) => void;
  shared: InputHTMLAttributes<HTMLInputElement>;
}

/** Amounts are shown in groups of three while they are typed, and the cursor stays where it was. */
function TextCell({ column: { kind }, value, is_locked, onType, shared }: TextCellProps) {
  const field = useRef<HTMLInputElement>(null);
  const from_end = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (from_end.current === undefined || field.current === null) return;
    const place = Math.max(0, field.current.value.length - from_end.current);
    field.current.setSelectionRange(place, place);
    from_end.current = undefined;
  });
  return (
    <input
      type="text"
      ref={field}
      {...shared}
      className={classes[kind]}
      inputMode={kind === 'whole' ? 'numeric' : 'text'}
      readOnly={is_locked}
      value={kind === 'whole' ? grouped(value) : value}
      onChange={({ currentTarget: { value: text, selectionEnd } }) => {
        if (kind === 'whole') from_end.current = text.length - (selectionEnd ?? text.length);
        onType(text);
      }}
    />
  );
}

function grouped(digits: string): string {
  return /^\d+$/.test(digits) ? Number(digits).toLocaleString('id-ID') : digits;
}

/** Up and down always move; left and right where there is no more text that way. */
function heed(event: KeyboardEvent<HTMLInputElement>, { row, column }: Place, acts: Acts): void {
  const field = event.currentTarget;
  const is_text = field.type === 'text';
  const start = is_text ? (field.selectionStart ?? 0) : 0;
  const end = is_text ? (field.selectionEnd ?? 0) : 0;
  const length = is_text ? field.value.length : 0;
  const is_whole = start === 0 && end === length;
  let to: Place | undefined;
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey))
    to = { row: row + 1, column };
  else if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey))
    to = { row: row - 1, column };
  else if (event.key === 'ArrowLeft' && (is_whole || end === 0)) to = { row, column: column - 1 };
  else if (event.key === 'ArrowRight' && (is_whole || start === length)) to = { row, column: column + 1 };
  else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    acts.fillDown({ row, column });
    return;
  }
  if (to === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  acts.move(to);
}

/** Several cells go to as many; one goes where the cursor is, as in any field. */
function takePaste(event: ClipboardEvent<HTMLInputElement>, place: Place, acts: Acts): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))) return;
  event.preventDefault();
  acts.paste(text, place);
}
