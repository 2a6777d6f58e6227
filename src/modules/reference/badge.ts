import { createHash } from 'node:crypto';

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * A small generated picture in place of a logo that we may not show: the name on a rounded badge.
 * @param seed determines the colour, so that the same name always looks the same
 * @returns SVG of 240 × 96
 */
export function badgeSvg(label: string, seed: string): string {
  const hue = (createHash('sha256').update(seed).digest().readUInt16BE(0) * 360) >> 16;
  const shown = label.length > 18 ? `${label.slice(0, 17)}…` : label;
  const size = Math.min(40, Math.round(340 / Math.max(6, shown.length)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="96" viewBox="0 0 240 96" role="img" aria-label="${escapeXml(label)}"><rect width="240" height="96" rx="16" fill="hsl(${hue} 55% 38%)"/><text x="120" y="50" fill="#fff" font-family="system-ui,sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" dominant-baseline="middle">${escapeXml(shown)}</text></svg>`;
}

/** Where a bank family's badge is served. */
export function bankBadge(bank_family: string): string {
  return `/assets/bank/${bank_family}.svg`;
}

/** The badge of couriers that are none of the reference. */
export const CUSTOM_BADGE = 'manual';

/** Where a courier's badge is served. */
export function courierBadge(courier_code: string): string {
  return `/assets/courier/${courier_code}.svg`;
}
