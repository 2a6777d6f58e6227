import { Button, Menu } from '@mantine/core';
import { IconCash, IconChevronUp, IconCopy, IconFileSpreadsheet, IconHash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useStrings } from '../../../ui/language.ts';
import { DocumentsMenu } from '../../documents/DocumentsMenu.tsx';
import { useDocuments } from '../../documents/use-documents.tsx';
import { useMay } from '../../session/session.ts';
import { ACTION_PERMISSIONS, type BulkAction, type ChosenInList } from './bulk-choice.ts';
import { copyRows } from './copy-rows.ts';
import { chosenIds, downloadMatching } from './chosen-orders.ts';
import { strings } from './strings.ts';
import { tellError } from '../../../ui/notice.tsx';

const BulkDialog = lazy(() => import('./BulkDialog.tsx'));
const AwbDialog = lazy(() => import('./AwbDialog.tsx'));

interface BulkActionsProps {
  chosen: ChosenInList;
  actions: readonly BulkAction[];
  onDone: () => void;
}

/** What the role may do with the orders that are chosen. */
export function BulkActions({ chosen, actions, onDone }: BulkActionsProps) {
  const may = useMay();
  const t = useStrings(strings);
  const [open, setOpen] = useState<BulkAction | 'awb'>();
  const documents = useDocuments();
  const lawful = actions.filter((action) => may('orders.bulk') && may(ACTION_PERMISSIONS[action]));
  const [first, ...others] = lawful;
  const close = () => setOpen(undefined);
  const is_of_shop = actions.includes('PAY');
  return (
    <>
      {first !== undefined && (
        <Button leftSection={<IconCash size={18} />} onClick={() => setOpen(first)}>
          {t[first]}
        </Button>
      )}
      {is_of_shop && may('orders.ship') && (
        <DocumentsMenu
          onPrint={(kind) =>
            void chosenIds(chosen.choice).then((ids) => documents.print(kind, ids), tellError)
          }
        />
      )}
      <ActsMenu chosen={chosen} others={others} is_of_shop={is_of_shop} onOpen={setOpen} />
      {documents.dialog}
      <Suspense fallback={null}>
        {open === 'awb' && <AwbDialog rows={chosen.rows} onClose={close} />}
        {open !== undefined && open !== 'awb' && (
          <BulkDialog
            action={open}
            chosen={chosen}
            onClose={(is_started) => {
              close();
              if (is_started) onDone();
            }}
          />
        )}
      </Suspense>
    </>
  );
}

interface ActsMenuProps {
  chosen: ChosenInList;
  others: readonly BulkAction[];
  is_of_shop: boolean;
  onOpen: (what: BulkAction | 'awb') => void;
}

function ActsMenu({ chosen, others, is_of_shop, onOpen }: ActsMenuProps) {
  const t = useStrings(strings);
  const may = useMay();
  const is_named = chosen.choice.order_ids !== undefined;
  // A sheet is of all that match: the download takes no exceptions.
  const is_whole = !is_named && chosen.choice.except_ids === undefined;
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronUp size={16} />}>
          {t.acts}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((action) => (
          <Menu.Item key={action} onClick={() => onOpen(action)} {...(action === 'CANCEL' && { c: 'red' })}>
            {t[action]}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        {is_of_shop && is_named && may('orders.ship') && (
          <Menu.Item leftSection={<IconHash size={16} />} onClick={() => onOpen('awb')}>
            {t.awb}
          </Menu.Item>
        )}
        {is_of_shop && is_whole && may('orders.write') && (
          <Menu.Item
            leftSection={<IconFileSpreadsheet size={16} />}
            onClick={() => void downloadMatching(chosen.choice.filter ?? {}).catch(tellError)}
          >
            {t.export}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copyRows(chosen.rows)}>
          {t.copy_rows}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
