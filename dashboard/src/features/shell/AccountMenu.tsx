import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { currentLanguage, setLanguage, useStrings } from '../../ui/language.ts';
import { useCommand } from '../../ui/command.ts';
import { signOut, useMe } from '../session/session.ts';
import { strings } from './strings.ts';

const ROLES = { owner: 'role_owner', admin: 'role_admin', warehouse: 'role_warehouse' } as const;

/** Who is signed in, and how the screen looks. */
export function AccountMenu() {
  const t = useStrings(strings);
  const { user } = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const is_dark = useComputedColorScheme('light') === 'dark';
  const leave = useCommand(signOut);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t.account}>
          <IconUser size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} truncate>
            {user.full_name}
          </Text>
          {t[ROLES[user.role as keyof typeof ROLES] ?? 'account']}
        </Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} />}>
          {t.account}
        </Menu.Item>
        <Menu.Item
          leftSection={is_dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          onClick={() => setColorScheme(is_dark ? 'light' : 'dark')}
        >
          {is_dark ? t.light : t.dark}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLanguage size={16} />}
          onClick={() => setLanguage(currentLanguage() === 'id' ? 'en' : 'id')}
        >
          {t.language}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate(undefined)}>
          {t.sign_out}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
