import { Alert, Button, Group, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../../ui/command.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { tell } from '../../../ui/notice.tsx';
import { api } from '../../session/api.ts';
import { useMay } from '../../session/session.ts';
import { DiscardButton } from '../goods/DiscardButton.tsx';
import { DraftLines } from '../goods/DraftLines.tsx';
import { FindGoods } from '../goods/FindGoods.tsx';
import {
  withOneMore,
  withQuantity,
  withoutLine,
  type DraftLine,
  type GoodsDraft,
} from '../goods/goods-draft.ts';
import { useGoodsDraft, type GoodsDraftHandle } from '../goods/use-goods-draft.ts';
import { goodsStrings } from '../goods/goods-strings.ts';
import type { Good } from '../goods/good.ts';
import { lineFaults } from '../goods/line-faults.ts';
import { useWarehouseChoices } from '../goods/use-warehouses.ts';
import { useStockChanged } from '../stock-of.ts';
import { transferStrings } from './transfer-strings.ts';

/** Many goods from one warehouse to another, by scanner or search. */
export default function NewTransferPage() {
  const t = useStrings(transferStrings);
  const g = useStrings(goodsStrings);
  const handle = useGoodsDraft('transfer');
  const [was_there] = useState(handle.draft.lines.length > 0);
  const choices = useWarehouseChoices();
  const move = useMove(handle);
  const { draft } = handle;
  if (!useMay()('stock.write')) return <Text>{g.forbidden}</Text>;
  return (
    <Stack maw={720}>
      <Title order={1} size="h3">
        {t.start}
      </Title>
      {choices.length === 1 && <Alert color="blue">{t.one_warehouse}</Alert>}
      {was_there && draft.lines.length > 0 && <Alert color="blue">{g.restored}</Alert>}
      {!handle.is_stored && (
        <Alert color="red" role="alert">
          {g.not_stored}
        </Alert>
      )}
      <Way handle={handle} choices={choices} />
      <Taking handle={handle} />
      <MovedLines handle={handle} error={move.error} />
      {draft.lines.length > 0 && <SendForm handle={handle} move={move} />}
    </Stack>
  );
}

interface WayProps {
  handle: GoodsDraftHandle;
  choices: { value: string; label: string }[];
}

function Way({ handle: { draft, change }, choices }: WayProps) {
  const t = useStrings(transferStrings);
  const g = useStrings(goodsStrings);
  const is_fixed = draft.lines.length > 0;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label={t.from}
        allowDeselect={false}
        disabled={is_fixed}
        description={is_fixed ? g.warehouse_fixed : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={choices}
        value={String(draft.warehouse_id)}
        onChange={(chosen) => chosen !== null && change(() => ({ warehouse_id: Number(chosen) }))}
      />
      <Select
        label={t.to}
        allowDeselect={false}
        data={choices}
        value={draft.to_warehouse_id === null ? null : String(draft.to_warehouse_id)}
        error={draft.to_warehouse_id === draft.warehouse_id && t.same}
        onChange={(chosen) => chosen !== null && change(() => ({ to_warehouse_id: Number(chosen) }))}
      />
    </SimpleGrid>
  );
}

function Taking({ handle }: { handle: GoodsDraftHandle }) {
  const t = useStrings(transferStrings);
  const take = (good: Good | DraftLine, times: number) => {
    let count = times;
    handle.change((before) => {
      const made = withOneMore(before, good, times);
      count = made.lines?.[0]?.quantity ?? times;
      return made;
    });
    if (count > good.system_stock)
      return {
        tone: 'wrong' as const,
        message: t.only_left(good.name, formatNumber(good.system_stock)),
      };
    return { tone: 'right' as const, message: t.told(good.name, formatNumber(count)) };
  };
  return <FindGoods handle={handle} onFound={take} />;
}

function MovedLines({ handle: { draft, change }, error }: { handle: GoodsDraftHandle; error: unknown }) {
  const t = useStrings(transferStrings);
  const g = useStrings(goodsStrings);
  const faults = lineFaults(
    error,
    draft.lines.map(({ variation_id }) => variation_id),
  );
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {g.lines}
      </Title>
      {draft.lines.length === 0 && <Text c="dimmed">{g.no_lines}</Text>}
      <DraftLines
        lines={draft.lines}
        label={g.lines}
        quantity_label={t.quantity}
        note={noteOf}
        faultOf={({ variation_id, quantity }) =>
          faults.get(variation_id) ?? (quantity === 0 ? t.nothing : undefined)
        }
        onQuantity={(id, quantity) => change((before) => withQuantity(before, id, quantity))}
        onRemove={(id) => change((before) => withoutLine(before, id))}
      />
    </Stack>
  );
}

const noteOf = (line: DraftLine) => <LeftAfter line={line} />;

function LeftAfter({ line: { system_stock, quantity } }: { line: DraftLine }) {
  const t = useStrings(transferStrings);
  if (quantity <= system_stock) return <>{t.left_after(formatNumber(system_stock - quantity))}</>;
  return (
    <Text span inherit fw={600} c="var(--mantine-color-error)">
      {t.too_many(formatNumber(system_stock))}
    </Text>
  );
}

const isReady = ({ warehouse_id, to_warehouse_id, description, lines }: GoodsDraft): boolean =>
  to_warehouse_id !== null &&
  to_warehouse_id !== warehouse_id &&
  description.trim() !== '' &&
  lines.every(({ quantity, system_stock }) => quantity > 0 && quantity <= system_stock);

interface SendFormProps {
  handle: GoodsDraftHandle;
  move: ReturnType<typeof useMove>;
}

function SendForm({ handle: { draft, change, discard }, move }: SendFormProps) {
  const t = useStrings(transferStrings);
  const g = useStrings(goodsStrings);
  const units = draft.lines.reduce((total, { quantity }) => total + quantity, 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady(draft)) move.mutate(draft);
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
        <ErrorNotice error={move.error} />
        <Group justify="space-between">
          <DiscardButton count={draft.lines.length} onDiscard={discard} />
          <Button
            type="submit"
            leftSection={<IconArrowsExchange size={18} />}
            loading={move.isPending}
            disabled={!isReady(draft)}
          >
            {t.send(formatNumber(units))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was entered stays on the device until the server has it. */
function useMove(handle: GoodsDraftHandle) {
  const t = useStrings(transferStrings);
  const navigate = useNavigate();
  const onChanged = useStockChanged();
  return useCommand(
    async ({ warehouse_id, to_warehouse_id, description, lines }: GoodsDraft, idempotency_key) => {
      const input = {
        origin_warehouse_id: warehouse_id,
        destination_warehouse_id: to_warehouse_id ?? 0,
        description,
        stock_adjustment: lines.map(({ variation_id, quantity }) => ({
          variation_id,
          transfer_stock: quantity,
        })),
      };
      return (await api.createTransfer(input, { idempotency_key, timeout_ms: 120_000 })).data;
    },
    {
      onDone: ({ id, progress_status }) => {
        handle.discard();
        tell(progress_status === 'SUCCESS' ? t.done : t.done_later);
        onChanged();
        void navigate({ to: `/stock/transfer/${id}`, replace: true });
      },
      onError: () => undefined,
    },
  );
}
