import { ActionIcon, Button, Checkbox, Group, Paper, Stack, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useStrings } from '../../ui/language.ts';
import { MOST_STEPS, type DraftStep } from './draft.ts';
import type { EditorPart } from './editor-part.ts';
import { NumberField } from './NumberField.tsx';
import { strings } from './strings.ts';

/** Prices that fall with the quantity. */
export function Wholesale({ draft, change, faults }: EditorPart) {
  const t = useStrings(strings);
  const { steps } = draft;
  const set = (place: number, changes: Partial<DraftStep>) =>
    change({ steps: steps.map((step, index) => (index === place ? { ...step, ...changes } : step)) });
  const add = () => {
    const last = steps.at(-1);
    const from = last === undefined ? 3 : Number(last.to) + 1;
    change({
      steps: [
        ...steps,
        { key: crypto.randomUUID(), id: null, from: String(from), to: String(from + 9), price: '' },
      ],
    });
  };
  return (
    <Paper withBorder p="md">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t.wholesale}
          </Title>
          <Checkbox
            label={t.wholesale_on}
            checked={draft.has_wholesale}
            onChange={(event) => change({ has_wholesale: event.currentTarget.checked })}
          />
        </Group>
        {draft.has_wholesale && (
          <>
            {steps.map((step, place) => (
              <Group key={step.key} gap="xs" align="flex-end" wrap="nowrap">
                {(['from', 'to', 'price'] as const).map((field) => (
                  <NumberField
                    key={field}
                    flex={1}
                    maw={160}
                    label={t[`step_${field}`]}
                    value={step[field]}
                    error={faults[`wholesale.${place}.${field}`]}
                    onChange={(value) => set(place, { [field]: value })}
                  />
                ))}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t.remove_step(place + 1)}
                  onClick={() => change({ steps: steps.filter((_, index) => index !== place) })}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              </Group>
            ))}
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} />}
              disabled={steps.length >= MOST_STEPS}
              onClick={add}
              style={{ alignSelf: 'flex-start' }}
            >
              {t.add_step}
            </Button>
          </>
        )}
      </Stack>
    </Paper>
  );
}
