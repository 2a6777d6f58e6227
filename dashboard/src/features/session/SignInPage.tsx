import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { FrontPage } from './FrontPage.tsx';
import { signIn } from './session.ts';
import { strings } from './strings.ts';

export default function SignInPage() {
  const t = useStrings(strings);
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const command = useCommand(
    ({ email, password }: { email: string; password: string }) => signIn(email, password),
    { onDone: () => void navigate({ to, replace: true }), onError: () => undefined },
  );
  return (
    <FrontPage title={t.sign_in_title}>
      <form onSubmit={form.onSubmit((values) => command.mutate(values))}>
        <Stack>
          <TextInput
            label={t.email}
            type="email"
            autoComplete="username"
            required
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t.password}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <ErrorNotice error={command.error} />
          <Button type="submit" loading={command.isPending}>
            {t.sign_in}
          </Button>
          <Text size="sm" ta="center">
            {t.no_shop_yet}{' '}
            <Anchor component={Link} to="/sign-up">
              {t.sign_up}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </FrontPage>
  );
}
