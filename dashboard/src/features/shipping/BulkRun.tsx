import { Modal } from '@mantine/core';
import type { Input } from 'ngorder-sdk';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../ui/command.ts';
import { useStrings } from '../../ui/language.ts';
import { RunView } from '../bulk-run/RunView.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

/** Does one thing with many orders on the server, and shows how far it is and what could not be done. */
export function useBulkRun(onStarted: () => void): {
  start: (input: Input<'startBulkOrders'>) => void;
  is_pending: boolean;
  dialog: ReactNode;
} {
  const [id, setId] = useState<number>();
  const starting = useCommand(
    (input: Input<'startBulkOrders'>, idempotency_key) => api.startBulkOrders(input, { idempotency_key }),
    {
      onDone: ({ data }) => {
        setId(data.id);
        onStarted();
      },
    },
  );
  return {
    start: starting.mutate,
    is_pending: starting.isPending,
    dialog: id !== undefined && <BulkRunDialog id={id} onRun={setId} onClose={() => setId(undefined)} />,
  };
}

function BulkRunDialog({
  id,
  onRun,
  onClose,
}: {
  id: number;
  onRun: (id: number) => void;
  onClose: () => void;
}) {
  const t = useStrings(strings);
  return (
    <Modal opened onClose={onClose} title={t.run_title} size="lg">
      <RunView id={id} onRun={onRun} is_in_dialog />
    </Modal>
  );
}
