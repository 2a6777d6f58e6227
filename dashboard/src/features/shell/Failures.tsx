import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { strings } from './strings.ts';

export function NotFound() {
  const t = useStrings(strings);
  return (
    <Container size="xs" py="xl">
      <Stack align="flex-start">
        <Title order={1} size="h3">
          {t.not_found}
        </Title>
        <Text>{t.not_found_text}</Text>
        <Button component={Link} to="/">
          {t.home}
        </Button>
      </Stack>
    </Container>
  );
}

export function Failed({ error }: { error: unknown }) {
  const t = useStrings(strings);
  const router = useRouter();
  return (
    <Container size="xs" py="xl">
      <Stack>
        <Title order={1} size="h3">
          {t.failed}
        </Title>
        <ErrorNotice error={error} onRetry={() => void router.invalidate()} />
      </Stack>
    </Container>
  );
}
