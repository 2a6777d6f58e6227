import { Button, Menu, Text } from '@mantine/core';
import { IconBookmark, IconPencil, IconPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { SavedView, ViewedList } from './saved-view.ts';
import { strings } from './strings.ts';

const ViewDialog = lazy(() => import('./ViewDialog.tsx'));

/** The same filters, in whatever order they stand. */
function inOrder(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return parameters.toString();
}

/** What of a list was saved under a name. A view that is opened is its address, so that back goes back. */
export function SavedViews({ list, columns }: { list: ViewedList; columns: readonly string[] }) {
  const t = useStrings(strings);
  const may = useMay();
  const router = useRouter();
  const { pathname, query } = useRouterState({
    select: ({ location }) => ({ pathname: location.pathname, query: inOrder(location.searchStr) }),
    structuralSharing: true,
  });
  const [edited, setEdited] = useState<SavedView | 'new'>();
  const { data: views = [] } = useQuery({
    queryKey: ['views', list],
    queryFn: async ({ signal }) => (await api.listViews({ list }, { signal })).data,
    staleTime: 60_000,
  });
  const current = views.find((view) => inOrder(view.query) === query);
  const parameters = new URLSearchParams(query);
  parameters.set('columns', columns.join(','));
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" px="xs" maw={180} aria-label={t.views}>
            <IconBookmark size={18} />
            <Text size="sm" truncate visibleFrom="sm" ml={6}>
              {current?.title ?? t.views}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {views.length === 0 && <Menu.Label>{t.none}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              aria-current={view === current}
              fw={view === current ? 700 : 400}
              rightSection={view.is_shared && <IconUsers size={16} aria-label={t.shared} />}
              onClick={() => router.history.push(`${pathname}${view.query === '' ? '' : `?${view.query}`}`)}
            >
              <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {view.title}
              </Text>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current !== undefined && (current.is_shared ? may('views.share') : current.is_own) && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEdited(current)}>
              {t.change}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
            {t.save}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {edited !== undefined && (
        <Suspense fallback={null}>
          <ViewDialog
            list={list}
            view={edited === 'new' ? undefined : edited}
            query={parameters.toString()}
            onClose={() => setEdited(undefined)}
            onSaved={(view) => router.history.push(`${pathname}?${view.query}`)}
          />
        </Suspense>
      )}
    </>
  );
}
