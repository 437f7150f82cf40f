/** Recognizes the exams, assessments and certifications that a text names: by number, by id or by title. */
import type { Credential } from '../../domain/programme/credential';
import type { Programme } from '../../domain/programme/programme';
import { without, type Utterance } from '../language-understanding/utterance';
import { closestMatches, offered } from '../language-understanding/suggestions';
import { normalize } from '../language-understanding/message-text';

export interface RecognizedCredentials {
  readonly credentials: readonly string[];
  /** A number of an exam that the programme does not name. */
  readonly unknown?: string;
  /** What was heard beside them. */
  readonly rest: Utterance;
}

interface CredentialWords {
  readonly id: string;
  readonly words: readonly string[];
}

const known = new WeakMap<Programme, readonly CredentialWords[]>();

/** Every way to name a credential, the longest first, so that no name is heard inside a longer one. */
function namesIn(programme: Programme): readonly CredentialWords[] {
  const names =
    known.get(programme) ??
    [...programme.credentials.flatMap(fullNames), ...shortNames(programme)].sort(
      (one, other) => other.words.length - one.words.length,
    );
  known.set(programme, names);
  return names;
}

function fullNames({ id, kind, titles, exam = kind === 'exam' ? id : undefined }: Credential): CredentialWords[] {
  const numbers = exam === undefined ? [] : [exam, exam.replaceAll('-', '')];
  return [id, ...numbers, ...titles].map((name) => ({ id, words: normalize(name).split(' ') }));
}

const grade = /\s+(?:associate|expert|specialty)$/iu;

/** Titles of several words without their grade, as people say them, where no other credential goes by the same words. */
function shortNames({ credentials }: Programme): readonly CredentialWords[] {
  const ids = new Map<string, Set<string>>();
  for (const { id, titles } of credentials)
    for (const title of titles.filter((one) => grade.test(one))) {
      const name = normalize(title.replace(grade, ''));
      ids.set(name, new Set([...(ids.get(name) ?? []), id]));
    }
  return [...ids].flatMap(([name, [id, ...others]]) => {
    const words = name.split(' ');
    return words.length > 1 && id !== undefined && others.length === 0 ? [{ id, words }] : [];
  });
}

/** The credentials that are named, in no promised order. */
export function recognizeCredentials(utterance: Utterance, programme: Programme): RecognizedCredentials {
  const credentials = new Set<string>();
  let rest = utterance;
  for (const { id, words } of namesIn(programme)) {
    const at = exactly(rest, words);
    if (at < 0) continue;
    credentials.add(id);
    rest = without(rest, { start: at, end: at + words.length });
  }
  const { words } = rest;
  const at = words.findIndex(({ key }, index) => isExamStart(key) && /^\d{3}$/.test(words[index + 1]?.key ?? ''));
  if (at < 0) return { credentials: [...credentials], rest };
  const unknown = `${words[at]!.said}-${words[at + 1]!.said}`.toUpperCase();
  return { credentials: [...credentials], unknown, rest: without(rest, { start: at, end: at + 2 }) };
}

/** Numbers and titles are taken as they are: a misspelt number would be another exam. */
function exactly({ words }: Utterance, wanted: readonly string[]): number {
  return words.findIndex((_, at) => wanted.every((word, offset) => words[at + offset]?.key === word));
}

function isExamStart(key: string): boolean {
  return /^(\d{2}|[a-z]{2}\d?)$/.test(key);
}

/** The credentials most like what was typed. */
export function nearestCredentials(typed: string, programme: Programme): readonly string[] {
  const names = namesIn(programme).map(({ id, words }) => ({ name: words.join(' '), value: id }));
  return closestMatches(normalize(typed), names).slice(0, offered);
}
