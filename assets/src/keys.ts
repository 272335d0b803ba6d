// Single-key shortcuts of the council room, with the off switch WCAG 2.1.4 asks for, remembered on the device.

import { shelf } from './lib/unsent';

const kept = 'sen:keys';

/** Which shortcut a key press means; undefined when the page should leave it alone. */
export function meaning(key: string, tag: string, type: string, held: boolean): 'pick' | 'note' | 'back' | 'save' | undefined {
  if (held || tag === 'TEXTAREA' || tag === 'SELECT') return undefined;
  if (tag === 'INPUT' && type !== 'radio' && type !== 'checkbox') return undefined;
  if (/^[0-9]$/.test(key)) return 'pick';
  const letter = key.toLowerCase();
  if (letter === 'g') return 'note';
  if (letter === 'b') return 'back';
  // Enter on a link or a button already does what it says
  if (letter === 'enter' && !['A', 'BUTTON', 'SUMMARY'].includes(tag)) return 'save';
  return undefined;
}

export function keys(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-marking]');
  const on = document.querySelector<HTMLInputElement>('input[data-keys]');
  if (!form || !on) return;
  on.checked = read() !== 'off';
  on.addEventListener('change', () => write(on.checked ? 'on' : 'off'));
  document.body.classList.add('keys-on');
  document.addEventListener('keydown', event => {
    if (!on.checked || event.isComposing) return;
    const target = event.target as HTMLElement;
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const meant = meaning(event.key, target.tagName, (target as HTMLInputElement).type ?? '', held);
    // with several criteria on the page the keys belong to the one in hand
    const here = target.closest<HTMLFormElement>('form[data-marking]') ?? form;
    if (meant && act(meant, event.key, here)) event.preventDefault();
  });
}

function act(meant: 'pick' | 'note' | 'back' | 'save', key: string, form: HTMLFormElement): boolean {
  const selector = { pick: `input[data-key="${key}"]`, note: '[data-note], textarea', back: '[data-back]', save: 'button[type="submit"]' }[meant];
  const found = form.querySelector<HTMLElement>(selector) ?? (meant === 'back' ? document.querySelector<HTMLElement>(selector) : null);
  if (!found) return false;
  if (meant === 'pick') {
    (found as HTMLInputElement).checked = true;
    found.dispatchEvent(new Event('change', { bubbles: true }));
    found.focus();
  } else if (meant === 'note') found.focus();
  else found.click();
  return true;
}

function read(): string | null {
  try { return shelf()?.getItem(kept) ?? null; } catch { return null; }
}

function write(value: string): void {
  try { shelf()?.setItem(kept, value); } catch { /* the switch still works on this page */ }
}
