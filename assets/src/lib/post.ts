// One way to post a form by script, and every answer it may get.

import type { Pair } from './fields';

/** What the server says of a post. `savedAt` and `version` are the server's own. A message may be empty. */
export type Answer =
  | { kind: 'saved'; savedAt?: string; version?: string }
  | { kind: 'conflict'; message: string; merge?: string }
  | { kind: 'refused'; message: string }
  | { kind: 'signed-out' }
  | { kind: 'unreachable' };

/** Reads an answer from status and body; separate from the network so that it can be tested. */
export function understand(status: number, body: Record<string, unknown>): Answer {
  const word = (key: string) => (typeof body[key] === 'string' || typeof body[key] === 'number' ? String(body[key]) : undefined);
  if (status >= 200 && status < 300) {
    return { kind: 'saved', savedAt: word('saved_at'), version: word('version') };
  }
  if (status === 409) return { kind: 'conflict', message: word('detail') ?? word('title') ?? '', merge: word('merge') };
  if (status === 401) return { kind: 'signed-out' };
  // too many requests, or the server is away: the same post may succeed later
  if (status === 408 || status === 429 || status >= 500) return { kind: 'unreachable' };
  return { kind: 'refused', message: word('detail') ?? word('title') ?? '' };
}

/** Longest wait for an answer, in milliseconds, before the post counts as not sent. */
const patience = 20_000;

/** Posts pairs; `key` lets the server recognise a post it has already taken. */
export async function post(url: string, pairs: Pair[], key: string): Promise<Answer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(pairs),
      headers: { accept: 'application/json', 'idempotency-key': key },
      credentials: 'same-origin',
      redirect: 'manual',
      signal: abort.signal,
    });
    // a redirect here is the way to the sign-in page
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' };
    const said: unknown = await response.json().catch(() => ({}));
    const body = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
    // any post may move the end of the session
    if (typeof body['session_ends'] === 'string') {
      document.dispatchEvent(new CustomEvent('sen:session', { detail: body['session_ends'] }));
    }
    return understand(response.status, body);
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** A key of 16 random bytes in hex. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Wait before try n (from 0), in milliseconds: 2, 4, 8 … 30 seconds. */
export function wait(tries: number): number {
  return Math.min(30_000, 2_000 * 2 ** Math.min(tries, 4));
}
