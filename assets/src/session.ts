// Warns five minutes before the session ends, offers to stay, and keeps what was typed if it ends after all.

import { minute, warnIn } from './lib/ending';
import { pairsOf, restore, token, type Pair } from './lib/fields';
import { post, newKey } from './lib/post';
import { mine } from './lib/unsent';
import { fill } from './lib/words';

const drafts = `${mine('typed')}:${location.pathname}`;

function keep(): void {
  const typed = [...document.querySelectorAll<HTMLFormElement>('form[method="post"]:not([data-autosave]):not([data-marking]):not([data-session])')]
    .map(form => ({ action: form.action, pairs: pairsOf(form) }))
    .filter(form => form.pairs.length > 0);
  try { sessionStorage.setItem(drafts, JSON.stringify(typed)); } catch { /* nothing to keep it in */ }
}

function bringBack(): void {
  try {
    const text = sessionStorage.getItem(drafts);
    if (!text) return;
    sessionStorage.removeItem(drafts);
    for (const { action, pairs } of JSON.parse(text) as { action: string; pairs: Pair[] }[]) {
      const form = [...document.forms].find(form => form.action === action);
      if (!form) continue;
      for (const name of new Set(pairs.map(pair => pair[0]))) restore(form, name, pairs.filter(pair => pair[0] === name).map(pair => pair[1]));
    }
  } catch { /* an old draft that cannot be read is dropped */ }
}

export function session(): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="session-ends"]');
  const band = document.querySelector<HTMLFormElement>('form[data-session]');
  const words = band?.querySelector<HTMLElement>('[data-say]');
  if (!meta || !band || !words) return;
  bringBack();
  let timers: number[] = [];
  const plan = (ends: string) => {
    timers.forEach(timer => window.clearTimeout(timer));
    const until = warnIn(ends, Date.now());
    if (until === undefined) return;
    band.hidden = true;
    timers = [
      window.setTimeout(() => {
        words.textContent = fill(words.dataset['say'] ?? '', { minutes: Math.max(1, Math.round((Date.parse(ends) - Date.now()) / minute)) });
        band.hidden = false;
      }, until),
      window.setTimeout(() => {
        keep();
        band.hidden = false;
        words.textContent = band.dataset['ended'] ?? '';
        band.querySelector('button')?.remove();
      }, Date.parse(ends) - Date.now()),
    ];
  };
  plan(meta.content);
  document.addEventListener('sen:session', event => plan((event as CustomEvent<string>).detail));
  band.addEventListener('submit', event => {
    event.preventDefault();
    void post(band.action, [['csrf', token(band)]], newKey()).then(answer => {
      if (answer.kind === 'saved') band.hidden = true;
    });
  });
}
