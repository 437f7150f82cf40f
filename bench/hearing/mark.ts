/** Marks what was understood against what was meant; the rules are in README.md beside this file. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { foldHan } from '../../bot/language-understanding/han-folding';
import { normalize } from '../../bot/language-understanding/message-text';
import { isSameByPinyin } from '../../bot/language-understanding/pinyin-name';
import { inHeardTerms } from '../../bot/hearing/heard-terms';
import { recognizeProgramme } from '../../bot/recognizers/programme-recognizer';
import type { Meaning } from '../../bot/intents/meaning';
import type { Understanding } from '../../bot/intents/understanding';
import { names, type CorpusLine } from './corpus';
import { isSameId, today } from './hearing';

export interface Mark {
  readonly line: CorpusLine;
  /** Whether the command is right, and whether its parameters are as well. */
  readonly isRight: boolean;
  readonly isWhole: boolean;
  /** Whether an answer to another question would be given. */
  readonly isConfidentlyWrong: boolean;
  /** Of three suggestions: whether one is the command that was meant; undefined where nothing was suggested. */
  readonly related?: boolean;
  readonly text: string;
}

/** The mark of one sentence. */
export function markOf(written: CorpusLine, understood: Understanding): Mark {
  const line = labelled(written);
  const heard = told(understood);
  const accepted = acceptedAsks(line);
  const got = askOf(heard);
  const isAskedBack = line.ask === null && heard.missing !== undefined;
  const isRight = accepted.includes(got) || isAskedBack || (line.ask === null && isNoted(line, heard, got));
  const isWhole = isRight && areSame(line, heard);
  const isConfidentlyWrong = heard.meaning !== undefined && !isRight;
  const related =
    got === 'null' && line.ask !== null && line.ask !== 'none'
      ? heard.also.some((one) => isMeant(line, one))
      : undefined;
  const brief = ({ ask, parameters }: Meaning) => `${ask} ${JSON.stringify(parameters)}`;
  const meant = `${line.ask ?? 'null'} ${JSON.stringify(line.parameters)}`;
  const found = heard.meaning
    ? brief(heard.meaning)
    : `${got}${heard.missing ? ` lacks ${heard.missing.ask}.${heard.missing.parameter}` : ''} [${heard.also.map(brief).join(' | ')}]`;
  return {
    line,
    isRight,
    isWhole,
    isConfidentlyWrong,
    ...(related !== undefined && { related }),
    text: `${isRight ? '  ~' : '  x'} ${line.locale} ${line.text}\n      meant ${meant}\n      heard ${found} (${heard.sure.toFixed(2)})`,
  };
}

/** Writers who knew more commands than `hear` has ids for are read in its ids. */
function labelled({ ask, parameters, ...line }: CorpusLine): CorpusLine {
  return { ...line, ...(ask === null ? { ask, parameters } : inHeardTerms({ ask, parameters })) };
}

function told({ meaning, also, ...heard }: Understanding): Understanding {
  return { ...heard, ...(meaning && { meaning: inHeardTerms(meaning) }), also: also.map(inHeardTerms) };
}

/** The id as `hear` prints it, with the topic of help; what is asked back is null. */
function askOf({ meaning, missing, isElsewhere, also }: Understanding): string {
  if (isElsewhere) return 'none';
  if (meaning) return labelOf(meaning.ask, meaning.parameters);
  return missing && also.length === 0 ? missing.ask : 'null';
}

function labelOf(ask: string, { topic }: Readonly<Record<string, unknown>>): string {
  return ask === 'help' && typeof topic === 'string' ? `help:${topic}` : ask;
}

function acceptedAsks({ ask, parameters, note = '' }: CorpusLine): readonly string[] {
  const own = ask === null ? 'null' : labelOf(ask, parameters);
  const asked = /asking back|may ask|反问|反問|переспросить|pode perguntar/u.test(note) ? ['null'] : [];
  const alternatives = ['person', 'expiring', 'risk', 'competency', 'membership'].filter((one) => note.includes(one));
  const certificate = ask === 'renewed' && 'credential' in parameters ? ['completed'] : [];
  const nothing = ask === 'none' ? ['null'] : [];
  const shown = ask === 'figure' && 'metric' in parameters && !('value' in parameters) ? ['figures'] : [];
  const talk = own === 'help' ? ['none'] : [];
  const file = own === 'import' ? ['help:import'] : own === 'help:import' ? ['import'] : [];
  return [...talk, ...file, own, ...asked, ...alternatives, ...certificate, ...nothing, ...shown];
}

/** Where the writer wants to be asked back, some notes name a preview that asks for the rest. */
function isNoted({ note = '' }: CorpusLine, { meaning }: Understanding, got: string): boolean {
  const days = Object.values(meaning?.parameters ?? {}).filter(
    (value) => typeof value === 'string' && /^\d{4}-/u.test(value),
  );
  return note.includes(got) || days.some((day) => note.includes(String(day)));
}

function isMeant(line: CorpusLine, one: Meaning): boolean {
  return one.ask === line.ask && (line.ask !== 'help' || one.parameters['topic'] === line.parameters['topic']);
}

/** Parameters that the question itself does not take are not compared. */
const taken: Readonly<Record<string, readonly string[]>> = {
  competency: ['competency'],
  requirements: ['competency'],
  why: ['competency', 'level'],
  person: ['person'],
  'who-holds': ['credential'],
  serves: ['credential'],
  plan: ['competency', 'level'],
  'what-if': ['events'],
  'key-people': ['competency'],
  expiring: ['days', 'until'],
  benefits: ['level'],
  membership: ['level', 'boughtOn'],
  renewed: ['on'],
  programme: ['programme'],
  left: ['person', 'on'],
  completed: ['person', 'credential', 'on'],
  remove: ['person', 'credential'],
  figure: ['metric', 'value', 'on'],
  override: ['competency', 'level', 'until'],
  onboard: ['person'],
  step: ['on'],
  help: ['topic'],
};

function areSame(said: CorpusLine, { meaning }: Understanding): boolean {
  if (!meaning || meaning.ask !== said.ask) return true;
  const line = inOurWords(said);
  const keys = (taken[meaning.ask] ?? []).filter(
    (key) => key in line.parameters || (key in meaning.parameters && unexpected(line, key)),
  );
  return keys.every((key) => isSame(key, line, meaning));
}

/** Some writers call the day of an enrolment `on`, and write who and what a supposition is about without the event. */
function inOurWords(line: CorpusLine): CorpusLine {
  const { ask, parameters } = line;
  const { on, person, credential, ...others } = parameters;
  if (ask === 'membership' && on !== undefined) return { ...line, parameters: { ...others, boughtOn: on } };
  if (ask !== 'what-if' || 'events' in parameters || (person ?? credential) === undefined) return line;
  return { ...line, parameters: { ...others, events: [{ person, credential }] } };
}

/** What was not said must not be invented, unless the note leaves it open. */
function unexpected({ note, parameters, ask }: CorpusLine, key: string): boolean {
  if (note !== undefined || key === 'person' || key === 'metric' || key === 'level') return false;
  return !(ask === 'expiring' && ('days' in parameters || 'until' in parameters)) && key !== 'credential';
}

function isSame(key: string, { parameters, note = '' }: CorpusLine, meaning: Meaning): boolean {
  const [want, got] = [parameters[key], meaning.parameters[key]];
  if (key === 'person') return isSamePerson(want, got ?? meaning.parameters['people'] ?? unnamed(meaning.ask));
  if (key === 'credential') return isSameCredential(want, got);
  if (key === 'competency') return typeof got === 'string' && isSameId(got, String(want));
  if (key === 'metric')
    return (
      typeof got === 'string' &&
      (!/^[a-z]/u.test(String(want)) ||
        got.replaceAll('-', '_') === String(want).replaceAll('-', '_') ||
        !/_/u.test(String(want)))
    );
  if (key === 'programme')
    return got === want || (typeof want === 'string' && recognizeProgramme(want.replace('-', ' ')) === got);
  if (key === 'events') return areSameEvents(want, got);
  if (key === 'days' || key === 'until') return isSamePeriod(parameters, meaning.parameters, note);
  return got === want || (typeof got === 'string' && note.includes(got));
}

function isSamePeriod(
  want: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
  note: string,
): boolean {
  if (typeof got['until'] === 'string' && note.includes(got['until'])) return true;
  const days = (one: Readonly<Record<string, unknown>>): number | undefined =>
    typeof one['days'] === 'number'
      ? one['days']
      : typeof one['until'] === 'string'
        ? (Date.parse(one['until']) - Date.parse(today)) / 86_400_000
        : undefined;
  const [wanted, found] = [days(want), days(got)];
  if (wanted === undefined || found === undefined) return wanted === found;
  return Math.abs(wanted - found) <= (typeof want['days'] === 'number' ? 5 : 0);
}

function namesOf(value: unknown): readonly string[] {
  const list = Array.isArray(value)
    ? (value as readonly unknown[])
    : typeof value === 'string'
      ? value.split(/,\s*/u)
      : [];
  return list
    .map((one) => nameKey(String(one)))
    .filter((one) => one !== '')
    .sort();
}

function nameKey(name: string): string {
  const known = names.people[name] ?? name;
  return foldHan(normalize(known));
}

/** Who asks to be brought on board and names nobody means oneself. */
function unnamed(ask: string): string | undefined {
  return ask === 'onboard' ? 'me' : undefined;
}

/** The record's name; or part of it, where the sentence has only part of it. */
function isSamePerson(want: unknown, got: unknown): boolean {
  const [wanted, found] = [namesOf(want), namesOf(got)];
  if (want === undefined) return found.length === 0 || found[0] === 'me';
  return (
    wanted.length === found.length &&
    wanted.every((name) =>
      found.some(
        (one) =>
          one === name ||
          one.split(' ').includes(name) ||
          one.endsWith(name) ||
          name.split(' ').includes(one) ||
          isRussianCaseOf(name, one) ||
          isSameByPinyin(name, one),
      ),
    )
  );
}

/** Writers note a name as it stands in the sentence: each of its words is one of the name with another ending of up to three letters. */
function isRussianCaseOf(noted: string, name: string): boolean {
  const isForm = (word: string, part: string) =>
    /^\p{sc=Cyrl}+$/u.test(word + part) &&
    sharedStart(word, part) >= Math.max(2, Math.min(word.length, part.length) - 2);
  return noted.split(' ').every((word) => name.split(' ').some((part) => isForm(word, part)));
}

function sharedStart(one: string, other: string): number {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return at < 0 ? one.length : at;
}

function credentialKey(value: unknown): string {
  const name = typeof value === 'string' ? value : '';
  return (names.credentials[name] ?? name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:associate|expert|specialty)$/u, '');
}

/** The exam that leads to a certification, by its id: writers name either. */
const examOf = new Map(
  ['designations', 'specializations'].flatMap((id) =>
    builtInProgramme(id).credentials.flatMap(({ id: own, exam }) => (exam === undefined ? [] : [[own, exam] as const])),
  ),
);

function isSameCredential(want: unknown, got: unknown): boolean {
  const exam = examOf.get(String(got));
  return isNamedAlike(want, got) || (exam !== undefined && isNamedAlike(want, exam));
}

function isNamedAlike(want: unknown, got: unknown): boolean {
  const [wanted, found] = [credentialKey(want), credentialKey(got)];
  return (
    wanted === found ||
    (wanted.startsWith('az104or') && found.endsWith('104')) ||
    (found !== '' && (wanted.includes(found) || found.includes(wanted)))
  );
}

interface LooseEvent {
  /** Absent where the writer named only whom and what it is about. */
  readonly kind?: string;
  readonly person?: unknown;
  readonly credential?: unknown;
}

function areSameEvents(want: unknown, got: unknown): boolean {
  const [wanted, found] = [want, got].map((one) => (Array.isArray(one) ? (one as LooseEvent[]) : []));
  const isEvent = (one: LooseEvent, other: LooseEvent) =>
    (one.kind === undefined || one.kind === other.kind) &&
    (one.person === undefined || isSamePerson(one.person, other.person)) &&
    (one.credential === undefined || isSameCredential(one.credential, other.credential));
  return wanted!.length === found!.length && wanted!.every((one) => found!.some((other) => isEvent(one, other)));
}
