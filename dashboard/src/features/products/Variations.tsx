import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconGridDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useStrings } from '../../ui/language.ts';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import type { CellChange, SheetRow } from '../../ui/sheet/sheet-cells.ts';
import { MOST_ROWS, newRow, rowName, type Draft, type DraftRow } from './draft.ts';
import type { EditorPart } from './editor-part.ts';
import { GenerateDialog } from './GenerateDialog.tsx';
import { strings } from './strings.ts';
import { useVariationColumns } from './variation-columns.ts';

/** Applies cells to rows; those past the last become rows of their own. */
function withCells(draft: Draft, changes: readonly CellChange[]): Partial<Draft> {
  const rows: DraftRow[] = [...draft.rows];
  for (const { row, column, value } of changes) {
    if (row >= MOST_ROWS) continue;
    while (rows.length <= row) rows.push(newRow());
    const before = rows[row];
    if (before !== undefined) rows[row] = { ...before, cells: { ...before.cells, [column]: value } };
  }
  return { rows };
}

function withoutRow(draft: Draft, key: string): Partial<Draft> {
  const gone = draft.rows.find((row) => row.key === key);
  const rows = draft.rows.filter((row) => row.key !== key);
  return {
    rows: rows.length === 0 ? [newRow()] : rows,
    removed: typeof gone?.id === 'number' ? [...draft.removed, gone.id] : draft.removed,
  };
}

/** All variations, edited as in a spreadsheet. */
export function Variations(part: EditorPart) {
  const t = useStrings(strings);
  const { draft, change, faults } = part;
  const columns = useVariationColumns(draft.product_type, draft.rows);
  const [is_generating, setGenerating] = useState(false);
  const rowTitle = (row: SheetRow, index: number) => rowName(row) || t.row(index + 1);
  const known = new Set(draft.rows.filter(({ id }) => id !== null).map(({ key }) => key));
  const row_faults = Object.fromEntries(
    Object.entries(faults).map(([name, text]) => [name.replace(/^variations\./, ''), text]),
  );
  const rowEnd = (row: SheetRow, index: number) => (
    <RemoveRow
      label={t.remove_row(rowTitle(row, index))}
      onRemove={() => change((before) => withoutRow(before, row.key))}
    />
  );
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t.variations}
        </Title>
        <Sheet
          label={t.variations}
          columns={columns}
          rows={draft.rows}
          onEdit={(changes) => change((before) => withCells(before, changes))}
          faults={row_faults}
          rowTitle={rowTitle}
          isLocked={({ key }, column) => known.has(key) && /^(stock_quantity|warehouse_stock)/.test(column)}
          rowEnd={rowEnd}
          extra={
            <Button
              size="xs"
              variant="default"
              leftSection={<IconGridDots size={14} />}
              onClick={() => setGenerating(true)}
            >
              {t.generate}
            </Button>
          }
        />
        <BelowSheet {...part} />
      </Stack>
      {is_generating && (
        <GenerateDialog
          rows={draft.rows}
          onClose={() => setGenerating(false)}
          onMade={(rows) => change({ rows })}
        />
      )}
    </Paper>
  );
}

function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onRemove}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}

function BelowSheet({ draft, change }: EditorPart) {
  const t = useStrings(strings);
  return (
    <>
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={draft.rows.length >= MOST_ROWS}
          onClick={() => change(({ rows }) => ({ rows: [...rows, newRow({}, rows[0])] }))}
        >
          {t.add_row}
        </Button>
        {draft.removed.length > 0 && <Text size="sm">{t.removed_rows(draft.removed.length)}</Text>}
      </Group>
      <Text size="xs" c="dimmed">
        {t.sku_hint} {draft.product_type === 'S' && t.stock_hint}
      </Text>
    </>
  );
}
