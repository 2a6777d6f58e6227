import { SegmentedControl, Select, Text } from '@mantine/core';
import { NgorderError } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { AmountField } from './AmountField.tsx';
import { useStockChanged, type Level } from './stock-of.ts';
import { StockDialog } from './StockDialog.tsx';
import { strings } from './strings.ts';

interface CorrectDialogProps {
  variation_id: number;
  levels: readonly Level[];
  onClose: () => void;
}

type Mode = 'set' | 'add' | 'sub';

interface Correction {
  warehouse_id: number;
  mode: Mode;
  amount: number;
  /** What the person saw when they decided. */
  seen: number;
  reason: string;
}

const targetOf = ({ mode, amount, seen }: Pick<Correction, 'mode' | 'amount' | 'seen'>): number =>
  mode === 'set' ? amount : seen + (mode === 'add' ? amount : -amount);

/** Sets a level or changes it by so many. What was counted is not set over what somebody has changed meanwhile. */
export function CorrectDialog(props: CorrectDialogProps) {
  const t = useStrings(strings);
  const { levels, onClose } = props;
  // As it was when the dialog was opened, until somebody has been told that it changed.
  const [seen, setSeen] = useState(levels);
  const [warehouse, setWarehouse] = useState(String(levels[0]?.warehouse_id ?? 0));
  const [mode, setMode] = useState<Mode>('set');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const level = seen.find(({ warehouse_id }) => String(warehouse_id) === warehouse)?.stock ?? 0;
  const target = targetOf({ mode, amount: Number(amount), seen: level });
  const { command, moved } = useCorrection(props, setSeen);
  const fault = amount === '' ? '' : target < 0 ? t.negative : target === level ? t.no_change : '';
  const is_ready = amount !== '' && fault === '' && reason.trim() !== '';
  const send = () =>
    command.mutate({
      warehouse_id: Number(warehouse),
      mode,
      amount: Number(amount),
      seen: level,
      reason: reason.trim(),
    });
  return (
    <StockDialog
      title={t.correct}
      {...{ reason, is_ready, command, onClose }}
      onReason={setReason}
      onSend={send}
    >
      {levels.length > 1 && (
        <Select
          label={t.warehouse}
          allowDeselect={false}
          data={levels.map(({ warehouse_id, name }) => ({ value: String(warehouse_id), label: name }))}
          value={warehouse}
          onChange={(chosen) => chosen !== null && setWarehouse(chosen)}
        />
      )}
      <SegmentedControl
        aria-label={t.mode}
        data={(['set', 'add', 'sub'] as const).map((value) => ({ value, label: t[`mode_${value}`] }))}
        value={mode}
        onChange={setMode}
      />
      <AmountField
        value={amount}
        error={fault}
        description={
          amount !== '' && fault === '' ? t.result(formatNumber(level), formatNumber(target)) : undefined
        }
        onChange={setAmount}
      />
      {moved !== undefined && (
        <Text size="sm" c="red" role="alert">
          {t.moved_meanwhile(formatNumber(moved.before), formatNumber(moved.now))}
        </Text>
      )}
    </StockDialog>
  );
}

function useCorrection(
  { variation_id, onClose }: CorrectDialogProps,
  onMoved: (levels: readonly Level[]) => void,
) {
  const t = useStrings(strings);
  const onChanged = useStockChanged();
  const [moved, setMoved] = useState<{ before: number; now: number }>();
  const command = useCommand(
    async (given: Correction, idempotency_key) => {
      const { warehouse_id, mode, seen } = given;
      const difference = targetOf(given) - seen;
      const change = {
        warehouse_id,
        amount: Math.abs(difference),
        status: difference > 0 ? ('ADD' as const) : ('SUB' as const),
        ...(mode === 'set' && { expected: seen }),
      };
      try {
        const input = { variation_id, stock: [change], description: given.reason };
        await api.updateStock(input, { idempotency_key });
        return undefined;
      } catch (error) {
        if (!(error instanceof NgorderError) || error.code !== 'level_changed') throw error;
        const levels = (await api.listWarehouseStock({ variation_id })).data;
        const now = levels.find((level) => level.warehouse_id === warehouse_id)?.stock ?? 0;
        return { levels, before: seen, now };
      }
    },
    {
      onDone: (found) => {
        setMoved(found);
        if (found !== undefined) {
          onMoved(found.levels);
          return;
        }
        tell(t.corrected);
        onChanged();
        onClose();
      },
      onError: () => undefined,
    },
  );
  return { command, moved };
}
