// The filter above a table sends itself when a list is chosen from with a pointer. With the keyboard a list
// changes at every arrow key, so there the button (or Enter) sends.

export function table(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    let keyboard = false;
    form.addEventListener('keydown', () => { keyboard = true; });
    form.addEventListener('pointerdown', () => { keyboard = false; });
    form.addEventListener('change', event => {
      const plain = event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && /^(radio|checkbox|date)$/.test(event.target.type));
      if (plain && !keyboard) form.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    });
    // an address without empty conditions can be read and shared
    form.addEventListener('formdata', event => {
      for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
    });
  }
}
