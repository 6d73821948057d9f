// Keys of the pages of approvals: J and K move, Enter opens, A approves, R returns. Each key has a visible button, and
// every page works without this file.
const inText = target => target.closest('textarea, select, [contenteditable], input:not([type=checkbox])') !== null;
const place = document.querySelector('[data-approvals]');
const rows = [...document.querySelectorAll('[data-row]')];

let current = Math.max(0, rows.findIndex(row => `#${row.id}` === location.hash));
let afterG = false;

function move(step) {
  current = Math.min(rows.length - 1, Math.max(0, current + step));
  show(rows[current]);
}

function show(row) {
  if (!row) return;
  for (const other of rows) other.classList.toggle('is-current', other === row);
  row.querySelector('[data-open]').focus();
  row.scrollIntoView({ block: 'nearest' });
}

const find = selector => (rows.length ? rows[current] : place)?.querySelector(selector);

const inList = {
  j: () => move(1),
  k: () => move(-1),
  a: () => find('[data-approve]')?.click(),
  r: () => find('[data-return]')?.click(),
};

const onOne = {
  j: () => document.querySelector('[data-after]')?.click(),
  k: () => document.querySelector('[data-before]')?.click(),
  a: () => find('[data-approve]')?.click(),
  r: () => find('[data-note]')?.focus(),
};

const keys = place?.dataset.approvals === 'list' ? inList : onOne;

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.repeat) return;  // an input method is at work, or a key is held
  if (event.ctrlKey || event.altKey || event.metaKey || inText(event.target)) return;
  const key = event.key.toLowerCase();
  const follows = afterG;                                             // "g" and a letter goes to another page
  afterG = key === 'g';
  if (follows || !Object.hasOwn(keys, key)) return;
  event.preventDefault();
  keys[key]();
});

// The row that is next after a decision, or the first.
if (keys === inList && rows.some(row => row.querySelector('[data-approve]'))) show(rows[current]);

// Returning to a request by its address with #note goes straight to the reason.
if (location.hash === '#note') find('[data-note]')?.focus();
