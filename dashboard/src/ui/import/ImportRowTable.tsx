import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import type { LoadedRows } from '../list/list-props.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import classes from './import.module.css';
import type { ImportedRow, ImportKind, ShownImport } from './import-kind.ts';
import { strings } from './strings.ts';

const ROW_HEIGHT = 36;
const AHEAD = 30;
const FIRST_WIDTH = 190;
const COLUMN_WIDTH = 160;
/** Of whose cells the titles are taken, where a column of the file has none. */
const ROWS_OF_TITLES = 200;

interface ImportRowTableProps {
  kind: ImportKind;
  shown: ShownImport;
  list: LoadedRows<ImportedRow>;
}

/** Rows as they stand in the file. Of thousands only those in sight are in the page. */
export function ImportRowTable({ kind, shown, list }: ImportRowTableProps) {
  const t = useStrings(strings);
  const scroll = useRef<HTMLDivElement>(null);
  const { rows, has_more, is_loading_more, loadMore } = list;
  const titles = useTitles(shown, rows);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (has_more && !is_loading_more && last >= rows.length - AHEAD) loadMore();
  }, [has_more, is_loading_more, last, rows.length, loadMore]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div ref={scroll} className={classes['scroll']} tabIndex={0} role="region" aria-label={t.rows}>
      <table
        className={classes['table']}
        aria-rowcount={list.total?.count ?? rows.length}
        style={{ width: `max(100%, ${FIRST_WIDTH + titles.length * COLUMN_WIDTH}px)` }}
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: FIRST_WIDTH }}>
              {t.rows}
            </th>
            {titles.map((title) => (
              <th key={title} scope="col" title={title}>
                <span className={classes['value']}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Space height={before} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <TableRow
                key={row.row}
                index={index}
                row={row}
                titles={titles}
                outcomes={kind.outcomes}
                measure={virtual.measureElement}
              />
            );
          })}
          {after > 0 && <Space height={after} />}
        </tbody>
      </table>
    </div>
  );
}

/** Titles of what is read, in the order of the file. */
function useTitles({ columns }: ShownImport, rows: readonly ImportedRow[]): readonly string[] {
  const head = rows.slice(0, ROWS_OF_TITLES);
  const first = head.flatMap(({ cells }) => Object.keys(cells));
  const all = columns
    .filter(({ read_as, title }) => read_as !== null && title !== '')
    .map(({ title }) => title)
    .concat(first);
  const titles = [...new Set(all)];
  const key = titles.join('\n');
  // The same list as long as it holds the same: rows are drawn again when it changes.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  return useMemo(() => titles, [key]);
}

interface TableRowProps {
  index: number;
  row: ImportedRow;
  titles: readonly string[];
  outcomes: ImportKind['outcomes'];
  measure: (element: Element | null) => void;
}

const TableRow = memo(function TableRow({ index, row, titles, outcomes, measure }: TableRowProps) {
  const outcome = outcomes.find(({ id }) => id === row.outcome);
  const elsewhere = row.errors.filter(({ column }) => !titles.includes(column));
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        {formatNumber(row.row)} {outcome && <StatusBadge tone={outcome.tone}>{outcome.label}</StatusBadge>}
        {elsewhere.map(({ column, reason }) => (
          <div
            key={`${column} ${reason}`}
            className={`${classes['reason'] ?? ''} ${classes['elsewhere'] ?? ''}`}
          >
            {column}: {reason}
          </div>
        ))}
      </th>
      {titles.map((title) => {
        const reasons = row.errors.filter(({ column }) => column === title);
        const text = String(row.cells[title] ?? '');
        return (
          <td key={title} className={reasons.length > 0 ? classes['wrong'] : undefined}>
            <span className={classes['value']} title={text.length > 40 ? text.slice(0, 1_000) : undefined}>
              {text.slice(0, 300)}
            </span>
            {reasons.map(({ reason }) => (
              <div key={reason} className={classes['reason']}>
                {reason}
              </div>
            ))}
          </td>
        );
      })}
    </tr>
  );
});

/** In place of rows that are out of sight. */
function Space({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td className={classes['space']}>&nbsp;</td>
    </tr>
  );
}
