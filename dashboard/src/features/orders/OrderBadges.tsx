import { useStrings } from '../../ui/language.ts';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import { strings } from './strings.ts';

const PAYMENT: Record<string, { tone: Tone; word: 'UNPAID' | 'INSTALLMENT' | 'PAID' }> = {
  UNPAID: { tone: 'waiting', word: 'UNPAID' },
  INSTALLMENT: { tone: 'partly', word: 'INSTALLMENT' },
  PAID: { tone: 'done', word: 'PAID' },
};

const PROGRESS: Record<
  string,
  { tone: Tone; word: 'AWAITED' | 'UNPROCESSED' | 'NO_AWB' | 'ON_PROCESS' | 'DELIVERED' }
> = {
  UNPAID: { tone: 'quiet', word: 'AWAITED' },
  INSTALLMENT: { tone: 'quiet', word: 'AWAITED' },
  UNPROCESSED: { tone: 'waiting', word: 'UNPROCESSED' },
  'NO AWB': { tone: 'waiting', word: 'NO_AWB' },
  'ON PROCESS': { tone: 'moving', word: 'ON_PROCESS' },
  DELIVERED: { tone: 'done', word: 'DELIVERED' },
};

export function PaymentBadge({ status }: { status: string }) {
  const t = useStrings(strings);
  const look = PAYMENT[status];
  return <StatusBadge tone={look?.tone ?? 'quiet'}>{look === undefined ? status : t[look.word]}</StatusBadge>;
}

export function ProgressBadge({ status }: { status: string }) {
  const t = useStrings(strings);
  const look = PROGRESS[status];
  return <StatusBadge tone={look?.tone ?? 'quiet'}>{look === undefined ? status : t[look.word]}</StatusBadge>;
}
