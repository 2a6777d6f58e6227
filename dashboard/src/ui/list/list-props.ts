import type { ReactNode } from 'react';
import type { Column } from './columns.ts';
import type { ListToolsProps } from './ListTools.tsx';
import type { SelectionHandle } from './selection.ts';

/** Pages of rows as they are loaded. */
export interface LoadedRows<Row> {
  rows: readonly Row[];
  /** Of all rows that match; a floor where it is not exact. */
  total: { count: number; is_exact: boolean } | undefined;
  error: unknown;
  is_loading: boolean;
  /** The rows are those of the question before, until the answer is there. */
  is_outdated: boolean;
  is_loading_more: boolean;
  has_more: boolean;
  loadMore: () => void;
  reload: () => void;
}

export interface ListPageProps<Row> {
  /** By which what is chosen for the list is kept. */
  name: string;
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Above the tools: tabs. */
  tabs?: ReactNode;
  tools: Omit<ListToolsProps, 'columns' | 'extra'>;
  /** Beside the filters: views that were saved, of the columns that are shown. */
  views?: (columns: readonly string[]) => ReactNode;
  columns: readonly Column<Row>[];
  /** How a row looks where a table has no room; of the row and the language alone, as its title and link. */
  card: (row: Row) => ReactNode;
  idOf: (row: Row) => number;
  /** What the row is called, for who does not see its place. */
  titleOf: (row: Row) => string;
  linkOf: (row: Row) => string;
  list: LoadedRows<Row>;
  selection?: SelectionHandle;
  /** What can be done with those that are selected. */
  bulk?: ReactNode;
  /** Where there is nothing yet: what to do first. */
  empty: ReactNode;
}

/** What is drawn of it: the columns that were chosen, and the row at hand. */
export type ShownList<Row> = ListPageProps<Row> & { current: number };
