import { ActionIcon, AppShell, Button, Group, Kbd, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { Outbox } from '../order-entry/Outbox.tsx';
import { useIsExpired, useMay, useMe } from '../session/session.ts';
import { ChoicesKept } from '../views/ChoicesKept.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { BottomBar } from './BottomBar.tsx';
import { useLiveNews } from './live-news.ts';
import { NewsBell } from './NewsBell.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { Palette } from './Palette.tsx';
import { PLACES, type Place } from './places.ts';
import classes from './Shell.module.css';
import { strings } from './strings.ts';

const KeysHelp = lazy(() => import('./KeysHelp.tsx'));
const SessionEnded = lazy(() => import('../session/SessionEnded.tsx'));

/** What stands around every page: menus, search, news, keys. */
export default function Shell() {
  const t = useStrings(strings);
  const may = useMay();
  const navigate = useNavigate();
  const [is_searching, search] = useDisclosure(false);
  const [is_showing_keys, keys] = useDisclosure(false);
  const is_expired = useIsExpired();
  const places = PLACES.filter(({ permission }) => may(permission));
  useLiveNews();
  useShortcuts([
    { keys: '/', title: t.search_all, run: search.open },
    { keys: 'ctrl+k', title: t.commands, run: search.open, in_fields: true },
    { keys: '?', title: t.keys, run: keys.open },
    ...(may('orders.write')
      ? [{ keys: 'n', title: t.new_order, run: () => void navigate({ to: '/orders/new' }) }]
      : []),
    ...places.map(({ key, name, to }) => ({
      keys: `g ${key}`,
      title: t.go_to(t[name]),
      run: () => void navigate({ to }),
    })),
  ]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 56, sm: 0 } }}
      padding={{ base: 'xs', sm: 'md' }}
    >
      <a href="#content" className={classes['skip']}>
        {t.skip}
      </a>
      <Header onSearch={search.open} onKeys={keys.open} />
      <SideMenu places={places} />
      <AppShell.Main id="content" tabIndex={-1}>
        <OfflineBanner />
        {may('orders.write') && <Outbox />}
        <Suspense fallback={null}>
          <ChoicesKept>
            <Outlet />
          </ChoicesKept>
        </Suspense>
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm" withBorder>
        <BottomBar places={places} />
      </AppShell.Footer>
      <Palette is_open={is_searching} onClose={search.close} />
      <Suspense fallback={null}>
        {is_showing_keys && <KeysHelp onClose={keys.close} />}
        {is_expired && <SessionEnded />}
      </Suspense>
    </AppShell>
  );
}

function Header({ onSearch, onKeys }: { onSearch: () => void; onKeys: () => void }) {
  const t = useStrings(strings);
  const { shop } = useMe();
  return (
    <AppShell.Header>
      <Group h="100%" px="sm" gap="sm" wrap="nowrap">
        <Link to="/" className={classes['brand'] ?? ''} aria-label={t.home}>
          <img src="/icon.svg" width={28} height={28} alt="" />
          <Text fw={600} truncate className={classes['shop'] ?? ''}>
            {shop.name}
          </Text>
        </Link>
        <UnstyledButton onClick={onSearch} className={classes['search'] ?? ''} aria-label={t.search_all}>
          <IconSearch size={18} />
          <Text size="sm" truncate flex={1}>
            {t.search_all}
          </Text>
          <Kbd size="xs" visibleFrom="sm">
            /
          </Kbd>
        </UnstyledButton>
        <ActionIcon variant="subtle" size="lg" onClick={onKeys} aria-label={t.keys} visibleFrom="sm">
          <IconKeyboard size={20} />
        </ActionIcon>
        <NewsBell />
        <AccountMenu />
      </Group>
    </AppShell.Header>
  );
}

function SideMenu({ places }: { places: readonly Place[] }) {
  const t = useStrings(strings);
  const may = useMay();
  return (
    <AppShell.Navbar p="xs" aria-label={t.main_menu}>
      {may('orders.write') && (
        <Button
          component={Link}
          to="/orders/new"
          mb="xs"
          leftSection={<IconPlus size={18} />}
          rightSection={<Kbd size="xs">n</Kbd>}
        >
          {t.new_order}
        </Button>
      )}
      {places.map(({ name, to, icon: Icon }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          label={t[name]}
          leftSection={<Icon size={20} />}
          activeOptions={{ exact: to === '/' }}
          className={classes['place'] ?? ''}
        />
      ))}
    </AppShell.Navbar>
  );
}
