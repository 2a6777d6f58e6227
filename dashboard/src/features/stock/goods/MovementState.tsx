import { useStrings } from '../../../ui/language.ts';
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx';
import { goodsStrings } from './goods-strings.ts';

export type Progress = 'ON PROGRESS' | 'SUCCESS' | 'FAILED';

const LOOKS = {
  'ON PROGRESS': { tone: 'partly', name: 'in_progress' },
  SUCCESS: { tone: 'done', name: 'done' },
  FAILED: { tone: 'lost', name: 'failed' },
} as const satisfies Record<Progress, { tone: Tone; name: string }>;

/** How far a large opname or transfer is. */
export function MovementState({ progress }: { progress: Progress }) {
  const t = useStrings(goodsStrings);
  const { tone, name } = LOOKS[progress];
  return <StatusBadge tone={tone}>{t[name]}</StatusBadge>;
}
