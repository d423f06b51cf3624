/* What the city's desk says of PINs that people set themselves, in English. */
import type { cityOwnPin as zh } from '../../zh-cn/city/own-pin.ts';

export const cityOwnPin: Readonly<Record<keyof typeof zh, string>> = {
  'cityDesk.ownPin': '{{name}}, set your own PIN', 'cityDesk.ownPinWhy': 'Somebody else gave you this PIN. It is good for setting another only.', 'cityDesk.changePin': 'Change PIN', 'cityDesk.pinNow': 'Present PIN', 'cityDesk.pinNowWrong': 'The present PIN is wrong, try again', 'cityDesk.newPin': 'New PIN', 'cityDesk.newPinAgain': 'New PIN once more',
  'cityDesk.pinRule': '6 to 12 digits, not all the same, not a run.', 'cityDesk.pinsDiffer': 'The two are not the same. Type them again.', 'cityDesk.setPin': 'Save new PIN', 'cityDesk.pinSet': 'PIN changed; you are signed out everywhere else',
  'cityDesk.act.pinGiven': 'First PIN given', 'cityDesk.act.pinSet': 'Own PIN set',
  'cityDesk.refusal.pinFirst': 'Set your own PIN first', 'cityDesk.refusal.pinAgain': 'Your PIN was typed too long ago: sign out and in again', 'cityDesk.refusal.secondPinFirst': 'Somebody else gave the other supervisor this PIN, so it does not count: let them sign in and set their own first',
  'cityDesk.refusal.pinShort': 'A PIN has 6 to 12 digits', 'cityDesk.refusal.pinSame': 'A PIN cannot be one digit over and over', 'cityDesk.refusal.pinRun': 'A PIN cannot be a run of digits, such as 123456', 'cityDesk.refusal.pinIsId': 'A PIN cannot be your own id', 'cityDesk.refusal.pinOld': 'Somebody else gave you this PIN. Choose a new one',
};
