// The council's marking page: keys, and marks that survive a lost line. Without the script each answer is an ordinary post.

import { keys } from './keys';
import { pairsOf, restore, token, type Pair } from './lib/fields';
import { newKey, post, wait } from './lib/post';
import { say, signIn } from './lib/state';
import { mine, shelf, Unsent, type Entry } from './lib/unsent';
import { clock, fill } from './lib/words';

class Marking {
  /** One list for all products of the session, so that an earlier product's marks leave from any later page. */
  private readonly unsent = new Unsent(shelf(), mine('marks'));
  private readonly list = document.querySelector<HTMLElement>('[data-unsent]');
  private sending?: Promise<void>;
  private timer = 0;
  private tries = 0;

  constructor(private readonly forms: HTMLFormElement[]) {
    for (const form of forms) {
      const kept = this.unsent.all().find(entry => entry.url === form.action);
      for (const name of new Set(kept?.pairs.map(pair => pair[0]))) {
        restore(form, name, kept?.pairs.filter(pair => pair[0] === name).map(pair => pair[1]) ?? []);
      }
      form.addEventListener('submit', event => void this.save(event, form));
    }
    window.addEventListener('online', () => void this.flush());
    window.addEventListener('beforeunload', event => {
      if (this.unsent.waiting().length > 0) event.preventDefault();
    });
    this.show();
    void this.flush();
  }

  private async save(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    // a named button ("xem lại sau") may go without points
    if (!button?.name && form.querySelector('input[type="radio"]') && !form.querySelector('input[type="radio"]:checked')) {
      say(form, 'wrong', form.dataset['choose'] ?? '');
      form.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
      return;
    }
    const pairs: Pair[] = pairsOf(form);
    if (button?.name) pairs.push([button.name, button.value]);
    const entry: Entry = { key: newKey(), slot: form.dataset['slot'] ?? form.action, url: form.action, pairs };
    this.unsent.put(entry);
    say(form, 'waiting', form.dataset['saving'] ?? '');
    const next = form.dataset['next'] ?? '';
    if (next.startsWith('#')) this.goOn(next);
    // a flush under way began before this mark: wait for it, then send the rest
    if (this.sending) await this.sending;
    await this.flush();
    const left = this.unsent.all().some(kept => kept.key === entry.key);
    if (!left && next && !next.startsWith('#')) location.assign(next);
  }

  /** Several criteria on one page: on to the next without waiting for the answer. */
  private goOn(id: string): void {
    const form = document.querySelector<HTMLFormElement>(id);
    form?.scrollIntoView();
    form?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  }

  private flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => { this.sending = undefined; });
    return this.sending;
  }

  /** In the order the marks were made; the first that finds no way stops the rest. */
  private async sendAll(): Promise<void> {
    window.clearTimeout(this.timer);
    for (let entry = this.unsent.waiting()[0]; entry; entry = this.unsent.waiting()[0]) {
      const form = this.forms.find(form => form.action === entry?.url) ?? this.forms[0];
      if (!form) return;
      const answer = await post(entry.url, [['csrf', token(form)], ...entry.pairs], entry.key);
      const words = form.dataset;
      if (answer.kind === 'saved') {
        this.tries = 0;
        this.unsent.drop(entry.key);
        say(form, 'saved', fill(words['saved'] ?? '', { time: answer.savedAt ?? clock(new Date()) }));
      } else if (answer.kind === 'unreachable') {
        say(form, 'waiting', words['waiting'] ?? '');
        this.timer = window.setTimeout(() => void this.flush(), wait(this.tries++));
        break;
      } else if (answer.kind === 'signed-out') {
        say(form, 'wrong', words['signedOut'] ?? '', { href: signIn(), text: words['signIn'] ?? '' });
        break;
      } else {
        const reason = answer.message || (words['refused'] ?? '');
        this.unsent.refuse(entry.key, reason);
        say(form, 'wrong', reason);
      }
      this.show();
    }
    this.show();
  }

  /** What is still on this machine, criterion by criterion. */
  private show(): void {
    const entries = this.unsent.all();
    if (!this.list) return;
    this.list.hidden = entries.length === 0;
    const title = this.list.querySelector('h2');
    if (title) title.textContent = fill(this.list.dataset['count'] ?? '', { count: entries.length });
    this.list.querySelector('ul')?.replaceChildren(...entries.map(entry => this.line(entry)));
  }

  private line(entry: Entry): HTMLElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = entry.url;
    link.textContent = entry.slot;
    item.append(link);
    if (entry.refused !== undefined) {
      item.className = 'wrong';
      item.append(' ', fill(this.list?.dataset['refused'] ?? '', { reason: entry.refused }));
    }
    return item;
  }
}

export function marking(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-marking]')];
  if (forms.length === 0) return;
  new Marking(forms);
  keys();
}
