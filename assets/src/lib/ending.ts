// When to speak of the end of the session.

/** One minute, in milliseconds. */
export const minute = 60_000;

/** How long before the end the warning comes, in milliseconds. */
const early = 5 * minute;

/** When to warn, in milliseconds from now; undefined when this device's clock cannot be trusted. */
export function warnIn(ends: string, now: number): number | undefined {
  const left = Date.parse(ends) - now;
  // the page has just come from a living session: an end in the past is a wrong clock
  if (!(left > 0)) return undefined;
  return Math.max(0, left - early);
}
