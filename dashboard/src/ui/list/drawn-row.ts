import type { ListPageProps, ShownList } from './list-props.ts';

/** A row with what its looks depend on. */
export interface DrawnRow<Row> extends Pick<ListPageProps<Row>, 'columns' | 'card' | 'titleOf' | 'linkOf'> {
  row: Row;
  index: number;
  is_current: boolean;
  /** undefined: rows of this list are not selected. */
  is_selected: boolean | undefined;
  onToggle: () => void;
  language: string;
}

export function drawnRow<Row>(
  props: ShownList<Row>,
  language: string,
  row: Row,
  index: number,
): DrawnRow<Row> {
  const { columns, card, titleOf, linkOf, idOf, selection, current } = props;
  const id = idOf(row);
  return {
    columns,
    card,
    titleOf,
    linkOf,
    row,
    index,
    is_current: index === current,
    is_selected: selection?.has(id),
    onToggle: () => selection?.toggle(id),
    language,
  };
}

/** A key moves through a list of hundreds: a row is drawn anew only where it, its place or the language has changed. */
export function isDrawnAlike<Row>(one: DrawnRow<Row>, other: DrawnRow<Row>): boolean {
  return (
    one.row === other.row &&
    one.index === other.index &&
    one.is_current === other.is_current &&
    one.is_selected === other.is_selected &&
    one.language === other.language &&
    one.columns.length === other.columns.length &&
    one.columns.every(({ id }, place) => id === other.columns[place]?.id)
  );
}
