import type { Services } from './context.ts';

/** How many wait for events in a process, by its configuration. */
const watchers = new WeakMap<object, number>();

type Process = Pick<Services, 'config'>;

/**
 * Has the readers of this process look for events more often, as somebody waits for what they make of them.
 * @returns ends it
 */
export function watchEvents({ config }: Process): () => void {
  watchers.set(config, (watchers.get(config) ?? 0) + 1);
  let is_over = false;
  return () => {
    if (!is_over) watchers.set(config, (watchers.get(config) ?? 1) - 1);
    is_over = true;
  };
}

/** Whether anybody waits for events. */
export function isWatched({ config }: Process): boolean {
  return (watchers.get(config) ?? 0) > 0;
}
