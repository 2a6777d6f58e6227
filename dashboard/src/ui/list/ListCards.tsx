import { Checkbox, Group, Paper } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useLanguage } from '../language.ts';
import { drawnRow, isDrawnAlike, type DrawnRow } from './drawn-row.ts';
import classes from './list.module.css';
import type { ShownList } from './list-props.ts';

const CARD_HEIGHT = 108;
const AHEAD = 8;

/** Rows as cards, one below the other: for a phone in one hand. */
export function ListCards<Row>(props: ShownList<Row>) {
  const { title, list, idOf } = props;
  const language = useLanguage();
  const box = useRef<HTMLUListElement>(null);
  const { rows, has_more, is_loading_more, loadMore } = list;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 5,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (has_more && !is_loading_more && last >= rows.length - AHEAD) loadMore();
  }, [has_more, is_loading_more, last, rows.length, loadMore]);
  return (
    <ul ref={box} aria-label={title} className={classes['cards']} style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={idOf(row)}
            ref={virtual.measureElement}
            data-index={index}
            className={classes['place']}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <RowCard {...drawnRow(props, language, row, index)} />
          </li>
        );
      })}
    </ul>
  );
}

function DrawnCard<Row>({ row, card, titleOf, linkOf, is_current, is_selected, onToggle }: DrawnRow<Row>) {
  return (
    <Paper withBorder p="sm" className={classes['row'] ?? ''} data-current={is_current || undefined}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        {is_selected !== undefined && (
          <Checkbox size="md" aria-label={titleOf(row)} checked={is_selected} onChange={onToggle} />
        )}
        <Link to={linkOf(row)} className={classes['card'] ?? ''}>
          {card(row)}
        </Link>
      </Group>
    </Paper>
  );
}

const RowCard = memo(DrawnCard, isDrawnAlike) as typeof DrawnCard;
