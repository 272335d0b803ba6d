// What was entered and not yet acknowledged, kept on the device so that a reload or a lost line loses nothing.

import type { Pair } from './fields';

export interface Entry {
  /** Known to the server, so that a repeated post counts once. */
  key: string;
  /** What the entry is about ("3.5"); a later entry for the same slot replaces an earlier one. */
  slot: string;
  url: string;
  pairs: Pair[];
  /** Why the server would not take it; such an entry waits for a person. */
  refused?: string;
}

/** The part of `Storage` used here; some private windows have none that works. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Entries of one form or one ballot, in the order they were made. Read from the shelf each time: two tabs may share it. */
export class Unsent {
  private memory: Entry[] = [];
  private broken = false;

  constructor(private readonly shelf: Shelf | undefined, private readonly name: string) {}

  all(): Entry[] {
    if (!this.shelf || this.broken) return this.memory;
    try {
      const text = this.shelf.getItem(this.name);
      this.memory = text ? (JSON.parse(text) as Entry[]) : [];
    } catch {
      // unreadable or forbidden: what is in memory still counts
    }
    return this.memory;
  }

  put(entry: Entry): void {
    this.write([...this.all().filter(old => old.url !== entry.url || old.slot !== entry.slot), entry]);
  }

  /** Forgets an acknowledged entry; one that was replaced meanwhile has another key and stays. */
  drop(key: string): void {
    this.write(this.all().filter(entry => entry.key !== key));
  }

  refuse(key: string, reason: string): void {
    this.write(this.all().map(entry => (entry.key === key ? { ...entry, refused: reason } : entry)));
  }

  /** Entries still to send, oldest first. */
  waiting(): Entry[] {
    return this.all().filter(entry => entry.refused === undefined);
  }

  private write(entries: Entry[]): void {
    this.memory = entries;
    try {
      if (entries.length === 0) this.shelf?.removeItem(this.name);
      else this.shelf?.setItem(this.name, JSON.stringify(entries));
    } catch {
      // full or forbidden: memory keeps them until the page closes, and closing warns
      this.broken = true;
    }
  }
}

/** Several people may share a device: what one has not sent is never offered to, or sent for, another. */
export function mine(name: string): string {
  return `sen:${name}:${document.body.dataset['who'] ?? ''}`;
}

/** The device's own storage, when it may be used. */
export function shelf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
