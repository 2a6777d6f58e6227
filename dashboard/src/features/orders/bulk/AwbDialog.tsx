import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../../ui/explain.ts';
import { useStrings } from '../../../ui/language.ts';
import { words } from '../../../ui/words.ts';
import { api } from '../../session/api.ts';
import type { ListedOrder } from './bulk-choice.ts';
import { strings } from './strings.ts';

interface AwbDialogProps {
  rows: readonly ListedOrder[];
  onClose: () => void;
}

type ByOrder = Readonly<Record<number, string>>;

/** What was typed, what of it the server has, and what it refused. */
function useAwbs(rows: readonly ListedOrder[]) {
  const client = useQueryClient();
  const [orders] = useState(rows);
  const [typed, setTyped] = useState<ByOrder>({});
  const [saved, setSaved] = useState<ByOrder>({});
  const [faults, setFaults] = useState<ByOrder>({});
  const [is_saving, setSaving] = useState(false);
  const fill = (from: number, text: string) => {
    const values = text.split(/[\r\n\t]+/).map((value) => value.trim());
    const filled = values.flatMap((value, step): [number, string][] => {
      const order = orders[from + step];
      return order === undefined || value === '' ? [] : [[order.order_id, value]];
    });
    setTyped((before) => ({ ...before, ...Object.fromEntries(filled) }));
  };
  const save = async () => {
    setSaving(true);
    for (const { order_id: id } of orders) {
      const awb_number = typed[id]?.trim() ?? '';
      if (awb_number === '' || saved[id] === awb_number) continue;
      try {
        await api.addAwbNumber({ id, awb_number });
        setSaved((before) => ({ ...before, [id]: awb_number }));
        setFaults((before) => ({ ...before, [id]: '' }));
      } catch (error) {
        setFaults((before) => ({ ...before, [id]: explain(error).message }));
      }
    }
    setSaving(false);
    void client.invalidateQueries({ queryKey: ['orders'] });
  };
  const type = (id: number, awb: string) => setTyped({ ...typed, [id]: awb });
  return { orders, typed, saved, faults, is_saving, type, fill, save };
}

/** AWB numbers of several orders, typed or pasted below each other; what one is refused for stands beside it. */
export default function AwbDialog({ rows, onClose }: AwbDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const is_phone = useMediaQuery('(max-width: 48em)') ?? false;
  const { orders, typed, saved, faults, is_saving, type, fill, save } = useAwbs(rows);
  return (
    <Modal opened onClose={onClose} title={t.awb} fullScreen={is_phone}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Text size="sm">{t.awb_hint}</Text>
          {orders.map(({ order_id, po_number, receiver_name, awb_number }, index) => (
            <TextInput
              key={order_id}
              label={t.awb_of(po_number)}
              description={
                saved[order_id] === typed[order_id] && saved[order_id] !== undefined
                  ? t.saved
                  : receiver_name.slice(0, 60)
              }
              placeholder={awb_number ?? ''}
              value={typed[order_id] ?? ''}
              error={faults[order_id] ?? ''}
              maxLength={100}
              onChange={(event) => type(order_id, event.currentTarget.value)}
              onPaste={(event) => {
                const text = event.clipboardData.getData('text');
                if (!/[\r\n\t]/.test(text.trim())) return;
                event.preventDefault();
                fill(index, text.trim());
              }}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.close}
            </Button>
            <Button type="submit" loading={is_saving}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
