import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Input } from 'ngorder-sdk';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from './api.ts';
import { FrontPage } from './FrontPage.tsx';
import { signIn } from './session.ts';
import { strings } from './strings.ts';

type Values = Input<'registerShop'>;
const EMPTY: Values = {
  shop_name: '',
  subdomain: '',
  full_name: '',
  email: '',
  phone_number: '',
  password: '',
};

/** `Toko Bu Sri` becomes `toko-bu-sri`. */
function addressOf(shop_name: string): string {
  return shop_name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}

export default function SignUpPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const form = useForm({ initialValues: EMPTY });
  const command = useCommand(
    async (values: Values, idempotency_key) => {
      await api.registerShop(values, { idempotency_key });
      await signIn(values.email, values.password);
    },
    {
      onDone: () => void navigate({ to: '/', replace: true }),
      onError: (error) => form.setErrors(fieldErrors(error, { ...t, phone_number: t.phone })),
    },
  );
  const nameShop = (shop_name: string) => {
    const follows = !form.isTouched('subdomain');
    form.setFieldValue('shop_name', shop_name);
    if (follows) form.setValues({ shop_name, subdomain: addressOf(shop_name) });
  };
  return (
    <FrontPage title={t.sign_up_title}>
      <form onSubmit={form.onSubmit((values) => command.mutate(values))}>
        <Stack>
          <TextInput
            label={t.shop_name}
            required
            autoFocus
            autoComplete="organization"
            maxLength={100}
            {...form.getInputProps('shop_name')}
            onChange={(event) => nameShop(event.currentTarget.value)}
          />
          <TextInput
            label={t.subdomain}
            description={t.subdomain_rule}
            required
            minLength={3}
            maxLength={63}
            {...form.getInputProps('subdomain')}
          />
          <PersonFields form={form} />
          {Object.keys(form.errors).length === 0 && <ErrorNotice error={command.error} />}
          <Button type="submit" loading={command.isPending}>
            {t.sign_up}
          </Button>
          <Text size="sm" ta="center">
            {t.has_shop}{' '}
            <Anchor component={Link} to="/sign-in">
              {t.sign_in}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </FrontPage>
  );
}

/** Who opens the shop, and how they sign in. */
function PersonFields({ form }: { form: UseFormReturnType<Values> }) {
  const t = useStrings(strings);
  return (
    <>
      <TextInput label={t.full_name} required autoComplete="name" {...form.getInputProps('full_name')} />
      <TextInput
        label={t.email}
        type="email"
        required
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t.phone}
        type="tel"
        inputMode="tel"
        required
        autoComplete="tel"
        placeholder="081234567890"
        {...form.getInputProps('phone_number')}
      />
      <PasswordInput
        label={t.password}
        description={t.password_rule}
        required
        minLength={8}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </>
  );
}
