/* Buttons and switches of the simulators' panel. */
const said = document.querySelector('#said');
const read = async (path) => (await fetch(path)).json();

async function act(name, body = {}) {
  const reply = await fetch(name, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { ok, problem } = await reply.json();
  said.textContent = ok ? '好了' : problem;
  await show();
}

/** As the devices stand: what is not there is not shown, what is set is ticked, the card that lies is marked. */
async function show() {
  const { there, now, lying } = await read('state');
  for (const part of document.querySelectorAll('[data-part]')) part.hidden = !there[part.dataset.part];
  for (const switches of document.querySelectorAll('[data-device]')) for (const box of switches.querySelectorAll('input')) box.checked = now[switches.dataset.device]?.[box.name] === true;
  for (const button of document.querySelectorAll('[data-person]')) button.setAttribute('aria-pressed', String(button.dataset.person === lying));
}

for (const { id, name, note, odd } of await read('people')) {
  const button = document.createElement('button');
  const small = document.createElement('small');
  button.textContent = name;
  button.dataset.person = id;
  small.textContent = note;
  button.append(small);
  button.addEventListener('click', () => void act('card', { person: id }));
  document.querySelector(odd ? '#odd' : '#people').append(button);
  // A foreigner's card says no more than a number of its own kind: no social-security card has it.
  if (id !== 'foreigner-2017') document.querySelector('#social [name=person]').append(new Option(`${name} · ${note}`, id));
}
for (const button of document.querySelectorAll('[data-act]')) button.addEventListener('click', () => void act(button.dataset.act));
for (const switches of document.querySelectorAll('[data-device]')) switches.addEventListener('change', ({ target }) => void act(switches.dataset.device, { [target.name]: target.checked }));
for (const [form, name] of [['#social', 'socialCard'], ['#scan', 'scan']]) {
  document.querySelector(form).addEventListener('submit', (event) => {
    event.preventDefault();
    void act(name, Object.fromEntries(new FormData(event.target)));
  });
}
await show();

// The simulator keeps the last papers only, so what is new is told by the time at which the knife fell.
let shownMs = -1;
async function papers() {
  const all = await read('papers');
  document.querySelector('#no-papers').hidden = all.length > 0;
  for (const { index, cutAtMs } of all.filter((paper) => paper.cutAtMs > shownMs)) {
    const frame = document.createElement('iframe');
    frame.src = `papers/${index}`;
    frame.title = '打印出来的纸';
    document.querySelector('#papers').prepend(frame);
    shownMs = cutAtMs;
  }
}
setInterval(() => void papers(), 1000);
