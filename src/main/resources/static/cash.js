// While notes are counted: each line's amount, the sum, and the sum in words. The page works without this file.
const form = document.querySelector('[data-cash]');
const table = form.querySelector('[data-group]');
const notes = [...form.querySelectorAll('[data-note]')];
const words = document.getElementById('sum-words');
const PAUSE = 250;

const toNumber = text => Number(text.replace(/\D/g, '')) || 0;
const toText = number => String(number).replace(/\B(?=(\d{3})+$)/g, table.dataset.group);

let timer = 0;

function total() {
  let sum = 0;
  for (const input of notes) {
    const amount = toNumber(input.value) * Number(input.dataset.note);
    input.closest('tr').querySelector('[data-amount]').textContent = input.value.trim() === '' ? '' : toText(amount);
    sum += amount;
  }
  table.querySelector('[data-sum]').textContent = toText(sum);
  clearTimeout(timer);
  timer = setTimeout(() => readOut(sum), PAUSE);
}

async function readOut(sum) {
  try {
    const answer = await fetch(`${words.dataset.wordsOf}?typed=${sum}`, { headers: { Accept: 'application/json' } });
    words.textContent = answer.ok ? (await answer.json()).words : '';
  } catch {
    words.textContent = '';
  }
}

for (const [n, input] of notes.entries()) {
  input.addEventListener('input', total);
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || n === notes.length - 1) return;
    event.preventDefault();                                            // Enter goes down, as on the sheet
    notes[n + 1].select();
  });
}
