import { useEffect, useRef } from 'react';

/** A key of the keyboard that does something on the screen at hand. */
export interface Shortcut {
  /** As `k`, `/`, `ctrl+k`, `shift+enter`, or two after each other: `g o`. */
  keys: string;
  /** What it does, for the list of keys. */
  title: string;
  run: () => void;
  /** Also while something is typed in a field. */
  in_fields?: boolean;
}

/** Of all screens that are open now, the last one last. */
const active = new Set<{ readonly current: readonly Shortcut[] }>();
const CHORD_MS = 1_200;
let begun: { key: string; at: number } | undefined;

/** What keys do now; of two screens that want the same key, the one that was opened last comes first. */
export function activeShortcuts(): Shortcut[] {
  return [...active].toReversed().flatMap(({ current }) => current);
}

/** Makes keys do something as long as the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    active.add(latest);
    return () => void active.delete(latest);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const parts = [(event.ctrlKey || event.metaKey) && 'ctrl', event.altKey && 'alt'];
  // The sign that is typed says itself whether the shift key is down.
  if (event.shiftKey && key.length > 1) parts.push('shift');
  return [...parts.filter(Boolean), key].join('+');
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function heed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = nameOf(event);
  const chord = begun !== undefined && Date.now() - begun.at < CHORD_MS ? `${begun.key} ${key}` : undefined;
  const typing = isField(event.target);
  const all = activeShortcuts().filter(({ in_fields }) => !typing || in_fields === true);
  const found = all.find(({ keys }) => keys === chord) ?? all.find(({ keys }) => keys === key);
  const begins = !typing && all.some(({ keys }) => keys.startsWith(`${key} `));
  begun = begins && found === undefined ? { key, at: Date.now() } : undefined;
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

/** Begins to listen; once, when the page starts. */
export function listenToKeys(): void {
  document.addEventListener('keydown', heed);
}
