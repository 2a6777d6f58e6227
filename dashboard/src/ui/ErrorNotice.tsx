import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { NgorderError } from 'ngorder-sdk';
import { explain } from './explain.ts';
import { useStrings } from './language.ts';
import { words } from './words.ts';

/** The session has ended: that is said above the page, which goes on by itself afterwards. */
const isAskedForPassword = (error: unknown) =>
  error instanceof NgorderError && error.code === 'unauthenticated';

/** Says what went wrong, what to do, and by which number the operator finds it. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const t = useStrings(words);
  if (error === null || error === undefined || isAskedForPassword(error)) return null;
  const { message, request_id } = explain(error);
  return (
    <Alert color="red" icon={<IconAlertCircle />} role="alert">
      <Text size="sm">{message}</Text>
      <Group mt="xs" gap="md">
        {onRetry !== undefined && (
          <Button size="xs" variant="light" color="red" onClick={onRetry}>
            {t.retry}
          </Button>
        )}
        {request_id !== '' && (
          <Text size="xs" c="dimmed">
            {t.request_id(request_id)}
          </Text>
        )}
      </Group>
    </Alert>
  );
}
