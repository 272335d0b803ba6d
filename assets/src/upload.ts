// Sends files one by one with progress, by drop or by choice; each file answers for itself.
// Without the script the form posts all files at once.

import { understand } from './lib/post';
import { fill, size } from './lib/words';

class Upload {
  private readonly input: HTMLInputElement;
  private readonly list = document.createElement('ul');
  private chosen: File[] = [];

  constructor(private readonly form: HTMLFormElement, input: HTMLInputElement) {
    this.input = input;
    this.list.className = 'sending';
    this.list.setAttribute('aria-live', 'polite');
    const group = input.closest('.govuk-form-group') ?? input;
    group.after(this.list);
    this.dropping(group as HTMLElement);
    input.addEventListener('change', () => { this.chosen = [...(input.files ?? [])]; });
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.send();
    });
  }

  private dropping(zone: HTMLElement): void {
    zone.classList.add('drop');
    const hint = document.createElement('p');
    hint.className = 'muted small';
    hint.textContent = this.form.dataset['drop'] ?? '';
    zone.append(hint);
    zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('drop--over'); });
    zone.addEventListener('dragleave', () => zone.classList.remove('drop--over'));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      zone.classList.remove('drop--over');
      const files = [...(event.dataTransfer?.files ?? [])];
      this.chosen = this.input.multiple ? files : files.slice(0, 1);
      hint.textContent = this.chosen.map(file => file.name).join(', ');
    });
  }

  private async send(): Promise<void> {
    this.list.replaceChildren();
    if (this.chosen.length === 0) {
      const item = document.createElement('li');
      this.wrong(item, this.form.dataset['choose'] ?? '');
      this.list.append(item);
      this.input.focus();
      return;
    }
    const queue = this.chosen.map(file => ({ file, line: this.line(file) }));
    for (const { file, line } of queue) await this.one(file, line);
    this.finish();
  }

  /** Goes on when every file has arrived; one that failed stays chosen. */
  private finish(): void {
    if (this.chosen.length > 0) return;
    const done = this.form.dataset['done'];
    if (done) location.assign(done);
    else location.reload();
  }

  private line(file: File): HTMLElement {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = file.name;
    const state = document.createElement('span');
    state.textContent = size(file.size);
    item.append(name, state);
    this.list.append(item);
    return item;
  }

  private async one(file: File, item: HTMLElement): Promise<void> {
    const words = this.form.dataset;
    const limit = Number(words['maxBytes'] ?? Infinity);
    if (file.size > limit) {
      this.wrong(item, fill(words['tooBig'] ?? '', { size: size(limit) }));
      return;
    }
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.setAttribute('aria-label', file.name);
    item.append(bar);
    const reason = await this.carry(file, percent => {
      bar.value = percent;
      bar.textContent = fill(words['sending'] ?? '', { name: file.name, percent });
    });
    bar.remove();
    if (reason === undefined) {
      this.chosen = this.chosen.filter(other => other !== file);
      (item.lastElementChild as HTMLElement).textContent = words['sent'] ?? '';
      return;
    }
    this.wrong(item, reason || (words['failed'] ?? ''));
    this.again(file, item);
  }

  /** Undefined when taken; else the reason, empty when the server could not be reached. */
  private carry(file: File, progress: (percent: number) => void): Promise<string | undefined> {
    const data = new FormData(this.form);
    data.delete(this.input.name);
    // fields before the file, so that the server can check them while the file streams
    data.append(this.input.name, file, file.name);
    return new Promise(resolve => {
      const request = new XMLHttpRequest();
      request.open('POST', this.form.action);
      request.setRequestHeader('accept', 'application/json');
      request.upload.addEventListener('progress', event => {
        if (event.lengthComputable) progress(Math.round((event.loaded / event.total) * 100));
      });
      request.addEventListener('error', () => resolve(''));
      request.addEventListener('abort', () => resolve(''));
      request.addEventListener('load', () => {
        let body: Record<string, unknown> = {};
        try { body = JSON.parse(request.responseText) as Record<string, unknown>; } catch { /* an answer without words */ }
        const answer = understand(request.status, body);
        if (answer.kind === 'saved') resolve(undefined);
        else resolve('message' in answer ? (answer.message ?? '') : '');
      });
      request.send(data);
    });
  }

  private wrong(item: HTMLElement, reason: string): void {
    const line = document.createElement('span');
    line.className = 'wrong';
    line.textContent = reason;
    item.append(line);
  }

  private again(file: File, item: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn--quiet btn--sm';
    button.textContent = this.form.dataset['retry'] ?? '';
    button.addEventListener('click', () => {
      const fresh = this.line(file);
      item.replaceWith(fresh);
      void this.one(file, fresh).then(() => this.finish());
    });
    item.append(button);
  }
}

export function upload(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    const input = form.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) new Upload(form, input);
  }
}
