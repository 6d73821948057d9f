// For every page: the keys "g" and a letter follow the links beside the page, and amounts are read out while they are
// typed. Every page works without this file.
const typing = target => target.closest('input, textarea, select, [contenteditable]') !== null;

let waiting = false;

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) return;             // a Vietnamese input method is at work
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (waiting) {
    waiting = false;
    const link = document.querySelector(`.side [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  } else {
    waiting = event.key === 'g';
  }
});

// The menu closes on Escape and when the reader goes elsewhere.
for (const menu of document.querySelectorAll('details.menu')) {
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  document.addEventListener('click', event => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// F9 checks and F10 posts, where the page has these buttons.
document.addEventListener('keydown', event => {
  const action = { F9: 'check', F10: 'post' }[event.key];
  const button = action && document.querySelector(`button[name=do][value=${action}]`);
  if (!button || event.isComposing || event.repeat) return;
  event.preventDefault();
  button.form.requestSubmit(button);
});

// A form of money goes out once, however often its button is pressed. Coming back to the page makes it ready again.
for (const form of document.querySelectorAll('form[method=post]:not([data-again])')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

const PAUSE = 250;

for (const input of document.querySelectorAll('[data-words]')) {
  const words = document.getElementById(`${input.id}-words`);
  let timer = 0;
  let asked = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const turn = ++asked;
      const text = await readOut(input.dataset.words, input.value);
      if (turn === asked) words.textContent = text;                   // a later answer may have come first
    }, PAUSE);
  });
}

async function readOut(address, typed) {
  try {
    const answer = await fetch(`${address}?typed=${encodeURIComponent(typed)}`, { headers: { Accept: 'application/json' } });
    return answer.ok ? (await answer.json()).words : '';
  } catch {
    return '';                                                        // no line: the form itself still works
  }
}
