// Fields of a form as ordered pairs, the way a form post has them.

export type Pair = [name: string, value: string];

/** Fields that are never kept on the device: the token belongs to the session, the version to the page. */
const unkept = new Set(['csrf', 'version']);

/** Text fields of a form, files and passwords left out. */
export function pairsOf(form: HTMLFormElement): Pair[] {
  const secret = new Set<string>();
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type="password"]')) secret.add(input.name);
  const pairs: Pair[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !unkept.has(name) && !secret.has(name)) pairs.push([name, value]);
  }
  return pairs;
}

/** The value of one named field; several for a group of boxes, one empty string when a group was cleared. */
export function valuesOf(pairs: Pair[], name: string): string[] {
  const values = pairs.filter(pair => pair[0] === name).map(pair => pair[1]);
  return values.length > 0 ? values : [''];
}

/** Puts kept values back into a form. */
export function restore(form: HTMLFormElement, name: string, values: string[]): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.name === name) {
      if (control.type === 'radio' || control.type === 'checkbox') control.checked = values.includes(control.value);
      else if (control.type !== 'file' && control.type !== 'password' && control.type !== 'hidden') control.value = values[0] ?? '';
    } else if ((control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) && control.name === name) {
      control.value = values[0] ?? '';
    }
  }
}

/** The session's token, read when sending and never stored. */
export function token(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? '';
}

/** Whether a control holds something else than the page came with; of a group, the control that was chosen. */
export function differs(control: Element): boolean {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'hidden') return false;
    if (control.type === 'radio') return control.checked && !control.defaultChecked;
    return control.type === 'checkbox' ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  return control instanceof HTMLSelectElement && [...control.options].some(option => option.selected && !option.defaultSelected);
}
