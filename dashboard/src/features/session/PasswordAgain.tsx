import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { strings } from './strings.ts';

interface PasswordAgainProps {
  /** What is about to be done. */
  title: string;
  run: (password: string, idempotency_key: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for the password once more, for what changes who gets in or where money goes. */
export function PasswordAgain({ title, run, onDone, onClose }: PasswordAgainProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [password, setPassword] = useState('');
  const command = useCommand(run, {
    onDone: () => {
      onClose();
      onDone();
    },
    onError: () => undefined,
  });
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate(password);
        }}
      >
        <Stack>
          <PasswordInput
            label={t.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
            required
          />
          <ErrorNotice error={command.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={command.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
