import { Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import type { EditorPart } from './editor-part.ts';
import { strings } from './strings.ts';

/** What the product is. */
export function FactFields({ draft, change, faults }: EditorPart) {
  const t = useStrings(strings);
  return (
    <Paper withBorder p="md">
      <Stack>
        <TextInput
          label={t.name}
          required
          autoFocus={draft.name === ''}
          maxLength={200}
          value={draft.name}
          error={faults['name']}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t.description}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={10_000}
          value={draft.description}
          error={faults['description']}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </Stack>
    </Paper>
  );
}
