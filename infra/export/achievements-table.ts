/** `achievements.csv`: one row per achievement, in the columns of a training report of Partner Center. */
import type { Person } from '../../domain/partner/people/person';
import { isClaimed } from '../../domain/partner/claim';
import type { AchievedKind } from '../../domain/programme/credential';
import { signRows } from './people-table';

export const achievementHeader = [
  'TrainingActivityId',
  'TrainingTitle',
  'TrainingType',
  'Email',
  'CorpEmail',
  'TrainingCompletionDate',
  'ExpirationDate',
  'MCPID',
  'AADUserId',
];

/** As Partner Center writes them. */
const trainingTypes = {
  exam: 'Exam',
  assessment: 'Assessment',
  certification: 'Certification',
} as const satisfies Record<AchievedKind, string>;

/** What its holder alone says is left out: read back, it would be confirmed by nothing but itself. */
export function achievementRows({ identifiers, achievements }: Person): readonly (readonly string[])[] {
  const [corpEmail = '', mcpId = '', email = '', aadUserId = ''] = signRows(identifiers)[0] ?? [];
  if (corpEmail + mcpId + email + aadUserId === '') return [];
  const confirmed = achievements.filter((one) => !isClaimed(one));
  return confirmed.map(({ activityId = '', title, kind, completedOn, expiresOn = '' }) => [
    activityId,
    title,
    kind === undefined ? '' : trainingTypes[kind],
    email,
    corpEmail,
    completedOn,
    expiresOn,
    mcpId,
    aadUserId,
  ]);
}
