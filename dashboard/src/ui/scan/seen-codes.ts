const GONE_AFTER_MS = 700;
const GONE_AFTER_PICTURES = 3;

/**
 * A code that stays before the camera counts once; taken away and shown again, it counts again: so ten units of the same goods
 * are ten scans. It is away once several pictures in a row lack it: on a slow device the time alone says nothing.
 * @returns tells which of the codes that a picture shows are new
 */
export function newCodes(): (shown: readonly string[], now_ms: number) => string[] {
  const seen = new Map<string, { at_ms: number; missed: number }>();
  return (shown, now_ms) => {
    for (const [code, { at_ms, missed }] of seen) {
      if (shown.includes(code)) continue;
      if (missed + 1 >= GONE_AFTER_PICTURES && now_ms - at_ms > GONE_AFTER_MS) seen.delete(code);
      else seen.set(code, { at_ms, missed: missed + 1 });
    }
    const fresh = [...new Set(shown)].filter((code) => code !== '' && !seen.has(code));
    for (const code of shown) seen.set(code, { at_ms: now_ms, missed: 0 });
    return fresh;
  };
}
