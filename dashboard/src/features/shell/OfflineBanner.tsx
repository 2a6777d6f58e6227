import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';

export function OfflineBanner() {
  const t = useStrings(words);
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="orange" icon={<IconWifiOff />} mb="sm" role="status">
      {t.offline}
    </Alert>
  );
}
