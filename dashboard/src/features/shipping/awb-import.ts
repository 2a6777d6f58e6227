import { useQueryClient } from '@tanstack/react-query';
import type { Output, Row } from 'ngorder-sdk';
import { useMemo } from 'react';
import { formatNumber } from '../../ui/format.ts';
import type {
  ImportedRow,
  ImportKind,
  ImportStage,
  ImportSummary,
  ShownImport,
} from '../../ui/import/import-kind.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { awbStrings } from './awb-strings.ts';

type Answered = Output<'getAwbImport'>['data'];
type AwbRow = Row<'listAwbImportRows'>;

const PER_PAGE = 100;
const PAST_PER_PAGE = 20;
/** A large file takes a while on a slow line. */
const UPLOAD_MS = 300_000;

const STAGES: Readonly<Record<Answered['status'], ImportStage>> = {
  READY: 'ready',
  APPLYING: 'applying',
  APPLIED: 'applied',
  UNDOING: 'undoing',
  UNDONE: 'undone',
};

const OUTCOMES = [
  { id: 'WRONG', tone: 'lost' },
  { id: 'MATCHED', tone: 'done' },
  { id: 'APPLIED', tone: 'done' },
  { id: 'UNDONE', tone: 'quiet' },
  { id: 'KEPT', tone: 'partly' },
  { id: 'UNCHANGED', tone: 'quiet' },
  { id: 'PASSED_OVER', tone: 'quiet' },
] as const;

function summaryOf({ id, file_name, status, created_at, counts }: Answered): ImportSummary {
  const { rows, wrong, matched } = counts;
  return { id, file_name, stage: STAGES[status], created_at, counts: { rows, wrong, applicable: matched } };
}

function shownOf(found: Answered): ShownImport {
  const { counts, columns, job_id } = found;
  return {
    ...summaryOf(found),
    outcomes: {
      MATCHED: counts.matched,
      UNCHANGED: counts.unchanged,
      WRONG: counts.wrong,
      PASSED_OVER: counts.passed_over,
      APPLIED: counts.applied,
      UNDONE: counts.undone,
      KEPT: counts.kept,
    },
    columns: columns.map(({ title, read_as }, index) => ({
      column: index + 1,
      title,
      read_as,
      known_by: '',
      samples: [],
    })),
    job_id,
    notes: [],
  };
}

/** Imports of AWB numbers, as the wizard goes through them: columns are known by their titles. */
export function useAwbImport(): ImportKind {
  const t = useStrings(awbStrings);
  const client = useQueryClient();
  return useMemo(
    () => ({
      ...OPERATIONS,
      query_key: ['parcels', 'awb-import'],
      title: t.title,
      about: t.about,
      linkOf: (id) => (id === undefined ? '/shipping/awb' : `/shipping/awb/${id}`),
      outcomes: OUTCOMES.map(({ id, tone }) => ({ id, tone, label: t[id] })),
      wrong: 'WRONG',
      undo_text: ({ outcomes }) => t.undo_text(formatNumber(outcomes['APPLIED'] ?? 0)),
      rows: async (id, outcome, place, signal) => {
        const { data, meta } = await api.listAwbImportRows(
          { id, per_page: PER_PAGE, ...(outcome !== undefined && { outcome: outcome as Outcome }), ...place },
          { signal },
        );
        return { data: data.map((row) => rowOf(row, t.perhaps)), meta };
      },
      onChanged: () => {
        for (const queryKey of [['orders'], ['home'], ['parcels', 'awb-import']])
          void client.invalidateQueries({ queryKey });
      },
    }),
    [t, client],
  );
}

/** Why a row sets nothing stands in its column of AWB numbers, with the orders that are meant perhaps. */
function rowOf(
  { row, outcome, cells, reason, candidates }: AwbRow,
  perhaps: (orders: string) => string,
): ImportedRow {
  const shown = cells as Readonly<Record<string, string | number>>;
  const [first = ''] = Object.keys(shown);
  const meant = candidates.map(
    ({ po_number, receiver_name }) => `#${po_number} ${receiver_name.slice(0, 40)}`,
  );
  return {
    row,
    outcome,
    cells: shown,
    errors:
      reason === null
        ? []
        : [
            {
              column: first,
              reason: [reason.text, meant.length > 0 && perhaps(meant.join(', '))].filter(Boolean).join(' '),
            },
          ],
  };
}

type Outcome = (typeof OUTCOMES)[number]['id'];

const OPERATIONS = {
  upload: async (file, idempotency_key) =>
    shownOf((await api.uploadAwbImport({ file }, { idempotency_key, timeout_ms: UPLOAD_MS })).data),
  get: async (id, signal) => shownOf((await api.getAwbImport({ id }, { signal })).data),
  list: async (place, signal) => {
    const { data, meta } = await api.listAwbImports({ per_page: PAST_PER_PAGE, ...place }, { signal });
    return { data: data.map(summaryOf), meta };
  },
  apply: (id, _partial, idempotency_key) => api.applyAwbImport({ id }, { idempotency_key }),
  undo: (id, idempotency_key) => api.undoAwbImport({ id }, { idempotency_key }),
  template: (format) => api.download('getAwbTemplate', { format }),
  job: async (id, signal) => (await api.getJob({ id }, { signal })).data,
} satisfies Partial<ImportKind>;
