import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';

interface StepDialogProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  onSave: () => void;
  is_saving: boolean;
  error: unknown;
}

/** A form that does one step. Enter sends, Esc closes. */
export function StepDialog({ title, children, onClose, onSave, is_saving, error }: StepDialogProps) {
  const w = useStrings(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={is_saving}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
