import { Anchor, Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { signIn, useMe } from './session.ts';
import { strings } from './strings.ts';

/** Asks for the password above the page at hand, which stays as it is. */
export default function SessionEnded() {
  const t = useStrings(strings);
  const { user } = useMe();
  const [password, setPassword] = useState('');
  const command = useCommand((given: string) => signIn(user.email, given), {
    onDone: () => setPassword(''),
    onError: () => undefined,
  });
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t.expired_title}
      zIndex={1_000}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate(password);
        }}
      >
        <Stack>
          <Text size="sm">{t.expired}</Text>
          <input type="hidden" autoComplete="username" value={user.email} readOnly />
          <PasswordInput
            label={`${t.password} (${user.email})`}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
            required
          />
          <ErrorNotice error={command.error} />
          <Button type="submit" loading={command.isPending}>
            {t.sign_in}
          </Button>
          <Anchor href="/sign-in" size="sm" ta="center">
            {t.other_account}
          </Anchor>
        </Stack>
      </form>
    </Modal>
  );
}
