// What the device keeps: keys, the day package, the events. Everything of people is encrypted under a key that only the PIN opens.
const NAME = 'dongvon-field';
const ROUNDS = 600_000;
const FREE_TRIES = 4;
const utf8 = new TextEncoder();
let opened;

const db = () => opened ??= new Promise((resolve, reject) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => {
    for (const store of ['meta', 'packages', 'heads']) asked.result.createObjectStore(store);
    asked.result.createObjectStore('events', { keyPath: ['session', 'seq'] });
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const ended = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = resolve;
  transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'));
});

async function writing(stores, work) {
  const transaction = (await db()).transaction(stores, 'readwrite', { durability: 'strict' });
  const end = ended(transaction);
  await work(name => transaction.objectStore(name), transaction);
  await end;
}

export const get = async (store, key) => done((await db()).transaction(store).objectStore(store).get(key));
export const put = (store, value, key) => writing([store], open => { open(store).put(value, key); });
export const remove = (store, key) => writing([store], open => { open(store).delete(key); });
export const keys = async store => done((await db()).transaction(store).objectStore(store).getAllKeys());

export const hex = bytes => [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('');
export const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));
export const sha256 = async bytes => crypto.subtle.digest('SHA-256', bytes);
const base64url = bytes => base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

// ── the device's own keys: neither leaves it ────────────────────────────────────────────────────────────────
export async function device() {
  const known = await get('meta', 'device');
  if (known) return known;
  const keyPair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const mac = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const spki = await crypto.subtle.exportKey('spki', keyPair.publicKey);
  const made = { keyPair, mac, spki, keyId: hex(await sha256(spki)), id: null, name: null, request: null };
  await put('meta', made, 'device');
  return made;
}

export const code = keyId => keyId.slice(0, 12).toUpperCase().replace(/(.{4})(?=.)/g, '$1-');

// ── PIN and lock ────────────────────────────────────────────────────────────────────────────────────────────
let key = null;
export const isUnlocked = () => key !== null;
export const lock = () => { key = null; };
export const hasPin = async () => Boolean(await get('meta', 'lock'));

async function keyOf(pin, salt) {
  const typed = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, typed, 256);
  const mixed = await crypto.subtle.sign('HMAC', (await device()).mac, bits);
  return crypto.subtle.importKey('raw', mixed, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const imported = raw => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function setPin(pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(pin, salt), raw);
  await put('meta', { salt, iv, wrapped, wrong: 0, until: 0 }, 'lock');
  key = await imported(raw);
}

/** 'open', 'wrong', or the seconds to wait. Wrong PINs never destroy anything: what is not sent is money. */
export async function unlock(pin) {
  const held = await get('meta', 'lock');
  const wait = Math.ceil((held.until - Date.now()) / 1000);
  if (wait > 0) return wait;
  try {
    const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: held.iv }, await keyOf(pin, held.salt), held.wrapped);
    key = await imported(raw);
    if (held.wrong) await put('meta', { ...held, wrong: 0, until: 0 }, 'lock');
    return 'open';
  } catch {
    const wrong = held.wrong + 1;
    const pause = wrong > FREE_TRIES ? Math.min(3600, 30 * 2 ** (wrong - FREE_TRIES - 1)) : 0;
    await put('meta', { ...held, wrong, until: Date.now() + pause * 1000 }, 'lock');
    return pause || 'wrong';
  }
}

async function sealed(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(JSON.stringify(value))) };
}

async function unsealed(kept) {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.data);
  return JSON.parse(new TextDecoder().decode(plain));
}

// ── the day package ─────────────────────────────────────────────────────────────────────────────────────────
export const savePackage = async (session, value, etag) => put('packages', { ...await sealed(value), etag, at: Date.now() }, session);
export const packageTag = async session => (await get('packages', session))?.etag ?? '';

export async function loadPackage(session) {
  const kept = await get('packages', session);
  return kept ? { ...await unsealed(kept), takenAt: kept.at } : null;
}

// ── events: numbered, chained, signed, encrypted, then written in one transaction; only then is anything "saved" ─────────
export async function record(session, content, about) {
  const { keyPair, id: deviceId } = await device();
  for (;;) {
    const head = await get('heads', session) ?? { seq: 0, hash: '0'.repeat(64), over: false };
    if (head.over) throw new Error('handed in');
    const event = { id: uuid7(), device: deviceId, session, seq: head.seq + 1, prev: head.hash, at: Date.now(), ...content };
    const body = JSON.stringify(event);
    const bytes = utf8.encode(body);
    const sig = base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keyPair.privateKey, bytes));
    const hash = hex(await sha256(bytes));
    const kept = { session, seq: event.seq, id: event.id, kind: event.kind, state: 'SAVED', desk: 0, ...await sealed({ body, sig, about }) };
    let taken = false;
    await writing(['heads', 'events'], async open => {
      const now = await done(open('heads').get(session)) ?? { seq: 0 };
      if (now.seq !== head.seq) { taken = true; return; }                // another tab was faster: number it anew
      open('events').add(kept);
      open('heads').put({ seq: event.seq, hash, over: event.kind === 'HAND_IN' }, session);
    });
    if (!taken) return { ...kept, about };
  }
}

export const isOver = async session => Boolean((await get('heads', session))?.over);

const ofSession = session => IDBKeyRange.bound([session, 0], [session, Number.MAX_SAFE_INTEGER]);

export async function events(session) {
  const kept = await done((await db()).transaction('events').objectStore('events').getAll(ofSession(session)));
  return Promise.all(kept.map(async each => ({ ...each, ...await unsealed(each) })));
}

/** What the server says of events it has. */
export async function confirm(session, standings) {
  await writing(['events'], async open => {
    for (const each of standings) {
      const kept = await done(open('events').get([session, each.which.seq]));
      if (kept && kept.id === each.which.id) open('events').put({ ...kept, state: each.which.state, desk: each.desk, voucher: each.voucher });
    }
  });
}

/** A session that the server holds whole leaves the device. */
export const forget = session => writing(['packages', 'events', 'heads', 'meta'], open => {
  open('packages').delete(session);
  open('events').delete(ofSession(session));
  open('heads').delete(session);
  open('meta').delete('batch ' + session);
});

export async function wipe() {
  key = null;
  (await db()).close();
  opened = undefined;
  await done(indexedDB.deleteDatabase(NAME));
}

export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) { bytes[i] = time % 256; time = Math.floor(time / 256); }
  bytes[6] = bytes[6] & 0x0f | 0x70;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  return hex(bytes).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
