import { Select } from '@mantine/core';
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

interface TransferDialogProps {
  variation_id: number;
  levels: readonly Level[];
  onClose: () => void;
}

interface Move {
  from: number;
  to: number;
  amount: number;
  reason: string;
}

/** Moves units of one variation from a warehouse to another. */
export function TransferDialog(props: TransferDialogProps) {
  const t = useStrings(strings);
  const { levels, onClose } = props;
  const [from, setFrom] = useState(String(levels[0]?.warehouse_id ?? 0));
  const [to, setTo] = useState(String(levels[1]?.warehouse_id ?? 0));
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const command = useMove(props);
  const held = levels.find(({ warehouse_id }) => String(warehouse_id) === from)?.stock ?? 0;
  const fault = Number(amount) > held ? t.too_few : '';
  const is_ready = Number(amount) > 0 && fault === '' && from !== to && reason.trim() !== '';
  const choices = levels.map(({ warehouse_id, name, stock }) => ({
    value: String(warehouse_id),
    label: t.holding(name, formatNumber(stock)),
  }));
  const send = () =>
    command.mutate({ from: Number(from), to: Number(to), amount: Number(amount), reason: reason.trim() });
  return (
    <StockDialog
      title={t.transfer}
      {...{ reason, is_ready, command, onClose }}
      onReason={setReason}
      onSend={send}
    >
      <Select
        label={t.from}
        allowDeselect={false}
        data={choices}
        value={from}
        onChange={(chosen) => chosen !== null && setFrom(chosen)}
      />
      <Select
        label={t.to}
        allowDeselect={false}
        data={choices}
        value={to}
        error={from === to && t.same_warehouse}
        onChange={(chosen) => chosen !== null && setTo(chosen)}
      />
      <AmountField value={amount} error={fault} onChange={setAmount} />
    </StockDialog>
  );
}

function useMove({ variation_id, onClose }: TransferDialogProps) {
  const t = useStrings(strings);
  const onChanged = useStockChanged();
  return useCommand(
    (move: Move, idempotency_key) =>
      api.updateStock(
        {
          variation_id,
          move_warehouse_stock: true,
          stock: [
            { warehouse_id: move.from, amount: move.amount, status: 'SUB' },
            { warehouse_id: move.to, amount: move.amount, status: 'ADD' },
          ],
          description: move.reason,
        },
        { idempotency_key },
      ),
    {
      onDone: () => {
        tell(t.transferred);
        onChanged();
        onClose();
      },
      onError: () => undefined,
    },
  );
}
