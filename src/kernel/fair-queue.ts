/** Thrown where too many wait already. */
export class QueueFull extends Error {}

export interface FairQueue {
  /**
   * Runs the work when its lane's turn has come.
   * @throws QueueFull where it can't wait, or had to leave its place to a lane that has fewer waiting
   */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  begin: () => void;
  refuse: () => void;
}

/**
 * A queue that nobody can fill for others. Lanes take turns, and each has one piece of work running at a
 * time; where all places are taken, the lane with the most waiting loses its last.
 * @param at_once pieces of work that run at a time
 * @param waiting pieces that wait, at most
 */
export function fairQueue(options: { at_once: number; waiting: number }): FairQueue {
  /** In the order of their turns. A lane that runs is not among them until it has ended. */
  const lanes = new Map<string, Waiting[]>();
  const running = new Set<string>();
  let waiting = 0;

  const next = (): void => {
    for (const [lane, queue] of lanes) {
      if (running.size >= options.at_once) return;
      if (running.has(lane)) continue;
      const first = queue.shift();
      lanes.delete(lane);
      // Whoever has had a turn stands behind all others.
      if (queue.length > 0) lanes.set(lane, queue);
      if (first === undefined) continue;
      waiting -= 1;
      running.add(lane);
      first.begin();
    }
  };

  const makePlace = (lane: string): void => {
    let longest = lane;
    const length = (name: string) => lanes.get(name)?.length ?? 0;
    for (const name of lanes.keys()) if (length(name) > length(longest)) longest = name;
    if (length(longest) <= length(lane) + 1) throw new QueueFull('too many wait');
    lanes.get(longest)?.pop()?.refuse();
    waiting -= 1;
  };

  return {
    async run(lane, work) {
      if (waiting >= options.waiting) makePlace(lane);
      await new Promise<void>((begin, reject) => {
        const queue = lanes.get(lane) ?? [];
        queue.push({ begin, refuse: () => reject(new QueueFull('others had fewer waiting')) });
        lanes.set(lane, queue);
        waiting += 1;
        next();
      });
      try {
        return await work();
      } finally {
        running.delete(lane);
        next();
      }
    },
  };
}
