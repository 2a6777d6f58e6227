import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { strings } from './strings.ts';

interface StockDialogProps {
  title: string;
  /** What is changed, above the reason. */
  children: ReactNode;
  reason: string;
  onReason: (reason: string) => void;
  is_ready: boolean;
  command: { error: unknown; isPending: boolean };
  onSend: () => void;
  onClose: () => void;
}

/** What every change of stock by hand is asked: why. */
export function StockDialog(props: StockDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { title, children, reason, onReason, is_ready, command, onSend, onClose } = props;
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (is_ready) onSend();
        }}
      >
        <Stack>
          {children}
          <TextInput
            label={t.reason}
            description={t.reason_hint}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
          <ErrorNotice error={command.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={command.isPending} disabled={!is_ready}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
