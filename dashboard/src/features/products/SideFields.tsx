import { Checkbox, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import { CategoryField } from './CategoryField.tsx';
import type { EditorPart } from './editor-part.ts';
import { NumberField } from './NumberField.tsx';
import { strings } from './strings.ts';

/** Where the product belongs, how it is sold, and what it weighs. */
export function SideFields(part: EditorPart) {
  const t = useStrings(strings);
  const { draft, change, faults } = part;
  return (
    <Paper withBorder p="md">
      <Stack>
        <CategoryField
          value={draft.category_id}
          error={faults['category_id']}
          onChange={(category_id) => change({ category_id })}
        />
        <Select
          label={t.type}
          allowDeselect={false}
          data={[
            { value: 'S' as const, label: t.type_S },
            { value: 'R' as const, label: t.type_R },
            { value: 'PO' as const, label: t.type_PO },
          ]}
          value={draft.product_type}
          error={faults['product_type']}
          onChange={(product_type) => product_type !== null && change({ product_type })}
        />
        {draft.product_type === 'PO' && <PreorderFields {...part} />}
        <Checkbox
          label={t.published}
          checked={draft.is_published}
          onChange={(event) => change({ is_published: event.currentTarget.checked })}
        />
        <Checkbox
          label={t.show_stock}
          checked={draft.shows_stock}
          onChange={(event) => change({ shows_stock: event.currentTarget.checked })}
        />
        <NumberField
          label={t.weight_gram}
          value={draft.weight}
          error={faults['weight']}
          onChange={(weight) => change({ weight })}
        />
        <div>
          <SimpleGrid cols={3} spacing="xs">
            {(['length', 'width', 'height'] as const).map((side) => (
              <NumberField
                key={side}
                label={t[side]}
                value={draft[`${side}_cm`]}
                error={faults[`${side}_cm`]}
                onChange={(value) => change({ [`${side}_cm`]: value })}
              />
            ))}
          </SimpleGrid>
          <Text size="xs" c="dimmed" mt={4}>
            {t.size_hint}
          </Text>
        </div>
        <NumberField
          label={t.discount}
          leftSection="Rp"
          value={draft.discount}
          error={faults['discount']}
          onChange={(discount) => change({ discount })}
        />
      </Stack>
    </Paper>
  );
}

function PreorderFields({ draft: { preorder }, change, faults }: EditorPart) {
  const t = useStrings(strings);
  const set = (changes: Partial<typeof preorder>) => change({ preorder: { ...preorder, ...changes } });
  return (
    <>
      <Group grow align="flex-start">
        <NumberField
          label={t.preorder_in}
          value={preorder.number}
          error={faults['preorder_setting.number'] ?? faults['preorder_setting']}
          onChange={(number) => set({ number })}
        />
        <Select
          label={t.preorder_unit}
          allowDeselect={false}
          data={[
            { value: 'day' as const, label: t.day },
            { value: 'week' as const, label: t.week },
          ]}
          value={preorder.type}
          onChange={(type) => type !== null && set({ type })}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={t.preorder_start}
          value={preorder.start_date}
          error={faults['preorder_setting.start_date']}
          onChange={(event) => set({ start_date: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t.preorder_end}
          value={preorder.end_date}
          error={faults['preorder_setting.end_date']}
          onChange={(event) => set({ end_date: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
