/** A credential is what a person can earn and a requirement can name: an exam, an assessment or a certification. */
import type { CalendarDate } from '../basics/date';
import type { Expression } from './expression';
import type { Provenance } from './provenance';

export const credentialKinds = ['exam', 'assessment', 'certification', 'third-party'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export interface Credential extends Provenance {
  readonly id: string;
  readonly kind: CredentialKind;
  /** The official title first, then the other titles it goes by. */
  readonly titles: readonly [string, ...string[]];
  /** The `TrainingActivityId`s under which Partner Center exports it. */
  readonly activityIds: readonly string[];
  /** The last day on which it could be earned. */
  readonly retiredOn?: CalendarDate;
  /** The last day on which it counts after its retirement, where a source prints another day than the rule gives. */
  readonly countsUntil?: CalendarDate;
  /** The credential that took its place. */
  readonly replacedBy?: string;
  /**
   * What somebody must hold, and hold as valid, on the day on which it is granted: credentials of the same programme, never in
   * a circle. Losing it later takes nothing away, so counting never asks for it; only what could still be earned does. A
   * credential without it asks for nothing.
   */
  readonly requires?: Expression;
  /** A source lets experience stand in for what it requires; policy `experienceForPrerequisite` decides. */
  readonly orExperience?: true;
  /** `role-based` certifications lapse (policy `certificationValidity`), all others do not. */
  readonly validity: 'unlimited' | 'role-based';
}

/** How an export or a person names a credential; either part may be all there is. */
export interface CredentialName {
  readonly title: string;
  readonly activityId?: string;
}

/** Finds the credential a name means, or nothing if the programme names no such credential. */
export type CredentialIndex = (name: CredentialName) => Credential | undefined;

const examNumber = /\b(\d{2}-\d{3}|[a-z]{2}\d?-\d{3})\b/;

/**
 * A title reduced to what two spellings of it share: exports leave out "Microsoft Certified:", and case and
 * white space differ between reports.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*microsoft certified\s*:/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The exam number that a title begins with or contains (`70-346`, `mb2-716`), in lower case. */
function examNumberIn(title: string): string | undefined {
  return examNumber.exec(titleKey(title))?.[1];
}

/**
 * Indexes a programme's credentials. A name is looked up by id, then by activity id, then by the exam number in the
 * title, then by the title: the ids of the catalogue's exams in exports are not known, so the number is the safest sign.
 * A title shared by two credentials finds the first one named in the catalogue. Answers are remembered, because everybody
 * holds the same few hundred titles; so an index is made for one piece of work and let go.
 */
export function indexCredentials(credentials: readonly Credential[]): CredentialIndex {
  const find = lookUp(credentials);
  const found = new Map<string, Credential | undefined>();
  return (name) => {
    const key = name.activityId === undefined ? name.title : `${name.activityId}\n${name.title}`;
    const known = found.get(key);
    if (known !== undefined || found.has(key)) return known;
    const credential = find(name);
    found.set(key, credential);
    return credential;
  };
}

function lookUp(credentials: readonly Credential[]): CredentialIndex {
  const byKey = new Map<string, Credential>();
  const put = (key: string, credential: Credential) => void (byKey.has(key) || byKey.set(key, credential));
  for (const credential of credentials) {
    put(`title ${titleKey(credential.id)}`, credential);
    for (const activityId of credential.activityIds) put(`activity ${activityId}`, credential);
    if (credential.kind === 'exam') put(`exam ${credential.id.toLowerCase()}`, credential);
  }
  for (const credential of credentials)
    for (const title of credential.titles) put(`title ${titleKey(title)}`, credential);
  return ({ title, activityId }) => {
    const exam = examNumberIn(title);
    return (
      byKey.get(`title ${titleKey(title)}`) ??
      (activityId === undefined ? undefined : byKey.get(`activity ${activityId}`)) ??
      (exam === undefined ? undefined : byKey.get(`exam ${exam}`))
    );
  };
}
