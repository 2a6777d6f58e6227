import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';

interface ConfirmDialogProps {
  title: string;
  /** What the button says that does it. */
  act: string;
  /** What the other button says; `Cancel` says two things beside a cancelled order. */
  keep?: string;
  is_dangerous?: boolean;
  is_running: boolean;
  error: unknown;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Says what an act has as consequences, before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const w = useStrings(words);
  const { title, act, keep = w.cancel, is_dangerous = false, is_running, error, onAct, onClose } = props;
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!is_running) onAct();
        }}
      >
        <Stack gap="sm">
          {props.children}
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} {...(is_dangerous && { 'data-autofocus': true })}>
              {keep}
            </Button>
            <Button type="submit" loading={is_running} {...(is_dangerous && { color: 'red' })}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
