import type { AnsweredPage, PagePlace } from '../list/paged-query.ts';
import type { Tone } from '../StatusBadge.tsx';

/** Where an import stands: it is checked, then applied once, then perhaps undone once. */
export type ImportStage = 'unmapped' | 'checking' | 'ready' | 'applying' | 'applied' | 'undoing' | 'undone';

/** While the server works on it. */
export const isBusy = (stage: ImportStage): boolean =>
  stage === 'checking' || stage === 'applying' || stage === 'undoing';

export interface ImportSummary {
  id: number;
  file_name: string;
  stage: ImportStage;
  created_at: string;
  /** Of all rows, of those that are wrong, and of those that change something. */
  counts: { rows: number; wrong: number; applicable: number };
}

/** A column of the file. */
export interface MappedColumn {
  /** From 1 on. */
  column: number;
  title: string;
  /** One of the targets; null: it is not read. */
  read_as: string | null;
  /** How that is known, in a few words. */
  known_by: string;
  samples: readonly (string | number)[];
}

export interface ShownImport extends ImportSummary {
  /** Rows by what they do. */
  outcomes: Readonly<Record<string, number>>;
  columns: readonly MappedColumn[];
  job_id: number | null;
  /** What to know before it is applied. */
  notes: readonly string[];
}

/** A row of the file, with what is wrong in which of its cells. */
export interface ImportedRow {
  /** As a spreadsheet numbers it. */
  row: number;
  outcome: string | null;
  /** By title of column. */
  cells: Readonly<Record<string, string | number>>;
  errors: readonly { column: string; reason: string }[];
}

export interface ImportJob {
  status: 'QUEUED' | 'RUNNING' | 'SUCCESS' | 'FAILED';
  progress: { done: number; total: number | null; percent: number | null };
  errors: readonly { message: string }[];
}

interface WrittenFile {
  name: string;
  content: Blob;
}

export interface ColumnChoice {
  column: number;
  read_as: string | null;
}

/** Something that is imported from files: its words, and what the server does with it. */
export interface ImportKind {
  query_key: readonly string[];
  title: string;
  /** What a file may be and what becomes of its rows. */
  about: string;
  /** Address of an import, or of the page that begins one. */
  linkOf: (id?: number) => string;
  outcomes: readonly { id: string; label: string; tone: Tone }[];
  /** That of rows with errors. */
  wrong: string;
  /** What a column can be read as; left out where columns cannot be mapped. */
  targets?: readonly { value: string; label: string }[];
  /** What undoing does, and what it cannot take back. */
  undo_text: (shown: ShownImport) => string;
  upload: (file: File, idempotency_key: string) => Promise<ShownImport>;
  list: (place: PagePlace, signal: AbortSignal) => Promise<AnsweredPage<ImportSummary>>;
  get: (id: number, signal: AbortSignal) => Promise<ShownImport>;
  rows: (
    id: number,
    outcome: string | undefined,
    place: PagePlace,
    signal: AbortSignal,
  ) => Promise<AnsweredPage<ImportedRow>>;
  map?: (id: number, columns: ColumnChoice[], idempotency_key: string) => Promise<unknown>;
  apply: (id: number, partial: boolean, idempotency_key: string) => Promise<unknown>;
  undo?: (id: number, idempotency_key: string) => Promise<unknown>;
  template?: (format: 'XLSX' | 'CSV') => Promise<WrittenFile>;
  /** The file with its errors beside the rows. */
  report?: (id: number) => Promise<WrittenFile>;
  job: (id: number, signal: AbortSignal) => Promise<ImportJob>;
  /** Reads anew what an import has changed. */
  onChanged: () => void;
}
