import { Drawer, NavLink } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCirclePlus, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { useMay } from '../session/session.ts';
import type { Place } from './places.ts';
import classes from './Shell.module.css';
import { strings } from './strings.ts';

const SHOWN = 3;

/** The menu of a phone, where a thumb reaches it. */
export function BottomBar({ places }: { places: readonly Place[] }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const may = useMay();
  const may_order = may('orders.write');
  // A thumb finds five at most.
  const shown_count = may_order ? SHOWN - 1 : SHOWN;
  const [is_open, more] = useDisclosure(false);
  const shown = places.slice(0, shown_count);
  return (
    <nav className={classes['bar']} aria-label={t.main_menu}>
      {shown.map(({ name, to, icon: Icon }) => (
        <Link key={to} to={to} className={classes['tab'] ?? ''} activeOptions={{ exact: to === '/' }}>
          <Icon size={22} />
          {t[name]}
        </Link>
      ))}
      {may_order && (
        <Link to="/orders/new" className={classes['tab'] ?? ''}>
          <IconCirclePlus size={22} />
          {t.new_order}
        </Link>
      )}
      <button type="button" className={classes['tab']} onClick={more.open}>
        <IconDots size={22} />
        {w.more}
      </button>
      <Drawer opened={is_open} onClose={more.close} position="bottom" size="auto" title={t.menu}>
        {places.slice(shown_count).map(({ name, to, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t[name]}
            leftSection={<Icon size={20} />}
            onClick={more.close}
          />
        ))}
      </Drawer>
    </nav>
  );
}
