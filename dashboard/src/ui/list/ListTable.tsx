import { Checkbox, Table } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useLanguage, useStrings } from '../language.ts';
import { words } from '../words.ts';
import { drawnRow, isDrawnAlike, type DrawnRow } from './drawn-row.ts';
import classes from './list.module.css';
import type { ListPageProps, ShownList } from './list-props.ts';

const ROW_HEIGHT = 49;
/** Rows are requested before the last of them is seen. */
const AHEAD = 15;

/** Rows as a table. Of thousands only those in sight are in the page. */
export function ListTable<Row>(props: ShownList<Row>) {
  const { list, idOf, current } = props;
  const language = useLanguage();
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, has_more, is_loading_more, loadMore } = list;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (has_more && !is_loading_more && last >= rows.length - AHEAD) loadMore();
  }, [has_more, is_loading_more, last, rows.length, loadMore]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [current, virtual]);
  const before = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0) + virtual.options.scrollMargin;
  const width = props.columns.length + (props.selection === undefined ? 0 : 1);
  return (
    <Table
      highlightOnHover
      stickyHeader
      stickyHeaderOffset={52}
      layout="fixed"
      aria-label={props.title}
      aria-rowcount={rows.length}
      aria-busy={list.is_outdated}
      className={classes['rows'] ?? ''}
    >
      <TableHead {...props} />
      <Table.Tbody ref={body}>
        {before > 0 && <Space height={before} width={width} />}
        {items.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <TableRow key={idOf(row)} {...drawnRow(props, language, row, index)} />
          );
        })}
        {after > 0 && <Space height={after} width={width} />}
      </Table.Tbody>
    </Table>
  );
}

function TableHead<Row>({ columns, list: { rows }, idOf, selection }: ListPageProps<Row>) {
  const t = useStrings(words);
  const is_every = selection !== undefined && rows.every((row) => selection.has(idOf(row)));
  return (
    <Table.Thead>
      <Table.Tr>
        {selection !== undefined && (
          <Table.Th w={44}>
            <Checkbox
              aria-label={t.all}
              checked={rows.length > 0 && is_every}
              indeterminate={(selection.ids.size > 0 || selection.is_all) && !is_every}
              onChange={(event) =>
                event.currentTarget.checked ? selection.select(rows.map(idOf)) : selection.clear()
              }
            />
          </Table.Th>
        )}
        {columns.map(({ id, title, align = 'left', width }) => (
          <Table.Th key={id} ta={align} {...(width !== undefined && { w: width })}>
            {title}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function DrawnTableRow<Row>(props: DrawnRow<Row>) {
  const { row, index, columns, titleOf, linkOf, is_current, is_selected, onToggle } = props;
  return (
    <Table.Tr
      h={ROW_HEIGHT}
      aria-rowindex={index + 1}
      data-current={is_current || undefined}
      className={classes['row']}
    >
      {is_selected !== undefined && (
        <Table.Td>
          <Checkbox aria-label={titleOf(row)} checked={is_selected} onChange={onToggle} />
        </Table.Td>
      )}
      {columns.map(({ id: column, cell, align = 'left' }, place) => (
        <Table.Td key={column} ta={align} className={classes['cell']}>
          {place === 0 ? (
            <Link to={linkOf(row)} className={classes['link'] ?? ''}>
              {cell(row)}
            </Link>
          ) : (
            cell(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

const TableRow = memo(DrawnTableRow, isDrawnAlike) as typeof DrawnTableRow;

/** In place of rows that are out of sight. */
function Space({ height, width }: { height: number; width: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={width} className={classes['space']}>
        &nbsp;
      </td>
    </tr>
  );
}
