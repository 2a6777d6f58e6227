import { Alert, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../language.ts';
import { openCodeReader } from './code-reader.ts';
import classes from './scan.module.css';
import { scanWords } from './scan-words.ts';
import { newCodes } from './seen-codes.ts';

type Problem = 'not_secure' | 'not_allowed' | 'no_camera' | 'no_reader';
const EVERY_MS = 120;

/** The picture of the camera; codes that it shows are told as if they were scanned. */
export default function ScanCamera({ onCode }: { onCode: (code: string) => void }) {
  const t = useStrings(scanWords);
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    const ending = new AbortController();
    const picture = video.current;
    if (picture !== null)
      watch(picture, (code) => latest.current(code), ending.signal).catch((error: unknown) => {
        if (!ending.signal.aborted) setProblem(problemOf(error));
      });
    return () => ending.abort();
  }, []);
  if (problem !== undefined)
    return (
      <Alert color="orange" role="alert">
        {t[problem]}
      </Alert>
    );
  return (
    <Stack gap={4}>
      <video ref={video} className={classes['camera']} aria-label={t.camera} muted playsInline />
      <Text size="sm" c="dimmed" ta="center">
        {t.aim}
      </Text>
    </Stack>
  );
}

class NoReader extends Error {}

function problemOf(error: unknown): Problem {
  if (!globalThis.isSecureContext) return 'not_secure';
  if (error instanceof NoReader) return 'no_reader';
  return error instanceof DOMException && error.name === 'NotAllowedError' ? 'not_allowed' : 'no_camera';
}

/** Reads picture after picture until the signal ends it, and gives the camera back then. */
async function watch(
  video: HTMLVideoElement,
  onCode: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  const giveBack = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) return giveBack();
  signal.addEventListener('abort', giveBack, { once: true });
  video.srcObject = stream;
  await video.play();
  const reader = await openCodeReader().catch(() => {
    giveBack();
    throw new NoReader();
  });
  const select = newCodes();
  while (!signal.aborted) {
    const found = await reader.detect(video).catch(() => []);
    if (signal.aborted) return undefined;
    for (const code of select(
      found.map(({ rawValue }) => rawValue.trim()),
      performance.now(),
    ))
      onCode(code);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
