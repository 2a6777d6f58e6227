import type { Draft } from './draft.ts';
import type { DraftHandle } from './use-draft.ts';

/** What each part of the editor gets. */
export interface EditorPart {
  draft: Draft;
  change: DraftHandle['change'];
  /** What the server refused, by the names of its fields. */
  faults: Record<string, string>;
}
