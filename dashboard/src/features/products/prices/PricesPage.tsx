import { ActionIcon, Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Input } from 'ngorder-sdk';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { useSelection } from '../../../ui/list/selection.ts';
import { stringifySearch } from '../../../ui/list/url-state.ts';
import { words } from '../../../ui/words.ts';
import { useMay } from '../../session/session.ts';
import { LastChange } from './LastChange.tsx';
import { FIRST_RULE, ruleInput, type ChosenRule } from './price-rule.ts';
import { priceStrings } from './price-strings.ts';
import { PriceResult } from './PriceResult.tsx';
import { RuleForm } from './RuleForm.tsx';
import { usePreview } from './use-preview.ts';

const route = getRouteApi('/shell/products/prices');
const MOST_CHOSEN = 1_000;

type Scope = Pick<Input<'previewPrices'>, 'product_ids' | 'keyword' | 'category' | 'type' | 'price'>;

/** Which products: those that were selected in the list, or all that its filters let through. */
function useScope() {
  const t = useStrings(priceStrings);
  const { chosen, ...state } = route.useSearch();
  const { ids, is_all } = useSelection(`products ${JSON.stringify(state)}`);
  const is_chosen = chosen !== undefined && !is_all;
  const fault =
    is_chosen && ids.size === 0
      ? t.lost
      : is_chosen && ids.size > MOST_CHOSEN
        ? t.too_many_chosen
        : undefined;
  // The address holds texts, and the operation reads texts: the names are the same.
  const { order_by: _order, ...filter } = state;
  const scope = (is_chosen ? { product_ids: [...ids] } : filter) as Scope;
  const is_filtered = Object.keys(filter).length > 0;
  const title = is_chosen ? t.of_chosen(formatNumber(ids.size)) : is_filtered ? t.of_filter : t.of_all;
  return { state, scope, title, fault };
}

/** Many prices by one rule: first what would become of each, then the change, which can be put back. */
export default function PricesPage() {
  const t = useStrings(priceStrings);
  const w = useStrings(words);
  const { state, scope, title, fault } = useScope();
  const [rule, setRule] = useState<ChosenRule>(FIRST_RULE);
  const preview = usePreview();
  if (!useMay()('catalog.write')) return <Text>{t.forbidden}</Text>;
  return (
    <Stack maw={800}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          component={Link}
          to={`/products${stringifySearch(state)}`}
          variant="subtle"
          size="lg"
          aria-label={w.back}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {t.title}
        </Title>
      </Group>
      <LastChange />
      {fault === undefined ? (
        <>
          <Text size="sm">{title}</Text>
          <RuleForm
            rule={rule}
            is_busy={preview.is_reading}
            onChange={(changed) => {
              setRule({ ...rule, ...changed });
              // Of another rule another result.
              preview.clear();
            }}
            onPreview={() => void preview.read({ ...scope, ...ruleInput(rule) })}
          />
        </>
      ) : (
        <Alert color="orange">
          {fault}{' '}
          <Anchor component={Link} to="/products" size="sm">
            {t.to_list}
          </Anchor>
        </Alert>
      )}
      {preview.is_reading && (
        <Text size="sm" role="status">
          {t.reading(formatNumber(preview.read_count))}
        </Text>
      )}
      <ErrorNotice error={preview.error} />
      {preview.is_too_many && <Alert color="red">{t.too_many}</Alert>}
      {preview.rows !== undefined && (
        <PriceResult key={preview.number} rows={preview.rows} field={rule.field} />
      )}
    </Stack>
  );
}
