import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useCommand } from '../../ui/command.ts';
import { currentFormats, type Formats } from './formats.ts';
import { makeDocument, partsOf, type DocumentJob, type DocumentKind } from './make-document.ts';

const DocumentDialog = lazy(() => import('./DocumentDialog.tsx'));

/** Lists that show what is printed. */
const TOUCHED = [['orders'], ['parcels'], ['home']];

/**
 * Makes documents of orders, and shows them to be printed.
 * @returns `print` begins; `dialog` belongs into the page
 */
export function useDocuments(): {
  print: (kind: DocumentKind, order_ids: readonly number[]) => void;
  dialog: ReactNode;
} {
  const client = useQueryClient();
  const [job, setJob] = useState<DocumentJob>();
  const making = useCommand(
    ({ kind, order_ids, formats }: { kind: DocumentKind; order_ids: number[]; formats: Formats }, key) =>
      makeDocument(kind, order_ids, formats, key),
    {
      onDone: () => {
        for (const queryKey of TOUCHED) void client.invalidateQueries({ queryKey });
      },
      onError: () => undefined,
    },
  );
  const make = (next: DocumentJob) => {
    setJob(next);
    making.mutate({ kind: next.kind, order_ids: next.parts[next.part] ?? [], formats: currentFormats() });
  };
  return {
    print: (kind, order_ids) => {
      if (order_ids.length > 0) make({ kind, parts: partsOf(kind, order_ids), part: 0 });
    },
    dialog: job !== undefined && (
      <Suspense fallback={null}>
        <DocumentDialog
          job={job}
          made={making.data}
          error={making.error}
          onMake={make}
          onClose={() => setJob(undefined)}
        />
      </Suspense>
    ),
  };
}
