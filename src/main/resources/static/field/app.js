// The field page: enrol, unlock, take the day along, record, hand in, send. Nothing is shown as saved before it is.
import * as store from '/field/store.js';
import * as sync from '/field/sync.js';
import { folded, read } from '/field/package.js';
import { escPos, save as saveFile } from '/field/receipt.js';
import { TEXTS } from '/field/texts.js';

const IDLE = 10 * 60_000;
const NOTES = [500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500];
const app = document.getElementById('app');
let lang = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('dongvon-lang') ?? 'vi';
if (!(lang in TEXTS)) lang = 'vi';
let day = null;                       // the package that is open
let view = home;
let said = '';
let busy = false;

const t = (name, ...facts) => TEXTS[lang][name].replace(/\{(\d)\}/g, (all, n) => facts[n]);
const dong = amount => String(amount).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
const date = iso => iso.split('-').reverse().join('/');

/** An element; texts become text, never markup. */
function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(each => each !== null && each !== undefined && each !== false));
  return element;
}

const button = (text, act, more = {}, hint) => h('button', { type: 'button', class: 'btn', onclick: act, ...more }, text, hint && h('small', {}, hint));
const field = (id, label, more = {}) => h('div', { class: 'field' }, h('label', { for: id }, label), h('input', { class: 'input', id, autocomplete: 'off', ...more }));
const value = id => document.getElementById(id).value.trim();

function show(next, ...facts) {
  view = () => next(...facts);
  return draw();
}

async function draw() {
  document.documentElement.lang = lang;
  document.title = `${t('title')} · Đồng Vốn`;
  document.getElementById('lang').textContent = t('language');
  document.getElementById('lang').setAttribute('aria-label', t('languageName'));
  network();
  const parts = await guarded();
  app.replaceChildren(...[parts].flat(2).filter(Boolean));
  app.focus({ preventScroll: true });
  scrollTo(0, 0);
}

async function guarded() {
  const device = await store.device();
  if (!device.id) return enrol(device);
  if (!await store.hasPin()) return newPin();
  if (!store.isUnlocked()) return unlock();
  return view();
}

function network() {
  const tag = document.getElementById('net');
  tag.className = navigator.onLine ? 'tag tag-ok' : 'tag tag-warn';
  tag.textContent = t(navigator.onLine ? 'online' : 'offline');
}

function say(text) {
  said = text;
  const place = document.getElementById('said');
  if (place) place.textContent = text;
}

const told = () => {
  const text = said;
  said = '';
  return h('p', { class: 'note', id: 'said', role: 'status' }, text);
};

const reason = error => error instanceof sync.Refusal ? (error.status === 401 ? t('signIn') : error.message) : t('noNetwork');

// ── enrolment and PIN ───────────────────────────────────────────────────────────────────────────────────────
function enrol(device) {
  return [
    h('h1', {}, t('enrolTitle')), h('p', { class: 'muted' }, t('enrolHint')),
    h('p', {}, t('enrolCode')), h('p', { class: 'code-big', id: 'device-code' }, store.code(device.keyId)),
    told(),
    device.request ? h('p', { class: 'note' }, t('enrolWaiting', device.request)) : field('device-name', t('enrolName'), { maxlength: 60 }),
    h('div', { class: 'big' }, device.request
      ? button(t('enrolCheck'), () => once(async () => { await sync.me(); await sync.checkDevice(); await draw(); }), { class: 'btn btn-main', id: 'enrol-check' })
      : button(t('enrolAsk'), () => once(async () => {
        await sync.me();
        if (await sync.checkDevice() === 'UNKNOWN') {
          const { json } = await sync.post('/api/v1/field/devices', { name: value('device-name'), key: store.base64(device.spki) });
          await store.put('meta', { ...device, request: json.request }, 'device');
        }
        await draw();
      }), { class: 'btn btn-main', id: 'enrol-ask' }))];
}

function newPin() {
  const set = event => {
    event.preventDefault();
    return once(async () => {
      if (!/^\d{6,12}$/.test(value('pin'))) return say(t('pinShort'));
      await store.setPin(value('pin'));
      await navigator.storage?.persist?.();
      await draw();
    });
  };
  return [h('h1', {}, t('pinSet')), told(), h('form', { onsubmit: set },
    field('pin', t('pinNew'), { type: 'password', inputmode: 'numeric', maxlength: 12, autocomplete: 'new-password' }),
    h('div', { class: 'big' }, h('button', { class: 'btn btn-main', id: 'pin-set' }, t('pinSet'))))];
}

function unlock() {
  const open = event => {
    event.preventDefault();
    return once(async () => {
      const answer = await store.unlock(value('pin'));
      if (answer === 'open') return draw();
      say(answer === 'wrong' ? t('pinWrong') : t('pinWait', answer));
      document.getElementById('pin').value = '';
    });
  };
  return [h('h1', {}, t('pinTitle')), told(), h('form', { onsubmit: open },
    field('pin', t('pin'), { type: 'password', inputmode: 'numeric', maxlength: 12, autocomplete: 'current-password' }),
    h('div', { class: 'big' }, h('button', { class: 'btn btn-main', id: 'unlock' }, t('unlock'))))];
}

/** One thing at a time; what goes wrong is said where it happened. */
async function once(work) {
  if (busy) return;
  busy = true;
  try {
    await work();
  } catch (error) {
    if (error instanceof sync.Refusal && error.code === 'FIELD_DEVICE_REVOKED') {
      app.replaceChildren(h('h1', {}, t('title')), h('p', { class: 'note note-warn' }, t('revoked')));
    } else {
      say(reason(error));
    }
  } finally {
    busy = false;
  }
}

// ── the sessions ────────────────────────────────────────────────────────────────────────────────────────────
async function home() {
  day = null;
  const held = await store.keys('packages');
  let own = [];
  let login = false;
  try {
    own = (await sync.me()).sessions;
  } catch (error) {
    login = error instanceof sync.Refusal;
  }
  const rows = [];
  for (const id of held) {
    const known = await store.loadPackage(id);
    rows.push({ id, point: known.point, day: known.day, held: true });
  }
  for (const each of own) if (!held.includes(each.id)) rows.push(each);
  return [
    h('h1', {}, t('sessions')), told(),
    login && h('p', { class: 'note note-warn' }, t('signIn'), ' ', h('a', { href: '/login' }, t('signInLink'))),
    rows.length ? null : h('p', { class: 'muted' }, t('noSessions')),
    h('div', { class: 'big' }, rows.map(each => button(each.point, () => each.held ? enter(each.id) : once(async () => {
      await sync.takePackage(each.id);
      await enter(each.id);
    }), { class: 'btn btn-main', 'data-session': each.id }, `${t('session', date(each.day))} · ${t(each.held ? 'openDay' : 'take')}`))),
    filePart(), footer()];
}

async function enter(id) {
  day = read(await store.loadPackage(id));
  await show(session);
}

function filePart() {
  const take = async event => {
    const [file] = event.target.files;
    if (!file) return;
    await once(async () => {
      const { answer, session: id } = await sync.sendFile(await file.text());
      if ((await store.keys('packages')).includes(id)) await store.confirm(id, answer.events);
      say(t('fromFileDone', answer.events.length));
    });
  };
  return h('div', { class: 'field no-print' }, h('label', { for: 'file' }, t('fromFile')), h('input', { class: 'input', type: 'file', id: 'file', accept: '.json', onchange: take }));
}

const footer = () => h('p', { class: 'row row-apart small muted no-print' }, h('span', {}, t('lockHint')),
  button(t('lockNow'), () => { store.lock(); draw(); }, { id: 'lock' }));

// ── the day ─────────────────────────────────────────────────────────────────────────────────────────────────
const cashOf = event => event.about.cash;

async function session() {
  const all = await store.events(day.session);
  const unsent = all.filter(each => each.state === 'SAVED');
  const over = await store.isOver(day.session);
  const whole = over && all.every(each => each.state === 'APPLIED');
  return [
    h('div', {}, h('h1', {}, day.point), h('p', { class: 'muted' }, `${t('session', date(day.day))} · ${t('takenAt', new Date(day.takenAt).toLocaleString(lang))}`)),
    told(),
    h('section', { class: 'queue', role: 'status' }, h('b', { id: 'unsent' }, String(unsent.length)), h('strong', {}, t('unsent')),
      h('span', {}, unsent.length ? t('savedHere') : t('allSent'))),
    over ? h('p', { class: 'note note-ok' }, t(whole ? 'done' : 'handedIn')) : h('div', { class: 'big' },
      button(t('counter'), () => show(counter), { id: 'to-counter' }, t('counterHint')),
      button(t('payouts'), () => show(payouts), { id: 'to-payouts' }, t('payoutsHint', waitingPayouts(all).length)),
      button(t('drawings'), () => show(drawings), { id: 'to-drawings' }, t('drawingsHint')),
      day.dues.length > 0 && button(t('dues'), () => show(dues), { id: 'to-dues' }, t('duesHint', waitingDues(all).length)),
      button(t('handIn'), () => show(handIn), { id: 'to-hand-in' }, t('inBox', dong(all.reduce((sum, each) => sum + cashOf(each), 0))))),
    groupList(all, over),
    sendPart(unsent, whole), queue(all), footer()];
}

function groupList(all, over) {
  const of = group => all.filter(each => each.kind === 'SHEET' && each.about.group === group.id);
  return h('section', { 'aria-labelledby': 'h-groups' }, h('h2', { id: 'h-groups' }, t('groups')), h('ul', { class: 'list' }, day.groups.map(group => {
    const events = of(group);
    return h('li', {}, h('button', { type: 'button', class: 'tile', disabled: over, 'data-group': group.id, onclick: () => show(sheet, group) },
      h('span', {}, h('span', { class: 'list-title' }, group.name), h('br'), h('span', { class: 'small muted' },
        events.length ? `${dong(events.reduce((sum, each) => sum + cashOf(each), 0))} ${t('dong')}` : t('members', group.members.length))),
      state(events)));
  })));
}

function state(events) {
  if (!events.length) return h('span', { class: 'tag' }, t('notYet'));
  const desk = events.reduce((sum, each) => sum + each.desk, 0);
  if (desk) return h('span', { class: 'tag tag-bad' }, t('desk', desk));
  const worst = ['SAVED', 'WAITING', 'APPLIED'].find(name => events.some(each => each.state === name));
  return h('span', { class: 'tag ' + (worst === 'APPLIED' ? 'tag-ok' : 'tag-warn') }, t('state' + worst));
}

function sendPart(unsent, whole) {
  return h('section', { class: 'flow no-print' }, h('div', { class: 'big' },
    unsent.length > 0 && button(t('sendNow', unsent.length), () => sendAll(), { class: 'btn btn-main', id: 'send' }, t('sendHint')),
    button(t('toFile'), () => once(toFile), { id: 'to-file' }, t('toFileHint')),
    whole && button(t('clear'), () => once(async () => { await store.forget(day.session); await show(home); }), { id: 'clear' }),
    button(t('sessions'), () => show(home), { id: 'to-home' })),
  h('p', { class: 'note' }, t('keep')));
}

function queue(all) {
  return h('section', { 'aria-labelledby': 'h-queue' }, h('h2', { id: 'h-queue' }, t('queue')), h('ul', { class: 'list', id: 'queue' },
    [...all].reverse().map(each => h('li', { 'data-seq': each.seq, 'data-state': each.state },
      h('span', {}, h('span', { class: 'list-title' }, `${each.seq}. ${t('kind' + each.kind, each.about.name)}`), h('br'),
        h('span', { class: 'small muted' }, `${dong(cashOf(each))} ${t('dong')}`)), state([each])))));
}

async function sendAll() {
  const id = day?.session;
  if (!id) return;
  await once(async () => {
    say(t('sending'));
    try {
      await sync.send(id);
      said = '';
    } catch (error) {
      if (error instanceof sync.Refusal && error.code === 'FIELD_DEVICE_REVOKED') throw error;
      said = t('sendFailed', reason(error));
    }
    await draw();
  });
}

async function toFile() {
  const all = await store.events(day.session);
  saveFile(`dongvon-${day.code}-${day.day}.json`, sync.batchText(all), 'application/json');
}

// ── amounts ─────────────────────────────────────────────────────────────────────────────────────────────────
/** 1500000, 1.500.000, 500k, 1,5tr, 1tr5; null when it is none. */
function amount(text) {
  const plain = text.trim().toLowerCase().normalize('NFC');
  if (plain === '') return 0;
  const short = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*(k|n|nghìn|tr|triệu|m)(\d{0,3})$/.exec(plain);
  if (short) {
    const unit = /^(k|n)/.test(short[3]) ? 1000 : 1000000;
    const rest = short[2] ?? short[4];
    return Number(short[1]) * unit + (rest ? Math.round(Number(rest) * unit / 10 ** rest.length) : 0);
  }
  return /^\d{1,3}([., ]?\d{3})*$|^\d{1,12}$/.test(plain) ? Number(plain.replace(/\D/g, '')) : null;
}

const money = (id, label, start, more = {}) => h('div', {}, h('label', { for: id }, label),
  h('input', { class: 'input', id, inputmode: 'numeric', autocomplete: 'off', value: start ? dong(start) : '', ...more }));

/** Enter goes on, but not while an input method composes a letter. */
function onEnter(event, next) {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  next();
}

const noteIsRight = note => note.length <= 200 && !/\d{9}/.test(note);

// ── a group's list ──────────────────────────────────────────────────────────────────────────────────────────
async function sheet(group) {
  const served = new Set((await store.events(day.session)).filter(each => each.kind === 'SHEET').flatMap(each => each.about.rows));
  const rows = group.members.flatMap(member => rowsOf(group, member)).filter(row => !served.has(row.key));
  const totals = () => {
    let sum = 0, count = 0;
    rows.forEach((row, n) => {
      if (document.getElementById('absent-' + n).checked) return;
      const here = (row.loan ? amount(value('interest-' + n)) ?? 0 : 0) + (row.saves ? amount(value('saving-' + n)) ?? 0 : 0);
      sum += here;
      if (here) count++;
    });
    document.getElementById('sheet-total').textContent = `${dong(sum)} ${t('dong')}`;
    document.getElementById('sheet-lines').textContent = t('lines', count);
  };
  const next = n => document.getElementById('interest-' + (n + 1))?.select() ?? document.getElementById('saving-' + (n + 1))?.select();
  const record = () => once(async () => {
    const lines = [];
    for (const [n, row] of rows.entries()) {
      if (document.getElementById('absent-' + n).checked) continue;
      const interest = row.loan ? amount(value('interest-' + n)) : 0;
      const saving = row.saves ? amount(value('saving-' + n)) : 0;
      const note = value('note-' + n).normalize('NFC');
      if (interest === null || saving === null) return fail(n, t('badAmount'));
      if (row.loan && interest > row.loan.owed) return fail(n, t('tooMuch', dong(row.loan.owed)));
      if (!noteIsRight(note)) return fail(n, t('tooLong'));
      if (row.taken && !note && (interest !== row.taken.interest || saving !== row.taken.saving)) return fail(n, t('takenDiffers', dong(row.taken.interest + row.taken.saving), dong(interest + saving)), 'note-');
      if (interest + saving > 0) lines.push({ row, line: [store.uuid7(), row.member.id, row.loan?.id ?? '', interest, saving, 0, 0, note, ...(row.taken ? [row.taken.lines] : [])] });
    }
    if (!lines.length) return say(t('nothing'));
    await keep({ kind: 'SHEET', group: group.id, lines: lines.map(each => each.line), receipt: value('serial') },
      { name: group.name, group: group.id, rows: rows.map(row => row.key), payer: group.head ?? group.name, code: group.code,
        paid: Object.fromEntries(lines.filter(({ row }) => row.loan).map(({ row, line }) => [row.loan.id, [line[3], 0]])),
        moved: moved(lines.map(({ row, line }) => [row.member.id, line[4]])) });
  });
  const fail = (n, text, where = 'interest-') => {
    say(text);
    (document.getElementById(where + n) ?? document.getElementById('saving-' + n))?.focus();
  };
  queueMicrotask(() => requestAnimationFrame(totals));
  return [
    back(session), h('h1', {}, group.name), h('p', { class: 'muted' }, `${group.code}${group.head ? ' · ' + group.head : ''}${group.saves ? '' : ' · ' + t('noSaving')}`), told(),
    h('div', { oninput: totals, onchange: totals }, rows.map((row, n) => h('div', { class: 'member', 'data-row': n },
      h('div', { class: 'row row-apart' }, h('span', { class: 'list-title' }, `${row.member.ordinal}. ${row.member.name}`),
        h('label', { class: 'choice' }, h('input', { type: 'checkbox', id: 'absent-' + n,
          onchange: event => event.target.closest('.member').classList.toggle('is-absent', event.target.checked) }), t('absent'))),
      row.loan && h('p', { class: 'small muted' }, `${row.loan.programme[lang]} · ${t('owed', dong(row.loan.asked))} · ${t('outstanding', dong(row.loan.outstanding))}${row.loan.due ? ' · ' + t('due', dong(row.loan.due)) : ''}${row.loan.overdue ? ' · ' + t('overdue', dong(row.loan.overdue)) : ''}`),
      row.taken && h('p', { class: 'small taken' }, t('takenBy', dong(row.taken.interest), dong(row.taken.saving))),
      h('div', { class: 'pair' },
        row.loan && money('interest-' + n, t('interest'), row.taken ? row.taken.interest : row.loan.asked, { onkeydown: event => onEnter(event, () => next(n)) }),
        row.saves && money('saving-' + n, t('saving'), row.taken ? row.taken.saving : row.monthly, { onkeydown: event => onEnter(event, () => next(n)) })),
      h('label', { for: 'note-' + n }, t('note')), h('input', { class: 'input text', id: 'note-' + n, maxlength: 200, autocomplete: 'off' })))),
    field('serial', t('serial'), { maxlength: 30 }),
    h('div', { class: 'total' }, h('p', { class: 'row' }, h('span', { id: 'sheet-lines' }), h('span', { id: 'sheet-total' })),
      h('div', { class: 'big' }, button(t('sign'), record, { class: 'btn btn-main', id: 'sign' })))];
}

/** A member's loans, or the member alone; the saving stands on the row on which the head took it, else on the first. */
function rowsOf(group, member) {
  const rows = (member.loans.length ? member.loans : [null]).map(loan => {
    const key = member.id + (loan?.id ?? '');
    return { key, member, loan, taken: day.taken.get(key) };
  });
  const took = rows.some(row => row.taken?.saving > 0);
  return rows.map((row, n) => ({ ...row, monthly: took ? 0 : member.monthly,
    saves: member.saved >= 0 && group.saves && (n === 0 || row.taken?.saving > 0) }));
}

/** What a member's savings moved by, by member. */
const moved = pairs => pairs.reduce((all, [member, sum]) => sum ? { ...all, [member]: (all[member] ?? 0) + sum } : all, {});

const back = to => h('p', { class: 'no-print' }, button('‹ ' + t('back'), () => show(to), { id: 'back' }));

/** Saved first; only then the page says so, with the receipt. */
async function keep(content, about) {
  const cash = content.lines.reduce((sum, line) => sum + line[3] + line[4] + line[5] - line[6], 0);
  const sums = [3, 4, 5, 6].map(place => content.lines.reduce((sum, line) => sum + line[place], 0));
  const event = await store.record(day.session, content, { ...about, cash, sums, count: content.lines.length, serial: content.receipt ?? '' });
  said = t('saved', event.seq, dong(Math.abs(cash)));
  await show(receipt, event);
  setTimeout(background); // when this one is over
}

// ── the counter ─────────────────────────────────────────────────────────────────────────────────────────────
function counter() {
  const list = h('ul', { class: 'list', id: 'found' });
  const find = event => {
    if (event.isComposing) return;
    const typed = folded(event.target.value.trim());
    const found = typed.length < 2 ? [] : day.loans.filter(loan => folded(`${loan.name} ${loan.code} ${loan.group?.name ?? ''}`).includes(typed)).slice(0, 30);
    list.replaceChildren(...found.map(loan => h('li', {}, h('button', { type: 'button', class: 'tile', 'data-loan': loan.code, onclick: () => show(payment, loan) },
      h('span', {}, h('span', { class: 'list-title' }, loan.name), h('br'), h('span', { class: 'small muted' }, `${loan.code} · ${loan.programme[lang]} · ${t('outstanding', dong(loan.outstanding))}`))))));
  };
  return [back(session), h('h1', {}, t('counter')), told(),
    field('search', t('search'), { type: 'search', oninput: find, oncompositionend: find }), h('p', { class: 'small muted' }, t('searchFirst')), list];
}

async function payment(loan) {
  const before = (await store.events(day.session)).flatMap(each => each.about.paid?.[loan.id] ? [each.about.paid[loan.id]] : []);
  const asked = Math.max(0, loan.asked - before.reduce((sum, each) => sum + each[0], 0));
  const left = loan.outstanding - before.reduce((sum, each) => sum + each[1], 0);
  const record = () => once(async () => {
    const interest = amount(value('interest')), principal = amount(value('principal'));
    const note = value('note').normalize('NFC');
    if (interest === null || principal === null || principal > left || interest > loan.owed) return say(t('badAmount'));
    if (!noteIsRight(note)) return say(t('tooLong'));
    if (interest + principal === 0) return say(t('nothing'));
    await keep({ kind: 'COUNTER', group: loan.group?.id ?? null, lines: [[store.uuid7(), loan.member?.id ?? '', loan.id, interest, 0, principal, 0, note]], receipt: value('serial') },
      { name: loan.name, payer: loan.name, code: loan.code, paid: { [loan.id]: [interest, principal] } });
  });
  return [back(counter), h('h1', {}, loan.name),
    h('p', { class: 'muted' }, `${loan.code} · ${loan.programme[lang]} · ${t('outstanding', dong(left))} · ${t('due', dong(loan.due))} · ${t('overdue', dong(loan.overdue))}`), told(),
    h('div', { class: 'field' }, money('interest', t('interest'), asked)), h('div', { class: 'field' }, money('principal', t('principal'), Math.min(left, loan.due))),
    field('note', t('note'), { maxlength: 200 }), field('serial', t('serial'), { maxlength: 30 }),
    h('div', { class: 'big' }, button(t('full'), () => {
      document.getElementById('principal').value = dong(left);
      document.getElementById('interest').value = dong(Math.max(0, loan.owed - before.reduce((sum, each) => sum + each[0], 0)));
    }, { id: 'full' }), button(t('save'), record, { class: 'btn btn-main', id: 'sign' }))];
}

// ── paying out ──────────────────────────────────────────────────────────────────────────────────────────────
const waitingPayouts = all => day.payouts.filter(loan => !all.some(each => each.about.paidOut === loan.id));

async function payouts() {
  const waiting = waitingPayouts(await store.events(day.session));
  const pay = loan => once(() => keep({ kind: 'PAYOUT', group: null, lines: [[store.uuid7(), '', loan.id, 0, 0, 0, loan.amount, '']], receipt: value('serial') },
    { name: loan.name, payer: loan.name, code: loan.code, paidOut: loan.id }));
  return [back(session), h('h1', {}, t('payouts')), told(),
    waiting.length ? field('serial', t('serial'), { maxlength: 30 }) : h('p', { class: 'muted' }, t('noPayouts')),
    waiting.map(loan => h('section', { class: 'panel' }, h('p', { class: 'list-title' }, loan.name),
      h('p', { class: 'small muted' }, `${loan.code} · ${loan.programme[lang]}${loan.group ? ' · ' + loan.group : ''}`),
      h('div', { class: 'big' }, button(t('payOutConfirm', dong(loan.amount), loan.name), () => pay(loan), { class: 'btn btn-main', 'data-payout': loan.code }))))];
}

// ── savings drawn ───────────────────────────────────────────────────────────────────────────────────────────
function drawings() {
  const list = h('ul', { class: 'list', id: 'found' });
  const find = event => {
    if (event.isComposing) return;
    const typed = folded(event.target.value.trim());
    const found = typed.length < 2 ? [] : day.members.filter(member => member.saved >= 0 && folded(`${member.name} ${member.group?.code ?? ''} ${member.group?.name ?? ''}`).includes(typed)).slice(0, 30);
    list.replaceChildren(...found.map(member => h('li', {}, h('button', { type: 'button', class: 'tile', 'data-member': member.id, onclick: () => show(drawing, member) },
      h('span', {}, h('span', { class: 'list-title' }, member.name), h('br'), h('span', { class: 'small muted' }, `${member.group?.name ?? ''} · ${t('saved2', dong(member.saved))}`))))));
  };
  return [back(session), h('h1', {}, t('drawings')), told(),
    field('search', t('searchMember'), { type: 'search', oninput: find, oncompositionend: find }), h('p', { class: 'small muted' }, t('searchFirst')), list];
}

/** Savings first repay debts: what is due on the day, less what this device took in. */
function owes(member, all) {
  const paid = id => all.flatMap(each => each.about.paid?.[id] ? [each.about.paid[id]] : []);
  const sums = member.loans.map(loan => {
    const interest = paid(loan.id).reduce((sum, each) => sum + each[0], 0), principal = paid(loan.id).reduce((sum, each) => sum + each[1], 0);
    return [Math.max(0, loan.asked - interest) + Math.max(0, Math.max(loan.due, loan.overdue) - principal), loan.outstanding - principal];
  });
  return { due: sums.reduce((sum, each) => sum + each[0], 0), runs: sums.reduce((sum, each) => sum + each[1], 0) };
}

async function drawing(member) {
  const all = await store.events(day.session);
  const left = member.saved + all.reduce((sum, each) => sum + (each.about.moved?.[member.id] ?? 0), 0);
  const { due, runs } = owes(member, all);
  const stops = day.draw !== 'FREE' && due > 0 ? t('drawDue', dong(due)) : day.draw === 'ALL_REPAID' && runs > 0 ? t('drawRuns', dong(runs)) : '';
  const record = () => once(async () => {
    const out = amount(value('amount'));
    const note = value('note').normalize('NFC');
    if (out === null) return say(t('badAmount'));
    if (out === 0) return say(t('nothing'));
    if (out > left) return say(t('drawTooMuch', dong(left)));
    if (!noteIsRight(note)) return say(t('tooLong'));
    await keep({ kind: 'WITHDRAWAL', group: member.group?.id ?? null, lines: [[store.uuid7(), member.id, '', 0, 0, 0, out, note]], receipt: value('serial') },
      { name: member.name, payer: member.name, code: member.group?.code ?? '', moved: { [member.id]: -out } });
  });
  return [back(drawings), h('h1', {}, member.name), h('p', { class: 'muted' }, `${member.group?.name ?? ''} · ${t('saved2', dong(left))}`), told(),
    stops ? h('p', { class: 'note note-warn', id: 'stops' }, stops) : [
      h('div', { class: 'field' }, money('amount', t('drawAmount'), 0)), field('note', t('note'), { maxlength: 200 }), field('serial', t('serial'), { maxlength: 30 }),
      h('div', { class: 'big' }, button(t('drawSign'), record, { class: 'btn btn-main', id: 'sign' }))]].flat();
}

// ── fees and commissions ────────────────────────────────────────────────────────────────────────────────────
const waitingDues = all => day.dues.filter(due => !all.some(each => each.about.due === due.id));

async function dues() {
  const waiting = waitingDues(await store.events(day.session));
  const whose = due => due.ofGroup ? t('commissionOf', due.name[lang]) : t('feeOf', due.name[lang]);
  const pay = due => once(() => keep({ kind: 'FEE', group: null, lines: [[store.uuid7(), '', '', 0, 0, 0, due.amount, '', due.id]], receipt: value('serial') },
    { name: due.name[lang], payer: due.head || due.name[lang], code: `${due.code} ${due.month}`.trim(), due: due.id }));
  return [back(session), h('h1', {}, t('dues')), told(),
    waiting.length ? field('serial', t('serial'), { maxlength: 30 }) : h('p', { class: 'muted' }, t('noDues')),
    waiting.map(due => h('section', { class: 'panel' }, h('p', { class: 'list-title' }, whose(due)),
      h('p', { class: 'small muted' }, `${t('month', due.month.split('-').reverse().join('/'))}${due.head ? ' · ' + due.head : ''}`),
      h('div', { class: 'big' }, button(t('payOutConfirm', dong(due.amount), due.head || due.name[lang]), () => pay(due), { class: 'btn btn-main', 'data-due': due.id }))))];
}

// ── receipts ────────────────────────────────────────────────────────────────────────────────────────────────
function receipt(event) {
  const { about } = event;
  const rows = [['interest', 0], ['saving', 1], ['principal', 2], [event.kind === 'WITHDRAWAL' ? 'drawn' : event.kind === 'FEE' ? 'dues' : 'paidOut', 3]].filter(([, n]) => about.sums[n] > 0).map(([name, n]) => [t(name), dong(about.sums[n])]);
  const paper = { title: t('receipt'), point: day.point, day: date(day.day), serial: about.serial || `${day.code}-${event.seq}`, name: about.payer, code: about.code,
    rows, total: [t(about.cash < 0 ? 'moneyOut' : 'moneyIn'), dong(Math.abs(about.cash))], signature: `${t('teller')}: ${day.teller}` };
  return [told(), h('article', { class: 'slip' }, h('h2', {}, paper.title), h('p', {}, `${paper.point} · ${paper.day} · ${paper.serial}`),
    h('p', { class: 'strong' }, paper.name), h('p', { class: 'small' }, paper.code),
    h('dl', { class: 'sums' }, [...rows, paper.total].flatMap(([label, text]) => [h('dt', {}, label), h('dd', { class: 'num' }, text)])),
    h('div', { class: 'signs' }, h('span', {}, t(about.cash < 0 ? 'receiver' : 'payer')), h('span', {}, t('teller'), h('br'), day.teller))),
  h('div', { class: 'big no-print' }, button(t('receiptPrint'), () => print(), { id: 'print' }),
    button(t('receiptEsc'), () => saveFile(`bien-lai-${event.seq}.bin`, escPos(paper)), { id: 'esc' }),
    button('‹ ' + day.point, () => show(session), { class: 'btn btn-main', id: 'to-session' })), h('p', { class: 'small muted no-print' }, t('receiptHand'))];
}

// ── the end of the day ──────────────────────────────────────────────────────────────────────────────────────
async function handIn() {
  const all = await store.events(day.session);
  const sums = [0, 1, 2, 3].map(n => all.reduce((sum, each) => sum + (each.about.sums?.[n] ?? 0), 0));
  const lines = all.reduce((sum, each) => sum + each.about.count, 0);
  const cash = sums[0] + sums[1] + sums[2] - sums[3];
  const paid = [['paidOut', 'PAYOUT'], ['drawn', 'WITHDRAWAL'], ['dues', 'FEE']]
    .map(([label, kind]) => [t(label), dong(all.filter(each => each.kind === kind).reduce((sum, each) => sum + each.about.sums[3], 0))]);
  const count = () => NOTES.reduce((sum, each) => sum + each * Number(value('note-' + each).replace(/\D/g, '')), 0);
  const tell = () => {
    document.getElementById('counted').textContent = dong(count());
    document.getElementById('gap').textContent = dong(count() - cash);
  };
  const record = () => once(async () => {
    const notes = Object.fromEntries(NOTES.map(each => [each, Number(value('note-' + each).replace(/\D/g, ''))]).filter(([, n]) => n > 0));
    const event = await store.record(day.session, { kind: 'HAND_IN', totals: { lines, interest: sums[0], saving: sums[1], principal: sums[2], paidOut: sums[3] }, counted: count(), notes },
      { name: '', cash: 0, sums: [0, 0, 0, 0], count: 0 });
    said = t('saved', event.seq, dong(cash));
    await show(session);
    setTimeout(background);
  });
  return [back(session), h('h1', {}, t('handIn')), told(),
    h('section', { class: 'panel' }, h('h2', {}, t('controls')), h('dl', { class: 'sums' },
      [[t('lines', lines), ''], [t('interest'), dong(sums[0])], [t('saving'), dong(sums[1])], [t('principal'), dong(sums[2])], ...paid, [t('total'), dong(cash)]]
        .flatMap(([label, text]) => [h('dt', {}, label), h('dd', { class: 'num' }, text)]))),
    h('section', { class: 'panel' }, h('h2', {}, t('count')), h('div', { class: 'notes', oninput: tell }, NOTES.flatMap(each => [
      h('label', { for: 'note-' + each }, dong(each)), h('input', { class: 'input', id: 'note-' + each, inputmode: 'numeric', maxlength: 6, autocomplete: 'off' }), h('span', {}, '×')])),
    h('dl', { class: 'sums' }, h('dt', {}, t('counted')), h('dd', { class: 'num', id: 'counted' }, '0'), h('dt', {}, t('gap')), h('dd', { class: 'num', id: 'gap' }, dong(-cash)))),
    h('p', { class: 'note note-warn' }, t('handInHint')), h('div', { class: 'big' }, button(t('handInSign'), record, { class: 'btn btn-main', id: 'sign' }))];
}

// ── in the background: from the open page, since browsers without background sync are common ──────────────────────
async function background() {
  if (!day || busy || !navigator.onLine || !store.isUnlocked()) return;
  const id = day.session;
  if (!(await store.events(id)).some(each => each.state === 'SAVED')) return;
  try {
    await sync.send(id);
    if (view === session || document.getElementById('unsent')) await draw();
  } catch (error) {
    if (error instanceof sync.Refusal && error.code === 'FIELD_DEVICE_REVOKED') once(() => { throw error; });
    // Everything else is tried again; the queue on the page says what is left.
  }
}

let touched = Date.now();
for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
setInterval(() => {
  if (store.isUnlocked() && Date.now() - touched > IDLE) {
    store.lock();
    draw();
  }
}, 5_000);
setInterval(background, 60_000);
addEventListener('online', () => { network(); background(); });
addEventListener('offline', network);
document.addEventListener('visibilitychange', () => { if (!document.hidden) background(); });
document.getElementById('lang').addEventListener('click', () => {
  lang = lang === 'vi' ? 'en' : 'vi';
  localStorage.setItem('dongvon-lang', lang);
  draw();
});

try {
  if (!('serviceWorker' in navigator) || !crypto.subtle || !indexedDB) throw new Error('too old');
  await navigator.serviceWorker.register('/field/worker.js', { scope: '/field' }).catch(error => { if (navigator.onLine && !navigator.serviceWorker.controller) console.warn(error); });
  await store.device();
  await draw();
} catch {
  app.replaceChildren(h('h1', {}, t('title')), h('p', { class: 'note note-warn' }, t('unsupported')));
}
