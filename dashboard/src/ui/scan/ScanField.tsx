import { ActionIcon, Alert, Group, Stack, Text, TextInput } from '@mantine/core';
import {
  IconBarcode,
  IconCamera,
  IconCameraOff,
  IconCheck,
  IconChecks,
  IconCornerDownLeft,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import classes from './scan.module.css';
import { scanWords } from './scan-words.ts';
import { setSilent, useIsSilent, type ScanTone } from './signal.ts';
import { useScans, type ScanResult } from './use-scans.ts';

const ScanCamera = lazy(() => import('./ScanCamera.tsx'));

interface ScanFieldProps {
  label: string;
  placeholder?: string;
  description?: string;
  /** What a code does. What it throws is told as a mistake. Codes that come meanwhile wait. */
  onScan: (code: string) => Promise<ScanResult>;
}

const LONGEST_CODE = 200;

/** A scanner types here, wherever the focus was; the camera of the device does the same. Each scan is heard, felt and seen. */
export function ScanField({ label, placeholder, description, onScan }: ScanFieldProps) {
  const t = useStrings(scanWords);
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [is_watching, setWatching] = useState(false);
  const { scan, last, waiting } = useScans(onScan, (unanswered) => {
    setCode((typed) => (typed === '' ? unanswered : typed));
    setTimeout(() => field.current?.select());
  });
  useTypedAnywhere(field);
  const submit = () => {
    const typed = code.trim();
    setCode('');
    if (typed !== '') scan(typed);
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          ref={field}
          flex={1}
          size="md"
          {...{ label, placeholder, description }}
          leftSection={<IconBarcode size={20} />}
          value={code}
          maxLength={LONGEST_CODE}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="send"
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <ActionIcon variant="default" size={44} aria-label={t.submit} onClick={submit}>
          <IconCornerDownLeft size={20} />
        </ActionIcon>
        <ActionIcon
          variant={is_watching ? 'filled' : 'default'}
          size={44}
          aria-label={is_watching ? t.close_camera : t.open_camera}
          aria-pressed={is_watching}
          onClick={() => setWatching(!is_watching)}
        >
          {is_watching ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
        </ActionIcon>
        <SoundSwitch />
      </Group>
      {is_watching && (
        <Suspense fallback={null}>
          <ScanCamera onCode={scan} />
        </Suspense>
      )}
      {last !== undefined && <Result key={last.number} {...last} />}
      {waiting > 1 && (
        <Text size="sm" c="dimmed">
          {t.waiting(formatNumber(waiting))}
        </Text>
      )}
    </Stack>
  );
}

function SoundSwitch() {
  const t = useStrings(scanWords);
  const is_silent = useIsSilent();
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={is_silent ? t.sound_on : t.sound_off}
      onClick={() => setSilent(!is_silent)}
    >
      {is_silent ? <IconVolumeOff size={20} /> : <IconVolume size={20} />}
    </ActionIcon>
  );
}

const LOOKS: Record<ScanTone, { color: string; icon: typeof IconCheck }> = {
  right: { color: 'teal', icon: IconCheck },
  complete: { color: 'teal', icon: IconChecks },
  wrong: { color: 'red', icon: IconX },
};

function Result({ tone, message }: ScanResult) {
  const { color, icon: Icon } = LOOKS[tone];
  return (
    <Alert
      color={color}
      icon={<Icon size={36} stroke={3} />}
      role={tone === 'wrong' ? 'alert' : 'status'}
      data-tone={tone}
    >
      <Text size="lg" fw={600} lineClamp={4} className={classes['result'] ?? ''}>
        {message}
      </Text>
    </Alert>
  );
}

/** What is typed while no field has the focus goes into this one: whoever scans does not look where the focus is. */
function useTypedAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    // On a phone the focus would open the keyboard over half of the screen.
    if (globalThis.matchMedia('(pointer: fine)').matches) field.current?.focus();
    const heed = (event: KeyboardEvent) => {
      const { key, target } = event;
      const is_sign = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const in_field = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
      const is_covered = dialog !== undefined && !dialog.contains(field.current);
      if (!is_sign || in_field || is_covered) return;
      field.current?.focus();
      // The sign is typed, and means nothing else.
      event.stopPropagation();
    };
    globalThis.addEventListener('keydown', heed, { capture: true });
    return () => globalThis.removeEventListener('keydown', heed, { capture: true });
  }, [field]);
}
