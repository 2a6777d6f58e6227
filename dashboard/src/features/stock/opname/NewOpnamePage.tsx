import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { useMay } from '../../session/session.ts';
import { DiscardButton } from '../goods/DiscardButton.tsx';
import { DraftLines } from '../goods/DraftLines.tsx';
import { FindGoods } from '../goods/FindGoods.tsx';
import { withOneMore, withQuantity, withoutLine, type DraftLine } from '../goods/goods-draft.ts';
import { useGoodsDraft, type GoodsDraftHandle } from '../goods/use-goods-draft.ts';
import { goodsStrings } from '../goods/goods-strings.ts';
import type { Good } from '../goods/good.ts';
import { useWarehouseChoices } from '../goods/use-warehouses.ts';
import { opnameStrings } from './opname-strings.ts';
import { ReviewOpname } from './ReviewOpname.tsx';
import { Variance } from './Variance.tsx';

/** Counts the goods of a warehouse, then shows by how much they differ, and saves. */
export default function NewOpnamePage() {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  const handle = useGoodsDraft('opname');
  const [is_reviewing, setReviewing] = useState(false);
  const [was_there] = useState(handle.draft.lines.length > 0);
  if (!useMay()('stock.write')) return <Text>{g.forbidden}</Text>;
  const { draft } = handle;
  if (is_reviewing && draft.lines.length > 0)
    return <ReviewOpname handle={handle} onBack={() => setReviewing(false)} />;
  return (
    <Stack maw={720}>
      <Title order={1} size="h3">
        {t.new_title}
      </Title>
      {was_there && draft.lines.length > 0 && <Alert color="blue">{g.restored}</Alert>}
      {!handle.is_stored && (
        <Alert color="red" role="alert">
          {g.not_stored}
        </Alert>
      )}
      <WarehouseField handle={handle} />
      <Counting handle={handle} />
      {draft.lines.length > 0 && (
        <Group justify="space-between">
          <DiscardButton count={draft.lines.length} onDiscard={handle.discard} />
          <Button
            leftSection={<IconClipboardCheck size={18} />}
            onClick={() => {
              setReviewing(true);
              globalThis.scrollTo(0, 0);
            }}
          >
            {t.review} ({formatNumber(draft.lines.length)})
          </Button>
        </Group>
      )}
      <CountedLines handle={handle} />
    </Stack>
  );
}

function WarehouseField({ handle: { draft, change } }: { handle: GoodsDraftHandle }) {
  const g = useStrings(goodsStrings);
  const choices = useWarehouseChoices();
  const is_fixed = draft.lines.length > 0;
  if (choices.length < 2 && draft.warehouse_id === 0) return null;
  return (
    <Select
      label={g.warehouse}
      allowDeselect={false}
      disabled={is_fixed}
      description={is_fixed ? g.warehouse_fixed : undefined}
      data={choices}
      value={String(draft.warehouse_id)}
      onChange={(chosen) => chosen !== null && change(() => ({ warehouse_id: Number(chosen) }))}
    />
  );
}

function Counting({ handle }: { handle: GoodsDraftHandle }) {
  const t = useStrings(opnameStrings);
  const take = (good: Good | DraftLine, times: number) => {
    let count = times;
    handle.change((before) => {
      const made = withOneMore(before, good, times);
      count = made.lines?.[0]?.quantity ?? times;
      return made;
    });
    return { tone: 'right' as const, message: t.told(good.name, formatNumber(count)) };
  };
  return (
    <>
      <Text size="sm" c="dimmed">
        {t.hint}
      </Text>
      <FindGoods handle={handle} onFound={take} />
    </>
  );
}

const noteOf = ({ quantity, system_stock }: DraftLine) => <Variance difference={quantity - system_stock} />;
const noFault = () => undefined;

function CountedLines({ handle: { draft, change } }: { handle: GoodsDraftHandle }) {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {g.lines}
      </Title>
      {draft.lines.length === 0 && <Text c="dimmed">{g.no_lines}</Text>}
      <DraftLines
        lines={draft.lines}
        label={g.lines}
        quantity_label={t.counted}
        note={noteOf}
        faultOf={noFault}
        onQuantity={(id, quantity) => change((before) => withQuantity(before, id, quantity))}
        onRemove={(id) => change((before) => withoutLine(before, id))}
      />
    </Stack>
  );
}
