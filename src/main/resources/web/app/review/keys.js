/** What the keys of the review do; the view acts on them and the help shows them. */
export const KEYS = [
  { shown: ['1', '–', '5'], does: 'It is that one' },
  { shown: ['Enter'], or: ['A'], does: 'The first is right' },
  { shown: ['/'], or: ['C'], does: 'Name another class' },
  { shown: ['N'], does: 'Not clothing' },
  { shown: ['S'], or: ['→'], does: 'Skip' },
  { shown: ['U'], or: ['Ctrl', 'Z'], does: 'Undo; again for the one before' },
  { shown: ['H'], does: 'Heat map: what the model looked at' },
  { shown: ['X'], or: ['Shift', 'X'], does: 'Mark the next photo as the same; take the last mark back' },
  { shown: ['↓'], does: 'To the photos that come next; there ← → go, X or Space marks, Shift marks on the way, Enter looks' },
  { shown: ['Esc'], does: 'Clear the marks' },
  { shown: ['W'], does: 'Say why' },
  { shown: ['?'], does: 'This help' },
];

const SWITCH = 'hangtag.review.keys';

/** Whether single keys act. Who talks to the machine switches them off, lest a word becomes ten decisions. */
export const keysOn = () => localStorage.getItem(SWITCH) !== 'off';

export const switchKeys = (on) => localStorage.setItem(SWITCH, on ? 'on' : 'off');

const isTyping = (target) => Boolean(target.closest('input:not([type=checkbox], [type=radio]), select, textarea, dialog'));
const isPressed = (target) => Boolean(target.closest('a, button, summary, label'));

/** The act that a key event asks for, if any: `{act, choice}`. */
export function actOf(event) {
  const { key, target } = event;
  if (isTyping(target) || event.isComposing || event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'z' && !event.shiftKey ? { act: 'undo' } : undefined;
  // A key that is held down would decide on photos nobody has seen.
  if (!keysOn() || event.repeat) return undefined;
  if (/^[1-5]$/.test(key)) return { act: 'choose', choice: Number(key) - 1 };
  if (key === 'Enter') return isPressed(target) ? undefined : { act: 'accept' };
  if (key === 'X') return { act: 'unmark' };
  const act = {
    a: 'accept',
    '/': 'type',
    c: 'type',
    n: 'not-clothing',
    s: 'skip',
    ArrowRight: 'skip',
    u: 'undo',
    h: 'heat',
    x: 'mark',
    ArrowDown: 'strip',
    Escape: 'clear',
    w: 'why',
    '?': 'help',
  }[key.length === 1 ? key.toLowerCase() : key];
  return act && { act };
}
