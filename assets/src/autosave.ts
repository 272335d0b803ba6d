// Saves a form field by field while it is being filled in. Without the script the form has its own button.

import { differs, pairsOf, restore, token, valuesOf, type Pair } from './lib/fields';
import { freshen } from './lib/live';
import { newKey, post, wait, type Answer } from './lib/post';
import { say, signIn } from './lib/state';
import { mine, shelf, Unsent, type Entry } from './lib/unsent';
import { clock, fill } from './lib/words';

/** Pause after the last keystroke before a change is sent, in milliseconds. */
const pause = 600;

class Autosave {
  private readonly unsent: Unsent;
  private timer = 0;
  private tries = 0;
  private sending = false;
  private blocked?: 'conflict' | 'signed-out';

  constructor(private readonly form: HTMLFormElement) {
    this.unsent = new Unsent(shelf(), `${mine('unsent')}:${form.action}`);
    for (const entry of this.unsent.all()) {
      restore(form, entry.slot, entry.pairs.map(pair => pair[1]));
    }
    // what was chosen before this script had arrived
    for (const control of form.elements) if (differs(control)) this.changed(control);
    // a control may stand outside its form, tied to it by name
    document.addEventListener('input', event => this.changed(event.target));
    form.addEventListener('submit', event => this.whole(event));
    window.addEventListener('online', () => this.soon(0));
    window.addEventListener('beforeunload', event => {
      if (this.unsent.waiting().length > 0) event.preventDefault();
    });
    this.remind();
    if (this.unsent.waiting().length > 0) this.soon(0);
  }

  /** The form's own button: changes still waiting go first, so that an ordinary post cannot lose them. */
  private whole(event: SubmitEvent): void {
    // the whole form goes: after a conflict to the page that merges, when signed out to the way back in
    if (this.blocked === 'signed-out') return;
    if (this.blocked === 'conflict' || this.unsent.waiting().length === 0) {
      for (const entry of this.unsent.all()) this.unsent.drop(entry.key);
      return;
    }
    event.preventDefault();
    const button = (event.submitter ?? this.form.querySelector('button[type="submit"]')) as HTMLButtonElement | null;
    window.clearTimeout(this.timer);
    void this.send().then(() => {
      if (this.unsent.waiting().length === 0) button?.click();
    });
  }

  /** A value the server would not take stays in sight until it is changed. */
  private remind(): void {
    const refused = this.unsent.all().find(entry => entry.refused !== undefined);
    if (refused) say(this.form, 'wrong', refused.refused || (this.form.dataset['refused'] ?? ''));
  }

  private changed(target: EventTarget | null): void {
    const control = target as HTMLInputElement | null;
    if (control?.form !== this.form || !control.name || control.type === 'file' || control.type === 'password' || control.name === 'csrf') return;
    const pairs = valuesOf(pairsOf(this.form), control.name).map((value): Pair => [control.name, value]);
    this.unsent.put({ key: newKey(), slot: control.name, url: this.form.action, pairs });
    if (!this.blocked) {
      say(this.form, 'waiting', this.form.dataset['saving'] ?? '');
      this.soon(pause);
    }
  }

  private soon(delay: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), delay);
  }

  /** One change a post, oldest first, each under its own key: a post whose answer was lost can be repeated safely. */
  private async send(): Promise<void> {
    if (this.sending || this.blocked) return;
    this.sending = true;
    let answer: Answer | undefined;
    for (let entry = this.unsent.waiting()[0]; entry; entry = this.unsent.waiting()[0]) {
      answer = await this.carry(entry);
      // one wrong value does not hold back the others
      if (answer.kind !== 'saved' && answer.kind !== 'refused') break;
    }
    this.sending = false;
    if (answer) this.tell(answer);
  }

  private async carry(entry: Entry): Promise<Answer> {
    const version = this.form.querySelector<HTMLInputElement>('input[name="version"]');
    const pairs: Pair[] = [['csrf', token(this.form)], ...entry.pairs];
    if (version) pairs.push(['version', version.value]);
    const answer = await post(this.form.action, pairs, entry.key);
    if (answer.kind === 'saved') {
      if (version && answer.version !== undefined) version.value = answer.version;
      this.unsent.drop(entry.key);
    }
    // after a conflict a person decides: never sent again by itself over the newer state
    if (answer.kind === 'refused' || answer.kind === 'conflict') this.unsent.refuse(entry.key, answer.message);
    return answer;
  }

  private tell(answer: Answer): void {
    const words = this.form.dataset;
    switch (answer.kind) {
      case 'saved':
        this.tries = 0;
        say(this.form, 'saved', fill(words['saved'] ?? '', { time: answer.savedAt ?? clock(new Date()) }));
        this.remind();
        return void freshen();
      case 'unreachable':
        say(this.form, 'waiting', words['waiting'] ?? '');
        return this.soon(wait(this.tries++));
      case 'conflict':
        this.blocked = 'conflict';
        return say(this.form, 'wrong', answer.message || (words['conflict'] ?? ''), answer.merge ? { href: answer.merge, text: words['merge'] ?? '' } : undefined);
      case 'signed-out':
        this.blocked = 'signed-out';
        return say(this.form, 'wrong', words['signedOut'] ?? '', { href: signIn(), text: words['signIn'] ?? '' });
      case 'refused':
        return this.remind();
    }
  }
}

export function autosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) new Autosave(form);
}
