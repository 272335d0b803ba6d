// Words come with the page, in data- attributes; the script only fills in %name% and the like.

/** Fills %key% in a sentence; an unknown key is left as it stands. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/%(\w+)%/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

/** 9:42:18, as the interface writes the time of day. */
export function clock(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getHours()}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** "20 MB" or "340 kB", with a non-breaking space. */
export function size(bytes: number): string {
  const mega = 1024 * 1024;
  return bytes >= mega ? `${Math.round(bytes / mega)}\u00a0MB` : `${Math.max(1, Math.round(bytes / 1024))}\u00a0kB`;
}
