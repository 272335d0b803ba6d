// Brings what follows from a saved value (points, stars, what is missing) up to date without touching what is typed.

/** Attribute of an element whose content and look follow the server's. */
const content = 'data-live';
/** Attribute of an element of which only the look and whether it can be used follow. */
const state = 'data-live-state';

/** Fetches the page again and takes over its live parts; when it cannot be had, all stays as it is. */
export async function freshen(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' }).catch(() => undefined);
  if (!response?.ok || response.redirected) return;
  const now = new DOMParser().parseFromString(await response.text(), 'text/html');
  each(content, now, (here, there) => {
    if (here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes);
    here.className = there.className;
  });
  each(state, now, (here, there) => {
    here.className = there.className;
    here.toggleAttribute('disabled', there.hasAttribute('disabled'));
  });
}

function each(attribute: string, now: Document, take: (here: Element, there: Element) => void): void {
  const fresh = new Map([...now.querySelectorAll(`[${attribute}]`)].map(element => [element.getAttribute(attribute), element]));
  for (const here of document.querySelectorAll(`[${attribute}]`)) {
    const there = fresh.get(here.getAttribute(attribute));
    if (there) take(here, there);
  }
}
