import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { words } from '../../ui/words.ts';
import type { Cost } from './draft.ts';
import { useEntry } from './entry.ts';
import { strings } from './strings.ts';

/** Costs and discounts of the order as a whole, and promos with what they ask for. */
export function CostsPart() {
  const t = useStrings(strings);
  const { draft, change, errors } = useEntry();
  const add = (category: Cost['category'], name: string) =>
    change({ costs: [...draft.costs, { category, name, nominal: 0 }] });
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={600}>{t.costs}</Text>
        {draft.costs.map((cost, index) => (
          // eslint-disable-next-line react/no-array-index-key -- a cost has nothing of its own but its place
          <CostRow key={index} cost={cost} index={index} />
        ))}
        <Group gap="xs">
          <Button variant="default" size="sm" onClick={() => add('OTHER COST', t.other_cost)}>
            {t.add_cost}
          </Button>
          <Button variant="default" size="sm" onClick={() => add('DISCOUNT', t.order_discount)}>
            {t.add_discount}
          </Button>
          <TextInput
            aria-label={t.coupon}
            placeholder={t.coupon}
            w={150}
            maxLength={50}
            value={draft.coupon_code}
            onChange={(event) => change({ coupon_code: event.currentTarget.value })}
            error={errors['coupon_code']}
          />
        </Group>
        <ShippingPromoField />
        <PromoList />
      </Stack>
    </Paper>
  );
}

function CostRow({ cost, index }: { cost: Cost; index: number }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { draft, change } = useEntry();
  const set = (changes: Partial<Cost>) =>
    change({ costs: draft.costs.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        aria-label={`${t.cost_name} ${index + 1}`}
        value={cost.name}
        maxLength={100}
        flex={1}
        miw={0}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <CostAmount cost={cost} label={`${t.amount} ${index + 1}`} onChange={set} />
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        aria-label={`${w.remove}: ${cost.name}`}
        onClick={() => change({ costs: draft.costs.filter((_, at) => at !== index) })}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}

interface CostAmountProps {
  cost: Cost;
  label: string;
  onChange: (changes: Partial<Cost>) => void;
}

/** In rupiah, or of what the goods cost. */
function CostAmount({ cost, label, onChange }: CostAmountProps) {
  const { percentage, nominal } = cost;
  const sign = cost.category === 'DISCOUNT' ? '−' : '';
  const value = percentage ?? nominal;
  return (
    <NumberInput
      aria-label={label}
      w={120}
      min={0}
      {...(percentage === undefined ? { prefix: `${sign}Rp` } : { prefix: sign, suffix: '%', max: 100 })}
      thousandSeparator="."
      decimalSeparator=","
      allowDecimal={percentage !== undefined}
      allowNegative={false}
      hideControls
      autoFocus={value === 0}
      value={value === 0 ? '' : value}
      onChange={(typed) =>
        onChange(percentage === undefined ? { nominal: Number(typed) } : { percentage: Number(typed) })
      }
    />
  );
}

function ShippingPromoField() {
  const t = useStrings(strings);
  const { draft, change, quote } = useEntry();
  const { shipping_promo_id } = draft;
  const promos =
    quote?.promos.filter(
      ({ type, applies, id }) => type === 'EXPEDITION' && (applies || id === shipping_promo_id),
    ) ?? [];
  if (promos.length === 0 && shipping_promo_id === null) return null;
  return (
    <NativeSelect
      label={t.shipping_promo}
      value={shipping_promo_id === null ? '' : String(shipping_promo_id)}
      data={[
        { value: '', label: t.no_promo },
        ...promos.map(({ id, name }) => ({ value: String(id), label: name.slice(0, 60) })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        change({ shipping_promo_id: value === '' ? null : Number(value) })
      }
    />
  );
}

/** Every promo that runs: what it takes off, or why not. */
function PromoList() {
  const t = useStrings(strings);
  const { quote } = useEntry();
  if (quote === undefined || quote.promos.length === 0) return null;
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 32 }}>
        {t.promos_why} ({quote.promos.length})
      </summary>
      <Stack gap={4} mah={260} style={{ overflowY: 'auto' }}>
        {quote.promos.map(({ id, name, applies, is_used, discount, text }) => (
          <div key={id} style={{ overflowWrap: 'anywhere' }}>
            <Text size="sm" fw={applies ? 600 : 400}>
              {name} {applies && <Money idr={-discount} />}
              {is_used && ` (${t.promo_used})`}
            </Text>
            {text !== null && (
              <Text size="xs" c="dimmed">
                {text}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </details>
  );
}
