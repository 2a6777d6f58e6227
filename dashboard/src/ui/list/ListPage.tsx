import { Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useStrings } from '../language.ts';
import { words } from '../words.ts';
import { BulkBar } from './BulkBar.tsx';
import { useChosenColumns } from './columns.ts';
import { ListCards } from './ListCards.tsx';
import { ListTable } from './ListTable.tsx';
import { ListTools } from './ListTools.tsx';
import type { ListPageProps } from './list-props.ts';
import { useRowKeys } from './row-keys.ts';

/** A list as every room has it: search, filters, columns, selection, and rows for as long as one scrolls. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { name, title, actions, tabs, tools, views, columns, list, selection, bulk, empty } = props;
  const t = useStrings(words);
  const is_phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const chosen = useChosenColumns(name, columns, tools.values['columns']);
  const choose = (ids: string[]) => {
    chosen.choose(ids);
    // Those of the address go before what was chosen.
    if (tools.values['columns'] !== undefined) tools.onChange({ columns: ids.join(',') });
  };
  const current = useRowKeys(props);
  const shown = { ...props, columns: chosen.shown, current };
  const is_filtered = tools.chips.length > 0 || (tools.keyword ?? '') !== '';
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </Group>
      {tabs}
      <ListTools {...tools} extra={views?.(chosen.chosen)} columns={{ all: columns, ...chosen, choose }} />
      <ErrorNotice error={list.error} onRetry={list.reload} />
      {list.rows.length > 0 && (is_phone ? <ListCards {...shown} /> : <ListTable {...shown} />)}
      {(list.is_loading || list.is_loading_more) && (
        <Center h={56}>
          <Loader size="sm" role="status" aria-label={t.loading} />
        </Center>
      )}
      {!list.is_loading && list.error === null && list.rows.length === 0 && (
        <Center mih={160}>
          {is_filtered ? (
            <Stack align="center">
              <Text c="dimmed">{t.nothing_found}</Text>
              <Button variant="default" onClick={tools.onClear}>
                {t.clear_filters}
              </Button>
            </Stack>
          ) : (
            empty
          )}
        </Center>
      )}
      {selection !== undefined && bulk !== undefined && (
        <BulkBar selection={selection} loaded={list.rows.length} total={list.total}>
          {bulk}
        </BulkBar>
      )}
    </Stack>
  );
}
