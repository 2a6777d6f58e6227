import type { ImportKind } from './import-kind.ts';
import { ImportReview } from './ImportReview.tsx';
import { ImportStart } from './ImportStart.tsx';

interface ImportWizardProps {
  kind: ImportKind;
  /** Left out: a file is chosen first. */
  id?: number;
}

/** From a file to what it changes: choose, map, look at each cell, apply, and undo. Each import has its address. */
export function ImportWizard({ kind, id }: ImportWizardProps) {
  return id === undefined ? <ImportStart kind={kind} /> : <ImportReview key={id} kind={kind} id={id} />;
}
