import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import type { ScanResult } from '../../ui/scan/use-scans.ts';
import { api } from '../session/api.ts';
import { deskStrings } from './desk-strings.ts';
import { codeOf, type ParcelToPack } from './parcel-code.ts';

export interface Packing {
  parcel: ParcelToPack | undefined;
  /** Parcels that became complete here. */
  done: number;
  onScan: (code: string) => Promise<ScanResult>;
  /** Leaves the parcel as it is. */
  leave: () => void;
  startOver: () => void;
  is_starting_over: boolean;
}

const nameOf = ({ name, color, size }: ParcelToPack['lines'][number]) =>
  [name, color, size].filter(Boolean).join(' ');

/** One scan opens a parcel, the next ones are of its goods; once it is complete, the next scan opens the next parcel. */
export function usePacking(): Packing {
  const t = useStrings(deskStrings);
  const client = useQueryClient();
  const [parcel, setParcel] = useState<ParcelToPack>();
  const [done, setDone] = useState(0);
  // Of scans that come faster than the screen is drawn each sees what the one before it has done.
  const current = useRef<ParcelToPack>(undefined);
  const show = (next: ParcelToPack | undefined) => {
    current.current = next;
    setParcel(next);
  };
  const open = async (code: string): Promise<ScanResult> => {
    const { data } = await api.scanParcel({ code });
    show(data);
    if (data.is_complete) return { tone: 'complete', message: t.packed_before(data.po_number) };
    return { tone: 'right', message: t.opened(data.po_number, formatNumber(data.qty - data.packed)) };
  };
  const add = async (before: ParcelToPack, sku: string): Promise<ScanResult> => {
    const { data } = await api.scanParcel({ code: codeOf(before), sku });
    show(data);
    if (data.is_complete) {
      setDone((count) => count + 1);
      void client.invalidateQueries({ queryKey: ['parcels'] });
      return { tone: 'complete', message: t.complete(data.po_number) };
    }
    const line = data.lines.find(
      (after, index) => after.packed !== (before.lines[index]?.packed ?? 0) || after.sku === sku,
    );
    const message =
      line === undefined
        ? t.packed_of(formatNumber(data.packed), formatNumber(data.qty))
        : t.one_more(nameOf(line), formatNumber(line.packed), formatNumber(line.qty));
    return { tone: 'right', message };
  };
  const resetting = useCommand(
    (code: string, idempotency_key) => api.resetPacking({ code }, { idempotency_key }),
    {
      onDone: ({ data }) => {
        show(data);
        tell(t.started_over);
      },
    },
  );
  return {
    parcel,
    done,
    onScan: (code) => {
      const before = current.current;
      return before === undefined || before.is_complete ? open(code) : add(before, code);
    },
    leave: () => show(undefined),
    startOver: () => {
      if (parcel !== undefined) resetting.mutate(codeOf(parcel));
    },
    is_starting_over: resetting.isPending,
  };
}
