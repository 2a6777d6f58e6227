import { ActionIcon, Alert, Group, Input, Stack, Text, TextInput } from '@mantine/core';
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
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
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
  /** Below: gets what scans a code by hand, as a button beside goods without a barcode does. */
  children?: (scan: (code: string) => void) => ReactNode;
}

const LONGEST_CODE = 200;

/** A scanner types here, wherever the focus was; the camera of the device does the same. Each scan is heard, felt and seen. */
export function ScanField({ label, placeholder, description, onScan, children }: ScanFieldProps) {
  const t = useStrings(scanWords);
  const id = useId();
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
      <Input.Wrapper id={id} size="md" label={label} description={description}>
        <Group gap="xs" wrap="nowrap" mt={4}>
          <TextInput
            id={id}
            ref={field}
            flex={1}
            miw={0}
            size="md"
            placeholder={placeholder}
            leftSection={<IconBarcode size={20} />}
            value={code}
            maxLength={LONGEST_CODE}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="send"
            data-autofocus={hasKeyboard() || undefined}
            onChange={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
          />
          <ScanButtons onSubmit={submit} is_watching={is_watching} onWatch={setWatching} />
        </Group>
      </Input.Wrapper>
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
      {children?.(scan)}
    </Stack>
  );
}

interface ScanButtonsProps {
  onSubmit: () => void;
  is_watching: boolean;
  onWatch: (is_watching: boolean) => void;
}

/** What a scanner does by itself, the camera, and whether it is heard. */
function ScanButtons({ onSubmit, is_watching, onWatch }: ScanButtonsProps) {
  const t = useStrings(scanWords);
  const is_silent = useIsSilent();
  return (
    <>
      <ActionIcon variant="default" size={44} aria-label={t.submit} onClick={onSubmit}>
        <IconCornerDownLeft size={20} />
      </ActionIcon>
      <ActionIcon
        variant={is_watching ? 'filled' : 'default'}
        size={44}
        aria-label={is_watching ? t.close_camera : t.open_camera}
        onClick={() => onWatch(!is_watching)}
      >
        {is_watching ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={is_silent ? t.sound_on : t.sound_off}
        onClick={() => setSilent(!is_silent)}
      >
        {is_silent ? <IconVolumeOff size={20} /> : <IconVolume size={20} />}
      </ActionIcon>
    </>
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

/** On a phone the focus would open a keyboard over half of the screen. */
const hasKeyboard = () => globalThis.matchMedia('(pointer: fine)').matches;

/** What is typed while no field has the focus goes into this one: whoever scans does not look where the focus is. */
function useTypedAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (hasKeyboard()) field.current?.focus();
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
