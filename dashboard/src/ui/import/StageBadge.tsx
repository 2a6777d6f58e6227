import { useStrings } from '../language.ts';
import { StatusBadge, type Tone } from '../StatusBadge.tsx';
import type { ImportStage } from './import-kind.ts';
import { strings } from './strings.ts';

const TONES: Readonly<Record<ImportStage, Tone>> = {
  unmapped: 'waiting',
  checking: 'partly',
  ready: 'waiting',
  applying: 'partly',
  applied: 'done',
  undoing: 'partly',
  undone: 'quiet',
};

export function StageBadge({ stage }: { stage: ImportStage }) {
  const t = useStrings(strings);
  return <StatusBadge tone={TONES[stage]}>{t[stage]}</StatusBadge>;
}
