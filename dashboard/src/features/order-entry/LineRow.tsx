import { ActionIcon, Group, NativeSelect, NumberInput, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { lineKey, type Line } from './draft.ts';
import { useEntry } from './entry.ts';
import type { Quote } from './request.ts';
import { strings } from './strings.ts';

interface LineRowProps {
  line: Line;
  is_added: boolean;
  onField: (element: HTMLInputElement | null) => void;
  /** Enter in the quantity. */
  onEnter: () => void;
}

/** Goods of the order: how many, from where, for how much and why. */
export function LineRow({ line, is_added, onField, onEnter }: LineRowProps) {
  const t = useStrings(strings);
  const { draft, change, quote, errors } = useEntry();
  const key = lineKey(line);
  // Lines of nothing are not sent.
  const sent = draft.lines.filter(({ qty }) => qty > 0);
  const at = sent.findIndex((one) => lineKey(one) === key);
  const set = (changes: Partial<Line>) =>
    change({ lines: draft.lines.map((one) => (lineKey(one) === key ? { ...one, ...changes } : one)) });
  const there = quote?.lines[at];
  const quoted =
    there?.variation_id === line.id
      ? there
      : quote?.lines.find(({ variation_id }) => variation_id === line.id);
  const left = quoted?.stock_left ?? null;
  return (
    <div style={{ borderTop: '1px solid var(--mantine-color-default-border)', paddingTop: 8 }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={600} lineClamp={2}>
            {line.name}
          </Text>
          <Text size="xs" c="dimmed">
            {line.sku} · <StockText line={line} />
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t.remove_line(line.name)}
          onClick={() => change({ lines: draft.lines.filter((one) => lineKey(one) !== key) })}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
      <Group gap="xs" mt={4} align="flex-start">
        <NumberInput
          ref={onField}
          aria-label={t.quantity_of(line.name)}
          w={84}
          min={1}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          value={line.qty}
          data-added={is_added}
          onChange={(value) => set({ qty: Number(value) })}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            onEnter();
          }}
          error={errors[`products.${at}.qty`] !== undefined}
        />
        <DiscountField line={line} onChange={set} />
        <WarehouseField line={line} onChange={set} />
        <PromoField line={line} onChange={set} />
        <LinePrice quoted={quoted} line={line} />
      </Group>
      {left !== null && left < line.qty && (
        <Text size="sm" c="red" mt={4}>
          {t.short_of_stock(formatNumber(left))}
        </Text>
      )}
    </div>
  );
}

function StockText({ line }: { line: Line }) {
  const t = useStrings(strings);
  const { warehouses, stock } = line;
  return warehouses.length > 1
    ? warehouses.map(({ name, stock: here }) => `${name} ${formatNumber(here)}`).join(', ')
    : t.stock(formatNumber(stock));
}

type FieldProps = { line: Line; onChange: (changes: Partial<Line>) => void };

function DiscountField({ line, onChange }: FieldProps) {
  const t = useStrings(strings);
  const type = line.discount?.type ?? 'NOMINAL';
  const is_percentage = type === 'PERCENTAGE';
  return (
    <Group gap={4} wrap="nowrap">
      <NumberInput
        aria-label={t.discount_of(line.name)}
        placeholder={t.discount}
        w={108}
        min={0}
        {...(is_percentage ? { max: 100, suffix: '%' } : { prefix: 'Rp' })}
        thousandSeparator="."
        decimalSeparator=","
        allowNegative={false}
        allowDecimal={is_percentage}
        hideControls
        disabled={line.promo_id !== null}
        value={line.discount?.value ?? ''}
        onChange={(value) => onChange({ discount: value === '' ? null : { type, value: Number(value) } })}
      />
      <NativeSelect
        aria-label={`${t.discount_of(line.name)}: Rp, %`}
        w={66}
        disabled={line.promo_id !== null}
        value={type}
        data={[
          { value: 'NOMINAL', label: 'Rp' },
          { value: 'PERCENTAGE', label: '%' },
        ]}
        onChange={(event) =>
          onChange({
            discount: {
              type: event.currentTarget.value === 'PERCENTAGE' ? 'PERCENTAGE' : 'NOMINAL',
              value: 0,
            },
          })
        }
      />
    </Group>
  );
}

function WarehouseField({ line, onChange }: FieldProps) {
  const t = useStrings(strings);
  if (line.warehouses.length < 2) return null;
  return (
    <NativeSelect
      aria-label={`${t.warehouse}: ${line.name}`}
      maw={190}
      value={line.warehouse_id === null ? '' : String(line.warehouse_id)}
      data={[
        { value: '', label: t.any_warehouse },
        ...line.warehouses.map(({ id, name, stock }) => ({
          value: String(id),
          label: `${name} (${formatNumber(stock)})`,
        })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ warehouse_id: value === '' ? null : Number(value) })
      }
    />
  );
}

/** Promos for goods; those that cannot be had are there with the reason in the list below. */
function PromoField({ line, onChange }: FieldProps) {
  const t = useStrings(strings);
  const { quote } = useEntry();
  const promos =
    quote?.promos.filter(
      ({ type, applies, id }) => type === 'PRODUCT' && (applies || id === line.promo_id),
    ) ?? [];
  if (promos.length === 0 && line.promo_id === null) return null;
  return (
    <NativeSelect
      aria-label={`${t.promo}: ${line.name}`}
      maw={190}
      value={line.promo_id === null ? '' : String(line.promo_id)}
      data={[
        { value: '', label: t.no_promo },
        ...promos.map(({ id, name }) => ({ value: String(id), label: name.slice(0, 60) })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange({ promo_id: value === '' ? null : Number(value) })}
    />
  );
}

/** What the line costs; a tap shows each rule that was looked at. */
function LinePrice({ quoted, line }: { quoted: Quote['lines'][number] | undefined; line: Line }) {
  const t = useStrings(strings);
  if (quoted === undefined)
    return (
      <Text ml="auto" c="dimmed">
        <Money idr={line.price * line.qty} />
      </Text>
    );
  const unit = quoted.price - quoted.discount;
  return (
    <Popover position="bottom-end" shadow="md" width={340} withinPortal>
      <Popover.Target>
        <UnstyledButton ml="auto" ta="right" mih={36} aria-label={`${t.why_price}: ${line.name}`}>
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Money idr={quoted.subtotal} fw={600} />
            <IconInfoCircle size={16} aria-hidden />
          </Group>
          <Text size="xs" c="dimmed">
            <Money idr={unit} /> × {formatNumber(quoted.qty)}
            {quoted.discount > 0 && (
              <s style={{ marginInlineStart: 6 }}>
                <Money idr={quoted.price} />
              </s>
            )}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {quoted.explanation.map(({ rule, applied, text, amount }) => (
          <Text key={`${rule} ${text}`} size="sm" {...(!applied && { c: 'dimmed' })} fw={applied ? 600 : 400}>
            {text} (<Money idr={amount} />)
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
