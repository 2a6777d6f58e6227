import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { strings } from './strings.ts';

interface SaveBarProps {
  is_shown: boolean;
  error: unknown;
  is_saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Stays in sight as long as there is something to save. */
export function SaveBar({ is_shown, error, is_saving, onSave, onDiscard }: SaveBarProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  useShortcuts(
    is_shown ? [{ keys: 'ctrl+s', title: w.save, in_fields: true, run: () => !is_saving && onSave() }] : [],
  );
  if (!is_shown) return null;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      pos="sticky"
      bottom="calc(8px + var(--app-shell-footer-height, 0px))"
      style={{ zIndex: 50 }}
      role="region"
      aria-label={t.unsaved}
    >
      <Stack gap="xs">
        <ErrorNotice error={error} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {t.unsaved}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={onDiscard} disabled={is_saving}>
              {t.discard}
            </Button>
            <Button onClick={onSave} loading={is_saving}>
              {w.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
