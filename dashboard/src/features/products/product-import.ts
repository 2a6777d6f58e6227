import { useQueryClient } from '@tanstack/react-query';
import type { Output, Row } from 'ngorder-sdk';
import { useMemo } from 'react';
import { formatNumber } from '../../ui/format.ts';
import type { ImportKind, ImportStage, ImportSummary, ShownImport } from '../../ui/import/import-kind.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { importStrings } from './import-strings.ts';
import { useWarehouses } from './use-warehouses.ts';

type Answered = Output<'getImport'>['data'];

const PER_PAGE = 100;
const PAST_PER_PAGE = 20;
/** A large file takes a while on a slow line. */
const UPLOAD_MS = 300_000;

const STAGES: Readonly<Record<Answered['status'], ImportStage>> = {
  UNMAPPED: 'unmapped',
  CHECKING: 'checking',
  READY: 'ready',
  APPLYING: 'applying',
  APPLIED: 'applied',
  UNDOING: 'undoing',
  UNDONE: 'undone',
};

const OUTCOMES = [
  { id: 'WRONG', tone: 'lost' },
  { id: 'NEW', tone: 'done' },
  { id: 'CHANGED', tone: 'moving' },
  { id: 'UNCHANGED', tone: 'quiet' },
  { id: 'PASSED_OVER', tone: 'quiet' },
] as const;

const TARGETS = [
  'name',
  'sku',
  'price',
  'stock',
  'color',
  'size',
  'category',
  'description',
  'weight',
  'weight_kg',
  'price_buy',
  'price_reseller',
  'price1',
  'price2',
  'price3',
  'discount',
  'wholesale',
  'images',
  'published',
  'product_type',
  'preorder',
  'variation',
  'variation_1',
  'variation_2',
  'variation_3',
  'variation_name_1',
  'variation_name_2',
  'variation_name_3',
  'product_code',
  'parent',
  'parent_sku',
  'row_id',
] as const;

function summaryOf({ id, file_name, status, created_at, counts }: Row<'listImports'>): ImportSummary {
  const applicable = counts.created + counts.changed;
  return {
    id,
    file_name,
    stage: STAGES[status],
    created_at,
    counts: { rows: counts.rows, wrong: counts.wrong, applicable },
  };
}

function useShownOf(): (found: Answered) => ShownImport {
  const t = useStrings(importStrings);
  return useMemo(
    () => (found) => {
      const { counts, columns, new_categories, passed_over } = found;
      const skipped = passed_over.map(({ sheet, row, text }) => (row === null ? sheet : text));
      return {
        ...summaryOf(found),
        outcomes: {
          NEW: counts.created,
          CHANGED: counts.changed,
          UNCHANGED: counts.unchanged,
          WRONG: counts.wrong,
          PASSED_OVER: counts.passed_over,
        },
        columns: columns.map(({ known_by, ...column }) => ({
          ...column,
          known_by: known_by === null ? '' : t[`known_${known_by}`],
        })),
        job_id: found.job_id,
        notes: [
          ...(new_categories.length > 0 ? [t.new_categories(few(new_categories))] : []),
          ...(skipped.length > 0 ? [t.passed_over(few(skipped))] : []),
        ],
      };
    },
    [t],
  );
}

const few = (texts: readonly string[]) =>
  texts
    .slice(0, 8)
    .map((text) => text.slice(0, 60))
    .concat(texts.length > 8 ? ['…'] : [])
    .join(', ');

/** Imports of products, as the wizard goes through them. */
export function useProductImport(): ImportKind {
  const t = useStrings(importStrings);
  const client = useQueryClient();
  const shownOf = useShownOf();
  const { ids, names } = useWarehouses();
  return useMemo(
    () => ({
      ...OPERATIONS,
      query_key: ['products', 'import'],
      title: t.title,
      about: t.about,
      linkOf: (id) => (id === undefined ? '/products/import' : `/products/import/${id}`),
      outcomes: OUTCOMES.map(({ id, tone }) => ({ id, tone, label: t[id] })),
      wrong: 'WRONG',
      targets: [
        ...TARGETS.map((value) => ({ value, label: t[value] })),
        ...ids.flatMap((id, place) =>
          id === 0 ? [] : [{ value: `stock@${id}`, label: t.stock_in(names[place] ?? '') }],
        ),
      ],
      undo_text: ({ outcomes }) =>
        t.undo_text(formatNumber(outcomes['NEW'] ?? 0), formatNumber(outcomes['CHANGED'] ?? 0)),
      upload: async (file, idempotency_key) => {
        const options = { idempotency_key, timeout_ms: UPLOAD_MS };
        return shownOf((await api.uploadImport({ file }, options)).data);
      },
      get: async (id, signal) => shownOf((await api.getImport({ id }, { signal })).data),
      onChanged: () => {
        void client.invalidateQueries({ queryKey: ['products', 'list'] });
        void client.invalidateQueries({ queryKey: ['products', 'categories'] });
        void client.invalidateQueries({ queryKey: ['products', 'detail'] });
        void client.invalidateQueries({ queryKey: ['stock'] });
      },
    }),
    [t, client, shownOf, ids, names],
  );
}

type Outcome = (typeof OUTCOMES)[number]['id'];

const OPERATIONS = {
  list: async (place, signal) => {
    const { data, meta } = await api.listImports({ per_page: PAST_PER_PAGE, ...place }, { signal });
    return { data: data.map(summaryOf), meta };
  },
  rows: (id, outcome, place, signal) =>
    api.listImportRows(
      { id, per_page: PER_PAGE, ...(outcome !== undefined && { outcome: outcome as Outcome }), ...place },
      { signal },
    ),
  map: (id, columns, idempotency_key) => api.mapImportColumns({ id, columns }, { idempotency_key }),
  apply: (id, partial, idempotency_key) => api.applyImport({ id, partial }, { idempotency_key }),
  undo: (id, idempotency_key) => api.undoImport({ id }, { idempotency_key }),
  template: (format) => api.download('getImportTemplate', { format }),
  report: (id) => api.download('getImportReport', { id }, { timeout_ms: UPLOAD_MS }),
  job: async (id, signal) => (await api.getJob({ id }, { signal })).data,
} satisfies Partial<ImportKind>;
