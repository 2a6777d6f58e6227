import { Alert, Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../../ui/command.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { tell } from '../../../ui/notice.tsx';
import { api } from '../../session/api.ts';
import { DraftLines } from '../goods/DraftLines.tsx';
import { withQuantity, withoutLine, type DraftLine } from '../goods/goods-draft.ts';
import { type GoodsDraftHandle } from '../goods/use-goods-draft.ts';
import { goodsStrings } from '../goods/goods-strings.ts';
import { lineFaults } from '../goods/line-faults.ts';
import { useStockChanged } from '../stock-of.ts';
import { opnameStrings } from './opname-strings.ts';
import { Variance } from './Variance.tsx';

interface ReviewOpnameProps {
  handle: GoodsDraftHandle;
  onBack: () => void;
}

/** The goods that differ, before anything is changed. */
export function ReviewOpname({ handle, onBack }: ReviewOpnameProps) {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  const { draft, change } = handle;
  const [is_only_variance, setOnlyVariance] = useState(true);
  const save = useSaveOpname(handle);
  const faults = lineFaults(
    save.error,
    draft.lines.map(({ variation_id }) => variation_id),
  );
  const shown = draft.lines.filter(
    (line) => !is_only_variance || differenceOf(line) !== 0 || faults.has(line.variation_id),
  );
  const unknown = Object.keys(draft.unknown).length;
  return (
    <Stack maw={720}>
      <Title order={1} size="h3">
        {t.review_title}
      </Title>
      <Summary lines={draft.lines} />
      {unknown > 0 && <Alert color="orange">{t.unknown_left(unknown)}</Alert>}
      <Checkbox
        label={t.only_variance}
        checked={is_only_variance}
        onChange={(event) => setOnlyVariance(event.currentTarget.checked)}
      />
      {shown.length === 0 && <Text c="dimmed">{t.all_same}</Text>}
      <DraftLines
        lines={shown}
        label={g.lines}
        quantity_label={t.counted}
        note={noteOf}
        faultOf={({ variation_id }) => faults.get(variation_id)}
        onQuantity={(id, quantity) => change((before) => withQuantity(before, id, quantity))}
        onRemove={(id) => change((before) => withoutLine(before, id))}
      />
      <SaveForm handle={handle} save={save} onBack={onBack} />
    </Stack>
  );
}

const differenceOf = ({ quantity, system_stock }: DraftLine): number => quantity - system_stock;
const noteOf = (line: DraftLine) => <Variance difference={differenceOf(line)} />;

function Summary({ lines }: { lines: readonly DraftLine[] }) {
  const t = useStrings(opnameStrings);
  const differences = lines.map(differenceOf);
  const sum = (sign: number) =>
    differences.reduce((total, difference) => total + Math.max(0, difference * sign), 0);
  return (
    <div>
      <Text fw={600}>
        {t.summary(formatNumber(lines.length), formatNumber(sum(1)), formatNumber(sum(-1)))}
      </Text>
      <Text size="sm" c="dimmed">
        {t.sold_meanwhile}
      </Text>
    </div>
  );
}

interface SaveFormProps extends ReviewOpnameProps {
  save: ReturnType<typeof useSaveOpname>;
}

function SaveForm({ handle: { draft, change }, save, onBack }: SaveFormProps) {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.description.trim() !== '') save.mutate(draft);
      }}
    >
      <Stack>
        <TextInput
          label={g.description}
          description={t.description_hint}
          required
          maxLength={500}
          value={draft.description}
          onChange={(event) => {
            const description = event.currentTarget.value;
            change(() => ({ description }));
          }}
        />
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t.back_to_count}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.description.trim() === ''}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The count stays on the device until the server has it. */
function useSaveOpname(handle: GoodsDraftHandle) {
  const t = useStrings(opnameStrings);
  const navigate = useNavigate();
  const onChanged = useStockChanged();
  return useCommand(
    async ({ warehouse_id, description, lines }: GoodsDraftHandle['draft'], idempotency_key) => {
      const stock_adjustment = lines.map(({ variation_id, quantity, system_stock }) => ({
        variation_id,
        warehouse_stock: quantity,
        system_stock,
      }));
      const input = { warehouse_id, description, stock_adjustment };
      return (await api.createOpname(input, { idempotency_key, timeout_ms: 120_000 })).data;
    },
    {
      onDone: ({ id, progress_status }) => {
        handle.discard();
        tell(progress_status === 'SUCCESS' ? t.saved : t.saved_later);
        onChanged();
        void navigate({ to: `/stock/opname/${id}`, replace: true });
      },
      onError: () => undefined,
    },
  );
}
