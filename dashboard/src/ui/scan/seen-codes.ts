const GONE_AFTER_MS = 700;

/**
 * A code that stays before the camera counts once; taken away and shown again, it counts again: so ten units of the same goods
 * are ten scans.
 * @returns tells which of the codes that a picture shows are new
 */
export function newCodes(): (shown: readonly string[], now_ms: number) => string[] {
  const seen = new Map<string, number>();
  return (shown, now_ms) => {
    const fresh = [...new Set(shown)].filter((code) => {
      const last = seen.get(code);
      return code !== '' && (last === undefined || now_ms - last > GONE_AFTER_MS);
    });
    for (const code of shown) seen.set(code, now_ms);
    return fresh;
  };
}
