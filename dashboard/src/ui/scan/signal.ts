import { useSyncExternalStore } from 'react';

/** How a scan ended: a unit more, all of it done, or a mistake. */
export type ScanTone = 'right' | 'complete' | 'wrong';

/** Frequencies in hertz, each for one beat: heard apart from each other in a noisy room. */
const TONES: Record<ScanTone, readonly number[]> = {
  right: [1_760],
  complete: [1_320, 1_760, 2_217],
  wrong: [196, 165],
};
const BEAT_S: Record<ScanTone, number> = { right: 0.09, complete: 0.11, wrong: 0.22 };
const VIBRATION_MS: Record<ScanTone, number[]> = {
  right: [50],
  complete: [50, 40, 50],
  wrong: [220, 80, 220],
};
const STORED_AS = 'ngorder.scan.silent';

const listeners = new Set<() => void>();
let is_silent = globalThis.localStorage?.getItem(STORED_AS) === '1';
let audio: AudioContext | undefined;

export function setSilent(silent: boolean): void {
  is_silent = silent;
  localStorage.setItem(STORED_AS, silent ? '1' : '0');
  for (const listener of listeners) listener();
}

/** Whether this device makes no sound at a scan. */
export function useIsSilent(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => is_silent,
  );
}

/** Tells by ear and hand how a scan ended, to who looks at the goods and not at the screen. */
export function signal(tone: ScanTone): void {
  navigator.vibrate?.(VIBRATION_MS[tone]);
  if (is_silent) return;
  audio ??= new AudioContext();
  void audio.resume();
  const beat = BEAT_S[tone];
  for (const [index, frequency] of TONES[tone].entries()) {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const begin = audio.currentTime + index * beat;
    oscillator.type = tone === 'wrong' ? 'square' : 'sine';
    oscillator.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + beat);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(begin);
    oscillator.stop(begin + beat);
  }
}
