import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { Picker } from '../../../ui/Picker.tsx';
import { ScanField } from '../../../ui/scan/ScanField.tsx';
import { useCodeLinks } from './code-links.ts';
import { findByCode, findGoods, type Good } from './good.ts';
import { lineOfCode, withUnknown, withoutCode, type DraftLine } from './goods-draft.ts';
import { type GoodsDraftHandle } from './use-goods-draft.ts';
import { goodsStrings } from './goods-strings.ts';

type ScanTold = Awaited<ReturnType<Parameters<typeof ScanField>[0]['onScan']>>;

interface FindGoodsProps {
  handle: GoodsDraftHandle;
  /** Takes the goods, so many of them, and says what came of it. */
  onFound: (good: Good | DraftLine, times: number) => ScanTold;
}

/** Goods by scanner, camera or search; codes that no goods have are said aloud and wait to be dealt with. */
export function FindGoods({ handle, onFound }: FindGoodsProps) {
  const t = useStrings(goodsStrings);
  const { draft, change } = handle;
  const links = useCodeLinks();
  const scan = async (code: string): Promise<ScanTold> => {
    const sku = links.skuOf(code);
    const good = lineOfCode(draft, sku) ?? (await findByCode(draft.warehouse_id, sku));
    if (good !== undefined) return onFound(good, 1);
    change((before) => withUnknown(before, code));
    return { tone: 'wrong', message: t.unknown(code) };
  };
  return (
    <Stack gap="sm">
      <ScanField label={t.scan} onScan={scan} />
      <GoodsPicker warehouse_id={draft.warehouse_id} onPick={(good) => void onFound(good, 1)} />
      <UnknownCodes
        handle={handle}
        onLinked={(code, good, times) => {
          links.link(code, good.sku);
          change((before) => withoutCode(before, code));
          onFound(good, times);
        }}
      />
    </Stack>
  );
}

function GoodsPicker({ warehouse_id, onPick }: { warehouse_id: number; onPick: (good: Good) => void }) {
  const t = useStrings(goodsStrings);
  return (
    <Picker
      label={t.search}
      placeholder={t.search_placeholder}
      name={`goods ${warehouse_id}`}
      find={(text, signal) => findGoods(warehouse_id, text, signal)}
      idOf={({ variation_id }) => variation_id}
      option={optionOf}
      onPick={onPick}
    />
  );
}

interface UnknownCodesProps {
  handle: GoodsDraftHandle;
  onLinked: (code: string, good: Good, times: number) => void;
}

function UnknownCodes({ handle: { draft, change }, onLinked }: UnknownCodesProps) {
  const t = useStrings(goodsStrings);
  const [linking, setLinking] = useState<string>();
  const codes = Object.entries(draft.unknown);
  if (codes.length === 0) return null;
  return (
    <Paper withBorder p="sm" style={{ borderColor: 'var(--mantine-color-red-filled)' }}>
      <Stack gap="xs">
        <Text fw={600}>{t.unknown_title(codes.length)}</Text>
        <Text size="sm">{t.unknown_hint}</Text>
        {codes.map(([code, times]) => (
          <Group key={code} justify="space-between" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }} miw={0}>
              <b>{code}</b> {t.scanned(times)}
            </Text>
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => setLinking(code)}>
                {t.link}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => change((before) => withoutCode(before, code))}
              >
                {t.skip}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
      {linking !== undefined && (
        <Modal opened onClose={() => setLinking(undefined)} title={t.link_title(linking)}>
          <GoodsPicker
            warehouse_id={draft.warehouse_id}
            onPick={(good) => {
              onLinked(linking, good, draft.unknown[linking] ?? 1);
              setLinking(undefined);
            }}
          />
        </Modal>
      )}
    </Paper>
  );
}

const optionOf = (good: Good) => <Option good={good} />;

function Option({ good: { name, sku, system_stock } }: { good: Good }) {
  const t = useStrings(goodsStrings);
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm" truncate title={name}>
        {name}
      </Text>
      <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
        {sku.slice(0, 40)} · {t.stock(formatNumber(system_stock))}
      </Text>
    </Group>
  );
}
