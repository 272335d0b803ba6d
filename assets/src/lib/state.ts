// The saved line (role="status"): saved, waiting or wrong, with the form's own words.

export type Tone = 'saved' | 'waiting' | 'wrong';

/** Shows a sentence in the saved line of a form, or of the page; a link may follow it. */
export function say(form: HTMLElement, tone: Tone, sentence: string, link?: { href: string; text: string }): void {
  const line = form.querySelector<HTMLElement>('[data-state]') ?? document.querySelector<HTMLElement>('[data-state]');
  if (!line) return;
  line.classList.toggle('saved--waiting', tone === 'waiting');
  line.classList.toggle('saved--wrong', tone === 'wrong');
  const words = document.createElement('span');
  words.textContent = sentence;
  line.replaceChildren(words);
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.text;
    line.append(' ', anchor);
  }
}

/** Where to sign in again and come back to this page. */
export function signIn(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
