/** A credential is what a person can earn and a requirement can name: an exam, an assessment or a certification. */
import type { CalendarDate } from '../basics/date';
import type { Expression } from './expression';
import type { Provenance } from './provenance';

export const credentialKinds = ['exam', 'assessment', 'certification', 'third-party'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export const validities = ['unlimited', 'role-based', 'two-years'] as const;
export type Validity = (typeof validities)[number];

/** The kinds that a row of an export may have; whether another issuer granted it is for the programme to know. */
export const achievedKinds = ['exam', 'assessment', 'certification'] as const;
export type AchievedKind = (typeof achievedKinds)[number];

export interface Credential extends Provenance {
  readonly id: string;
  readonly kind: CredentialKind;
  /** The official title first, then the other titles it goes by. */
  readonly titles: readonly [string, ...string[]];
  /**
   * The number of the exam that leads to a certification, where one does alone: what people type and book. A row of the exam is
   * never the certification.
   */
  readonly exam?: string;
  /** The `TrainingActivityId`s under which Partner Center exports it. */
  readonly activityIds: readonly string[];
  /** The last day on which it could be earned. */
  readonly retiredOn?: CalendarDate;
  /** The last day on which it counts after its retirement, where a source prints another day than the rule gives. */
  readonly countsUntil?: CalendarDate;
  /** The credential that took its place. */
  readonly replacedBy?: string;
  /**
   * What a person must hold, still valid, on the day the credential is granted: credentials of the same programme, never in
   * a circle. Losing it later takes nothing away, so counting never asks for it; only what could still be earned does. A
   * credential without it asks for nothing.
   */
  readonly requires?: Expression;
  /** A source lets experience stand in for what it requires; policy `experienceForPrerequisite` decides. */
  readonly orExperience?: true;
  /** How long it is valid: `role-based` by the policy `certificationValidity`, `two-years` (GitHub), or without an end. */
  readonly validity: Validity;
}

/** How an export or a person names a credential; title or activity id may be all there is. */
export interface CredentialName {
  readonly title: string;
  readonly activityId?: string;
  /** What the source says was passed (`TrainingType`); absent where it does not say. */
  readonly kind?: AchievedKind;
}

/** Finds the credential a name means, or nothing if the programme names no such credential. */
export type CredentialIndex = (name: CredentialName) => Credential | undefined;

const examNumber = /\b(\d{2}-\d{3}|[a-z]{2}\d?-\d{3})\b/;
const wholeExamNumber = /^(?:\d{2}-\d{3}|[a-z]{2}\d?-\d{3})$/i;
/** Transcripts leave out the `70-` of the exams that had it, and of no others: "Exam 346: Managing …", "346". */
const shortNumber = /^(?:exam )?(\d{3})(?::|$)/;

/**
 * A title reduced to what two spellings of it share: exports leave out "Microsoft Certified:", case and white space differ
 * between reports, and so do dashes.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*microsoft (?:365 )?certified\s*:/, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Transcripts add the year of a certification: "MCSE: Productivity – Certified 2017". */
function withoutYear(key: string): string {
  return key.replace(/ ?- ?certified \d{4}$/, '');
}

/** The exam number that a title begins with or contains (`70-346`, `mb2-716`), in lower case. */
function examNumberIn(key: string): string | undefined {
  const short = shortNumber.exec(key)?.[1];
  return short === undefined ? examNumber.exec(key)?.[1] : `70-${short}`;
}

/**
 * What was passed: what the source says, else an exam where the row goes by an exam number, as the layout of 2026 prints it.
 */
export function achievedKindOf({ kind, activityId }: CredentialName): AchievedKind | undefined {
  return kind ?? (activityId !== undefined && wholeExamNumber.test(activityId) ? 'exam' : undefined);
}

/** An exam or assessment is never the certification of the same title: that asks for more, and has a row of its own. */
export function isOfKind({ kind: wanted }: Credential, kind: AchievedKind | undefined): boolean {
  return kind === undefined || kind === 'certification' || wanted === 'exam' || wanted === 'assessment';
}

/**
 * Indexes a programme's credentials. A name is looked up by id or title, then by activity id, then by the exam number that
 * stands as the activity id or in the title. A title shared by two credentials finds the one of the kind that was passed,
 * else the first one named in the catalogue. Answers are remembered, because everybody holds the same few hundred titles;
 * so an index is made for one piece of work and let go.
 */
export function indexCredentials(credentials: readonly Credential[]): CredentialIndex {
  const find = lookUp(credentials);
  const found = new Map<string, Credential | undefined>();
  return (name) => {
    const { title, activityId, kind } = name;
    const key = activityId === undefined && kind === undefined ? title : `${kind}\n${activityId}\n${title}`;
    const known = found.get(key);
    if (known !== undefined || found.has(key)) return known;
    const credential = find(name);
    found.set(key, credential);
    return credential;
  };
}

function lookUp(credentials: readonly Credential[]): CredentialIndex {
  const byKey = keyed(credentials);
  return (name) => {
    const kind = achievedKindOf(name);
    const candidates = keysOf(name, kind)
      .map((key) => (byKey.get(key) ?? []).filter((one) => isOfKind(one, kind)))
      .find((some) => some.length > 0);
    return candidates?.find((one) => one.kind === kind) ?? candidates?.[0];
  };
}

function keyed(credentials: readonly Credential[]): ReadonlyMap<string, readonly Credential[]> {
  const byKey = new Map<string, Credential[]>();
  const put = (key: string, credential: Credential): void => {
    const others = byKey.get(key);
    if (others) others.push(credential);
    else byKey.set(key, [credential]);
  };
  for (const credential of credentials) {
    put(`title ${titleKey(credential.id)}`, credential);
    for (const activityId of credential.activityIds) put(`activity ${activityId}`, credential);
    if (credential.kind === 'exam') put(`exam ${credential.id.toLowerCase()}`, credential);
  }
  for (const credential of credentials)
    for (const title of credential.titles) put(`title ${titleKey(title)}`, credential);
  return byKey;
}

/** The number of an exam in the title of a certification says what led to it, so it is no sign of the exam itself. */
function keysOf({ title, activityId }: CredentialName, kind: AchievedKind | undefined): readonly string[] {
  const key = titleKey(title);
  const exam = kind === 'certification' ? undefined : examNumberIn(key);
  return [
    `title ${key}`,
    `title ${withoutYear(key)}`,
    ...(activityId === undefined ? [] : [`activity ${activityId}`, `exam ${activityId.toLowerCase()}`]),
    ...(exam === undefined ? [] : [`exam ${exam}`]),
  ];
}

/**
 * Returns whether an achievement is a row of an exam that a programme of certifications does not name: what the exam led to has
 * a row of its own.
 */
export function examsApart(credentials: readonly Credential[]): (name: CredentialName) => boolean {
  if (credentials.some(({ kind }) => kind === 'exam')) return () => false;
  const index = indexCredentials(credentials);
  return (name) => achievedKindOf(name) === 'exam' && index(name) === undefined;
}
