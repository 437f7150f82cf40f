/** The words of each refusal: a heading that says why there is no answer, and a line that says what to do instead. */
import { escapeMarkdown } from '../elements/escaped-text';
import { refusalText } from '../sections/import-text';
import type { Refusal } from '../contract/refusal';
import type { Key, Text } from '../text';

type Code = Refusal['code'];

/** The words of one kind of refusal. */
interface Words<R> {
  heading(refusal: R, text: Text): string;
  help(refusal: R, text: Text): string;
}

/** The heading of a refusal. */
export function refusalHeading(refusal: Refusal, text: Text): string {
  return wordsFor(refusal).heading(refusal, text);
}

/** What to do instead. */
export function refusalHelp(refusal: Refusal, text: Text): string {
  return wordsFor(refusal).help(refusal, text);
}

function wordsFor({ code }: Refusal): Words<Refusal> {
  return words[code];
}

/** In characters. */
const longestQuote = 60;

function quoted(typed: string): string {
  return escapeMarkdown(typed, longestQuote);
}

type HeardCode = Extract<Refusal, { readonly heard: string }>['code'];

function heard({ code, heard: typed }: { readonly code: HeardCode; readonly heard: string }, text: Text): string {
  return text.say(`refusal.${code}`, { heard: quoted(typed) });
}

function inThePast({ date }: { readonly date: string }, text: Text): string {
  return text.say('refusal.date-in-the-past', { date: text.date(date) });
}

/** The codes with a message `<prefix>.<code>`. */
type CodeWith<Prefix extends string> = { readonly [C in Code]: `${Prefix}.${C}` extends Key ? C : never }[Code];

/** The codes whose heading, or whose help, has to be filled from the refusal. */
type FilledHeading =
  | HeardCode
  | 'date-in-the-past'
  | 'file-given-up'
  | 'file-not-read'
  | 'import-refused'
  | 'level-does-not-exist'
  | 'no-override'
  | 'override-over'
  | 'other-currency'
  | 'value-does-not-fit'
  | 'which-competency';
type FilledHelp = 'file-not-fetched' | 'file-not-read' | 'other-currency' | 'too-long' | 'too-many' | 'went-wrong';

function plain({ code }: { readonly code: Exclude<CodeWith<'refusal'>, FilledHeading> }, text: Text): string {
  return text.say(`refusal.${code}`);
}

function own({ code }: { readonly code: Exclude<CodeWith<'refusal.help'>, FilledHelp> }, text: Text): string {
  return text.say(`refusal.help.${code}`);
}

/** Both messages stand in the text under the code, and need nothing of the refusal. */
const fixed = { heading: plain, help: own };

/** With a plus sign in the name of the file its loss has a known reason, and a remedy. */
function withPlus(help: string, { hasPlus }: { readonly hasPlus?: true }, text: Text): string {
  return hasPlus ? `${text.say('refusal.help.plus-in-name')} ${help}` : help;
}

function choose(_: Refusal, text: Text): string {
  return text.say('refusal.help.choose');
}

function nearest(refusal: { readonly nearest?: readonly unknown[] }, text: Text): string {
  const isAnyNear = (refusal.nearest ?? []).length > 0;
  return text.say(isAnyNear ? 'refusal.help.nearest' : 'refusal.help.nothing-near');
}

const words: { readonly [C in Code]: Words<Extract<Refusal, { readonly code: C }>> } = {
  'not-understood': { heading: heard, help: nearest },
  ambiguous: { heading: heard, help: choose },
  'several-requests': fixed,
  'bare-answer': fixed,
  'unknown-competency': { heading: heard, help: nearest },
  'no-own-record': fixed,
  'not-kept-out': fixed,
  'unknown-person': { heading: heard, help: nearest },
  'unknown-account': { heading: heard, help: own },
  'which-competency': { heading: ({ ask }, text) => text.say('refusal.which-competency', { ask }), help: choose },
  'unknown-credential': { heading: heard, help: nearest },
  'not-a-date': { heading: heard, help: own },
  'which-day': { heading: heard, help: own },
  'date-in-the-past': { heading: inThePast, help: own },
  'which-event': fixed,
  'which-person': {
    heading: plain,
    help: (refusal, text) => (refusal.nearest.length > 0 ? choose : own)(refusal, text),
  },
  'no-duplicate': {
    heading: ({ name }, text) =>
      text.say('refusal.no-duplicate', { known: name === undefined ? 'no' : 'yes', name: name ?? '' }),
    help: own,
  },
  'level-does-not-exist': {
    heading: ({ competency, level }, text) => text.say('refusal.level-does-not-exist', { competency, level }),
    help: nearest,
  },
  'unknown-metric': { heading: heard, help: nearest },
  'which-value': fixed,
  'value-does-not-fit': {
    heading: ({ metric }, text) => text.say('refusal.value-does-not-fit', { metric }),
    help: own,
  },
  'other-currency': {
    heading: ({ metric }, text) => text.say('refusal.other-currency', { metric }),
    help: ({ currency }, text) => text.say('refusal.help.other-currency', { currency }),
  },
  'which-currency': { heading: plain, help: choose },
  'cost-does-not-fit': {
    heading: ({ exam }, text) => text.say('refusal.cost-does-not-fit', { exam: exam ?? text.say('cost.any-exam') }),
    help: own,
  },
  'which-credential': fixed,
  'not-on-record': { heading: plain, help: nearest },
  'day-to-come': fixed,
  'already-so': fixed,
  'changed-since': fixed,
  'no-override': { heading: ({ competency }, text) => text.say('refusal.no-override', { competency }), help: own },
  'override-over': { heading: inThePast, help: own },
  'nothing-to-undo': fixed,
  'undo-too-late': fixed,
  'one-file-only': fixed,
  'not-a-file': { heading: plain, help: (refusal, text) => withPlus(own(refusal, text), refusal, text) },
  'file-in-private': fixed,
  'file-given-up': {
    heading: ({ file }, text) => text.say('refusal.file-given-up', { file: quoted(file) }),
    help: own,
  },
  'file-not-fetched': {
    heading: plain,
    help: (refusal, text) => {
      const { fault, mib } = refusal;
      return withPlus(text.say('refusal.help.file-not-fetched', { fault, mib }), refusal, text);
    },
  },
  'file-not-read': {
    heading: ({ path }, text) => text.say('refusal.file-not-read', { path: quoted(path) }),
    help: ({ fault, mib }, text) => text.say('refusal.help.file-not-read', { fault, mib }),
  },
  'import-refused': {
    heading: ({ file }, text) => text.say('refusal.import-refused', { file: quoted(file) }),
    help: ({ refusal }, text) => refusalText(refusal, text),
  },
  'import-expired': fixed,
  'no-import-to-undo': fixed,
  'import-undo-too-late': fixed,
  'own-data': fixed,
  'admins-only': fixed,
  'not-confirmed': fixed,
  'last-admin': fixed,
  'admin-by-settings': fixed,
  'not-your-card': fixed,
  'not-your-task': fixed,
  'only-in-private': fixed,
  'too-long': { heading: plain, help: ({ most }, text) => text.say('refusal.help.too-long', { most }) },
  'tenant-not-allowed': fixed,
  'no-work-account': fixed,
  'other-organization': fixed,
  'too-many': { heading: plain, help: ({ seconds }, text) => text.say('refusal.help.too-many', { seconds }) },
  'store-unavailable': fixed,
  'card-outdated': fixed,
  'went-wrong': { heading: plain, help: ({ reference }, text) => text.say('refusal.help.went-wrong', { reference }) },
};
