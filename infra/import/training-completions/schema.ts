/**
 * The Trainings report of Partner Center: its columns by their headings, which never changed; the five layouts that it has had differ in
 * which columns there are and in what order. Case and spaces of a heading do not matter (`columnKey` in `parsing/header.ts`).
 */
import type { Schema } from '../parsing/schema';

export type TrainingField =
  | 'title'
  | 'kind'
  | 'activityId'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'corpEmail'
  | 'mcpId'
  | 'aadUserId'
  | 'completedOn'
  | 'expiresOn'
  | 'month';

/**
 * `ActivationStatus` is left out because no source says what its values mean; place, partner and
 * `UserCount` because nothing depends on them.
 */
export const trainingSchema: Schema<TrainingField> = {
  kind: 'training-completions',
  exported: true,
  columns: {
    title: ['TrainingTitle'],
    kind: ['TrainingType'],
    activityId: ['TrainingActivityId'],
    firstName: ['IndividualFirstName'],
    lastName: ['IndividualLastName'],
    email: ['Email'],
    corpEmail: ['CorpEmail'],
    mcpId: ['MCPID'],
    aadUserId: ['AADUserId'],
    completedOn: ['TrainingCompletionDate'],
    expiresOn: ['ExpirationDate'],
    month: ['Month'],
  },
  required: [['title'], ['completedOn'], ['corpEmail', 'mcpId', 'email', 'aadUserId']],
  dates: ['completedOn', 'expiresOn'],
  month: 'month',
  numbers: [],
};
