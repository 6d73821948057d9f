// Brings events to the server: the same upload under the same id until it is confirmed, in pieces, from where the last one stopped.
import * as store from '/field/store.js';

const PIECE = 16_384;
const MOST_EVENTS = 60;
let token = null;

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.code = problem.code ?? '';
  }
}

export async function call(path, options = {}) {
  const headers = { Accept: 'application/json', ...options.headers };
  if (options.method && token) headers[token.header] = token.value;
  const answer = await fetch(path, { ...options, headers, cache: 'no-store', redirect: 'manual', credentials: 'same-origin' });
  if (answer.type === 'opaqueredirect' || answer.status === 401) throw new Refusal(401, {});
  if (answer.status === 304) return { answer, json: null };
  const json = (answer.headers.get('Content-Type') ?? '').includes('json') ? await answer.json() : {};
  if (!answer.ok) throw new Refusal(answer.status, json);
  return { answer, json };
}

export async function me() {
  const { json } = await call('/api/v1/field/me');
  token = json.token;
  return json;
}

export const post = (path, body) => call(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': store.uuid7() }, body: JSON.stringify(body) });

/** Asks what became of the enrolment; a revoked device wipes itself. */
export async function checkDevice() {
  const device = await store.device();
  const { json } = await call('/api/v1/field/devices/' + device.keyId);
  if (json.state === 'REVOKED') {
    await store.wipe();
    return 'REVOKED';
  }
  if (json.state === 'ACTIVE' && device.id !== json.id) await store.put('meta', { ...device, id: json.id }, 'device');
  return json.state;
}

export async function takePackage(session) {
  const device = await store.device();
  await post(`/api/v1/field/sessions/${session}/checkouts`, { device: device.id });
  const tag = await store.packageTag(session);
  const { answer, json } = await call(`/api/v1/field/sessions/${session}/package`, tag ? { headers: { 'If-None-Match': tag } } : {});
  if (json) await store.savePackage(session, json, answer.headers.get('ETag') ?? '');
}

const zipped = async text => new Uint8Array(await new Response(
  new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

const digest = async bytes => `sha-256=:${store.base64(await store.sha256(bytes))}:`;

export const batchText = events => JSON.stringify({ v: 1, events: events.map(({ body, sig }) => ({ body, sig })) });

/** Sends bytes under an id; the answer of the whole. */
export async function upload(id, device, bytes) {
  const whole = await digest(bytes);
  let { json: { held } } = await call('/api/v1/field/uploads/' + id);
  if (held >= bytes.length) held = 0;
  for (;;) {
    const piece = bytes.slice(held, held + PIECE);
    const { json } = await call(`/api/v1/field/uploads/${id}?device=${device}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes ${held}-${held + piece.length - 1}/${bytes.length}`,
        'Content-Digest': await digest(piece),
        'Repr-Digest': whole },
      body: piece });
    if (json.answer) return json.answer;
    held = json.held;
  }
}

/** Sends what is not confirmed; how many events were sent. */
export async function send(session) {
  await me();
  if (await checkDevice() === 'REVOKED') throw new Refusal(403, { code: 'FIELD_DEVICE_REVOKED' });
  const { id: device } = await store.device();
  let sent = 0;
  for (;;) {
    const batch = await nextBatch(session);
    if (!batch) return sent;
    const answer = await upload(batch.id, device, batch.bytes);
    await store.confirm(session, answer.events);
    await store.remove('meta', 'batch ' + session);
    sent += batch.count;
  }
}

/** An upload keeps its id and its bytes until it is confirmed, whatever happens to the tab. */
async function nextBatch(session) {
  const kept = await store.get('meta', 'batch ' + session);
  if (kept) return kept;
  const unsent = (await store.events(session)).filter(each => each.state === 'SAVED').slice(0, MOST_EVENTS);
  if (!unsent.length) return null;
  const batch = { id: store.uuid7(), count: unsent.length, bytes: await zipped(batchText(unsent)) };
  await store.put('meta', batch, 'batch ' + session);
  return batch;
}

/** A file of another device, brought on a card. */
export async function sendFile(text) {
  await me();
  const file = JSON.parse(text);
  const first = JSON.parse(file.events[0].body);
  const bytes = await zipped(JSON.stringify({ v: 1, events: file.events }));
  const name = new Uint8Array(await store.sha256(bytes)).slice(0, 16);
  name[6] = name[6] & 0x0f | 0x80;
  name[8] = name[8] & 0x3f | 0x80;
  const id = store.hex(name).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  return { session: first.session, answer: await upload(id, first.device, bytes) };
}
