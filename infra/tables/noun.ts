/** A noun is one kind of row: its name, its table, its fields and its id. */
import { sleepOf, type SweepEntry } from '../../domain/alerts/sweep-entry';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { AuditEntry } from '../../domain/partner/audit-entry';
import type { Conversation } from '../../domain/partner/conversation';
import type { Correction } from '../../domain/partner/correction';
import type { Delivery } from '../../domain/alerts/delivery';
import type { ForgettingKey, ForgottenPerson } from '../../domain/partner/people/forgotten-person';
import type { Figure } from '../../domain/partner/figure';
import type { StandingHistory } from '../../domain/history/standing-history';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { ImportTrace } from '../../domain/imports/import-trace';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { CachedStanding } from '../../domain/membership/cached-standing';
import type { Association } from '../../domain/partner/association';
import type { Onboarding } from '../../domain/onboarding/onboarding';
import type { Partner } from '../../domain/partner/partner';
import type { OfferedFile } from '../../domain/imports/file-offer';
import type { PendingImport } from '../../domain/imports/pending-import';
import type { Person } from '../../domain/partner/people/person';
import type { Installation } from '../../domain/partner/installation';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { Placing } from './keys';
import { type TableName, tableNames } from './names';
import {
  sweepEntrySchema,
  auditSchema,
  conversationSchema,
  correctionSchema,
  figureSchema,
  forgettingKeySchema,
  forgottenSchema,
  historySchema,
  importSchema,
  associationSchema,
  onboardingSchema,
  partnerSchema,
  offerSchema,
  pendingSchema,
  personSchema,
  standingSchema,
  taskSchema,
  traceSchema,
  visitSchema,
} from './schema';
import { alertSettingsSchema, deliverySchema, noticeSchema } from './speaking-schema';
import type { z } from 'zod/v4';

export interface Noun<T> extends Placing {
  readonly table: TableName;
  readonly schema: z.ZodType<T>;
  /** Its rows are read by nearly every turn. */
  readonly isReadOften?: true;
  idOf(value: T): string;
  /** Between which moments (milliseconds since 1970) nothing is to be done about it; absent where that is not known. */
  sleepOf?(value: T): { readonly from: number; readonly until: number };
}

export const partnerNoun: Noun<Partner> = {
  name: 'partner',
  table: tableNames.partner,
  spread: false,
  schema: partnerSchema,
  idOf: (partner) => partner.tenant,
};

export const personNoun: Noun<Person> = {
  name: 'person',
  table: tableNames.people,
  spread: true,
  schema: personSchema,
  idOf: (person) => person.id,
};

export const figureNoun: Noun<Figure> = {
  name: 'figure',
  table: tableNames.partner,
  spread: false,
  schema: figureSchema,
  idOf: (figure) => figure.metric,
};

export const importNoun: Noun<ImportRecord> = {
  name: 'import',
  table: tableNames.partner,
  spread: false,
  schema: importSchema,
  idOf: (record) => record.id,
};

export const correctionNoun: Noun<Correction> = {
  name: 'correction',
  table: tableNames.partner,
  spread: false,
  schema: correctionSchema,
  idOf: (correction) => correction.id,
};

export const pendingNoun: Noun<PendingImport> = {
  name: 'pending',
  table: tableNames.partner,
  spread: false,
  schema: pendingSchema,
  idOf: (pending) => pending.id,
};

export const offerNoun: Noun<OfferedFile> = {
  name: 'offer',
  table: tableNames.partner,
  spread: false,
  schema: offerSchema,
  idOf: (offer) => offer.id,
};

export const traceNoun: Noun<ImportTrace> = {
  name: 'trace',
  table: tableNames.partner,
  spread: false,
  schema: traceSchema,
  idOf: (trace) => trace.id,
};

export const visitNoun: Noun<Installation> = {
  name: 'visit',
  table: tableNames.partner,
  spread: false,
  schema: visitSchema,
  idOf: (visit) => visit.conversation,
};

export const conversationNoun: Noun<Conversation> = {
  name: 'conversation',
  table: tableNames.partner,
  spread: false,
  schema: conversationSchema,
  idOf: (conversation) => conversation.id,
};

export const standingNoun: Noun<CachedStanding> = {
  name: 'standing',
  table: tableNames.partner,
  spread: false,
  isReadOften: true,
  schema: standingSchema,
  idOf: (standing) => standing.tenant,
};

export const onboardingNoun: Noun<Onboarding> = {
  name: 'onboarding',
  table: tableNames.partner,
  spread: false,
  schema: onboardingSchema,
  idOf: (onboarding) => onboarding.person,
};

export const taskNoun: Noun<AssignedTask> = {
  name: 'task',
  table: tableNames.partner,
  spread: false,
  schema: taskSchema,
  idOf: (task) => task.id,
};

export const associationNoun: Noun<Association> = {
  name: 'association',
  table: tableNames.partner,
  spread: false,
  schema: associationSchema,
  idOf: (association) => association.account,
};

export const noticeNoun: Noun<KeptNotice> = {
  name: 'notice',
  table: tableNames.partner,
  spread: false,
  schema: noticeSchema,
  idOf: (notice) => notice.key,
};

export const deliveryNoun: Noun<Delivery> = {
  name: 'delivery',
  table: tableNames.partner,
  spread: false,
  schema: deliverySchema,
  idOf: (delivery) => delivery.id,
};

export const alertSettingsNoun: Noun<AlertSettings> = {
  name: 'alert-settings',
  table: tableNames.partner,
  spread: false,
  schema: alertSettingsSchema,
  idOf: (settings) => settings.person,
};

export const auditNoun: Noun<AuditEntry> = {
  name: 'audit',
  table: tableNames.partner,
  spread: false,
  schema: auditSchema,
  idOf: (entry) => entry.id,
};

export const historyNoun: Noun<StandingHistory> = {
  name: 'history',
  table: tableNames.partner,
  spread: false,
  schema: historySchema,
  idOf: (history) => history.tenant,
};

export const forgottenNoun: Noun<ForgottenPerson> = {
  name: 'forgotten',
  table: tableNames.partner,
  spread: false,
  schema: forgottenSchema,
  idOf: (person) => person.id,
};

export const forgettingKeyNoun: Noun<ForgettingKey> = {
  name: 'forgetting-key',
  table: tableNames.partner,
  spread: false,
  schema: forgettingKeySchema,
  idOf: (key) => key.tenant,
};

export const scheduleNoun: Noun<SweepEntry> = {
  sleepOf,
  name: 'agenda',
  table: tableNames.agenda,
  spread: true,
  schema: sweepEntrySchema,
  idOf: (entry) => entry.tenant,
};
