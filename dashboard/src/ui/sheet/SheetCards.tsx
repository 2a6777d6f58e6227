import { Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { typedValue } from './sheet-cells.ts';
import type { SheetProps } from './sheet-props.ts';

/** The rows of a sheet where a table has no room: a card of fields for each. */
export function SheetCards({ columns, rows, onEdit, faults, rowTitle, isLocked, rowEnd, extra }: SheetProps) {
  return (
    <Stack gap="sm">
      {extra !== undefined && <Group>{extra}</Group>}
      {rows.map((row, index) => (
        <Paper withBorder p="sm" key={row.key}>
          <Group justify="space-between" wrap="nowrap" mb="xs">
            <Text fw={600} size="sm" truncate>
              {rowTitle(row, index)}
            </Text>
            {rowEnd(row, index)}
          </Group>
          <SimpleGrid cols={2} spacing="xs">
            {columns.map((column) => {
              const value = row.cells[column.id] ?? '';
              const change = (text: string) =>
                onEdit([{ row: index, column: column.id, value: typedValue(column, text) }]);
              return column.kind === 'flag' ? (
                <Checkbox
                  key={column.id}
                  label={column.title}
                  checked={value === 'Y'}
                  disabled={isLocked(row, column.id)}
                  onChange={(event) => change(event.currentTarget.checked ? 'Y' : 'N')}
                />
              ) : (
                <TextInput
                  key={column.id}
                  label={column.title}
                  value={value}
                  inputMode={column.kind === 'whole' ? 'numeric' : 'text'}
                  readOnly={isLocked(row, column.id)}
                  error={faults[`${index}.${column.id}`]}
                  onChange={(event) => change(event.currentTarget.value)}
                />
              );
            })}
          </SimpleGrid>
        </Paper>
      ))}
    </Stack>
  );
}
