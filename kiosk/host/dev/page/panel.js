/* Buttons of the simulators' panel. */
const said = document.querySelector('#said');

async function act(name, body = {}) {
  const reply = await fetch(name, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { ok, problem } = await reply.json();
  said.textContent = ok ? '好了' : problem;
}

for (const { id, name, note } of await (await fetch('people')).json()) {
  const button = document.createElement('button');
  const small = document.createElement('small');
  button.textContent = name;
  small.textContent = note;
  button.append(small);
  button.addEventListener('click', () => void act('card', { person: id }));
  document.querySelector('#people').append(button);
}
document.querySelector('[data-act=lift]').addEventListener('click', () => void act('lift'));
for (const box of document.querySelectorAll('[data-printer]')) box.addEventListener('change', () => void act('printer', { [box.dataset.printer]: box.checked }));
for (const box of document.querySelectorAll('[data-reader]')) box.addEventListener('change', () => void act('reader', { [box.dataset.reader]: box.checked }));

// The simulator keeps the last papers only, so what is new is told by the time at which the knife fell.
let shownMs = -1;
async function papers() {
  const all = await (await fetch('papers')).json();
  for (const { index, cutAtMs } of all.filter((paper) => paper.cutAtMs > shownMs)) {
    const frame = document.createElement('iframe');
    frame.src = `papers/${index}`;
    frame.title = '打印出来的纸';
    document.querySelector('#papers').prepend(frame);
    shownMs = cutAtMs;
  }
}
setInterval(() => void papers(), 1000);
