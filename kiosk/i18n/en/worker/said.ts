/* English: what a worker's pages say aloud. */
import type { Translated } from '../../text-keys.ts';
import type { workerSaid as source } from '../../zh-cn/worker/said.ts';

export const workerSaid: Translated<typeof source> = {
  home: 'This is your page. Tap what you want to do.', homeCalled: 'You are being called. Please go to the table now.', homeEvening: 'There is work to confirm. Please tap: after work.',
  jobs: 'These jobs want people. Tap one to see pay, time and place.', jobTrades: 'What work? Tap one.', jobDetail: 'Please look at pay, time and place. If you want it, tap: I want this job.',
  wishes: 'What work do you want? Tap a line to change it. Your place in the queue stays.', wish: 'One tap, and it is noted.', calls: 'Your calls are on top. Below is why others have not called you.', call: 'You are being called. If you want to, tap: I am going.', callNo: 'Why not? Tap one. Your number stays.',
  offer: 'Another hall has work for you. If you want to, tap: I am going.', evening: 'Please tap a job.', arrived: 'Did you get there?', done: 'Is the work done?', paid: 'Were you paid in full?',
  notPaid: 'Do not worry, we help you. Tap the button and two papers are printed. One is a number for the rights window, the other says who owes what. There is no fee.', rights: 'It is noted. Your number for the rights window is: {{number}}. Please take both papers.', rightsNoWindow: 'It is noted. Please take the paper to the desk.',
  data: 'This is your data, you decide. Tap to see, change or delete it.', copy: 'This is what we note. When you have read it, tap end.', newPhone: 'Please press the new number.', newTrades: 'What work can you do? Tap the pictures.', consents: 'Tap to agree, tap again to take it back.',
  erase: 'Delete your data? Name, ID number and phone are deleted. To find work again, just register again.', eraseSure: 'To delete, hold the button for three seconds. If not, tap back.', opinion: 'How was it today? Tap a face.', opinionWhy: 'What was good or bad? No name is noted.',
  news: 'Tap one to read. It can be printed.', leaflet: 'Please read. To take it along, tap print.', steadyJobs: 'These are steady jobs. Note the number or the employer and go to a window.', training: 'What do you want to learn? Tap one.', sheet: 'It is being printed. Please take it.',
  crew: 'Next person, put your ID card here. When all are there, tap the blue button.', crewStands: 'You are a crew already.', crewFirst: 'Please get a number for work first.', missed: 'Please press the number on your ticket.', booked: 'These are your appointments.', bookService: 'For which service? Tap one.', slots: 'When? First the day, then the time.',
  closed: 'Calling is over for today. Please come again tomorrow morning.', notNow: 'There are no numbers right now. Please see the hours on the big screen.', full: 'All numbers of today are taken. Staff will try to help.', noCardTrades: 'You can get a number without a card. What work can you do? Tap the pictures.',
};
