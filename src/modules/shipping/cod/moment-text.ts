/** An instant as the reference writes it here: 2021-01-21T20:06:03.000000Z */
export function momentText(instant: Date): string {
  return instant.toISOString().replace('Z', '000Z');
}
