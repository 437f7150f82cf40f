/** The words of each refusal: a heading that says why there is no answer, and a line that says what to do instead. */
import { escapeMarkdown } from '../elements/escaped-text';
import { refusalText } from '../sections/import-text';
import type { Refusal } from '../contract/refusal';
import type { Text } from '../text';

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

function plain(
  {
    code,
  }: {
    readonly code: Exclude<
      Code,
      | HeardCode
      | 'date-in-the-past'
      | 'override-over'
      | 'which-competency'
      | 'no-override'
      | 'import-refused'
      | 'value-does-not-fit'
      | 'level-does-not-exist'
    >;
  },
  text: Text,
): string {
  return text.say(`refusal.${code}`);
}

function own(
  {
    code,
  }: {
    readonly code:
      | 'no-own-record'
      | 'one-file-only'
      | 'not-a-file'
      | 'file-in-private'
      | 'import-expired'
      | 'no-import-to-undo'
      | 'import-undo-too-late'
      | 'own-data'
      | 'admins-only'
      | 'last-admin'
      | 'admin-by-settings'
      | 'unknown-account'
      | 'not-your-card'
      | 'only-in-private'
      | 'tenant-not-allowed'
      | 'no-work-account'
      | 'other-organization'
      | 'store-unavailable'
      | 'card-outdated'
      | 'not-a-date'
      | 'date-in-the-past'
      | 'which-event'
      | 'which-credential'
      | 'which-value'
      | 'value-does-not-fit'
      | 'day-to-come'
      | 'already-so'
      | 'changed-since'
      | 'nothing-to-undo'
      | 'undo-too-late'
      | 'no-override'
      | 'override-over';
  },
  text: Text,
): string {
  return text.say(`refusal.help.${code}`);
}

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
  'unknown-competency': { heading: heard, help: nearest },
  'no-own-record': { heading: plain, help: own },
  'unknown-person': { heading: heard, help: nearest },
  'unknown-account': { heading: heard, help: own },
  'which-competency': { heading: ({ ask }, text) => text.say('refusal.which-competency', { ask }), help: choose },
  'unknown-credential': { heading: heard, help: nearest },
  'not-a-date': { heading: heard, help: own },
  'date-in-the-past': { heading: inThePast, help: own },
  'which-event': { heading: plain, help: own },
  'which-person': { heading: plain, help: choose },
  'level-does-not-exist': {
    heading: ({ competency, level }, text) => text.say('refusal.level-does-not-exist', { competency, level }),
    help: nearest,
  },
  'unknown-metric': { heading: heard, help: nearest },
  'which-value': { heading: plain, help: own },
  'value-does-not-fit': {
    heading: ({ metric }, text) => text.say('refusal.value-does-not-fit', { metric }),
    help: own,
  },
  'which-credential': { heading: plain, help: own },
  'not-on-record': { heading: plain, help: nearest },
  'day-to-come': { heading: plain, help: own },
  'already-so': { heading: plain, help: own },
  'changed-since': { heading: plain, help: own },
  'no-override': { heading: ({ competency }, text) => text.say('refusal.no-override', { competency }), help: own },
  'override-over': { heading: inThePast, help: own },
  'nothing-to-undo': { heading: plain, help: own },
  'undo-too-late': { heading: plain, help: own },
  'one-file-only': { heading: plain, help: own },
  'not-a-file': { heading: plain, help: (refusal, text) => withPlus(own(refusal, text), refusal, text) },
  'file-in-private': { heading: plain, help: own },
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
  'import-expired': { heading: plain, help: own },
  'no-import-to-undo': { heading: plain, help: own },
  'import-undo-too-late': { heading: plain, help: own },
  'own-data': { heading: plain, help: own },
  'admins-only': { heading: plain, help: own },
  'last-admin': { heading: plain, help: own },
  'admin-by-settings': { heading: plain, help: own },
  'not-your-card': { heading: plain, help: own },
  'only-in-private': { heading: plain, help: own },
  'too-long': { heading: plain, help: ({ most }, text) => text.say('refusal.help.too-long', { most }) },
  'tenant-not-allowed': { heading: plain, help: own },
  'no-work-account': { heading: plain, help: own },
  'other-organization': { heading: plain, help: own },
  'too-many': { heading: plain, help: ({ seconds }, text) => text.say('refusal.help.too-many', { seconds }) },
  'store-unavailable': { heading: plain, help: own },
  'card-outdated': { heading: plain, help: own },
  'went-wrong': { heading: plain, help: ({ reference }, text) => text.say('refusal.help.went-wrong', { reference }) },
};
