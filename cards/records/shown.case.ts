/** The cards of the records that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import { people, setting, situation, type Situation, correctionOf, importPlanOf } from '../fixture.case';
import { recordFormCard } from './record-form-card';
import { personChoices, credentialChoices } from '../sections/choices';
import type { Text } from '../text';
import { metricsAskedBy } from '../../domain/programme/asked-metrics';
import type { CostsChange } from '../../domain/partner/correction';
import { costsCard } from './costs-card';
import { costFormCard } from './cost-form-card';
import { correctionCard } from './correction-card';
import { figuresCard, figureCard } from './figures-card';
import { figuresFormCard } from './figures-form-card';
import { scored } from '../scored.case';
import { figureAreasCard } from './figure-areas-card';
import { figuresEnteredCard } from './figures-entered-card';
import { apartCard } from './apart-card';
import { auditedActs, terminal } from '../../domain/partner/audit-entry';
import { auditCard } from './audit-card';
import { adminsCard } from './admins-card';
import { aboutMeCard, ownDataFileCard } from './about-me-card';
import { calendarCard } from './calendar-card';
import { forgetCard, forgetPartnerCard, forgottenCard } from './forget-card';
import { readmitCard, readmittedCard } from './readmit-card';
import { retentionCard, retentionPreviewCard } from './retention-card';
import { importHowCard } from './import-how-card';
import { importPlanCard } from './import-plan-card';
import { importStateCard } from './import-state-card';
import { exportCard } from './export-card';
import { type Shown, withCostsOnRecord, costsOnRecord } from '../situations.case';

/** More people than a card has room for: their field is searched at the bot. */
const manyPeople = Array.from({ length: 60 }, (_, index) => ({
  ...people[0]!,
  id: `many-${index}`,
  name: `Person ${index + 1}`,
}));
const recordForms: readonly Shown[] = [
  { name: 'left-form', card: (text) => recordFormCard(formFor('left', text), text) },
  { name: 'completed-form', card: (text) => recordFormCard(formFor('completed', text), text) },
  {
    name: 'completed-form-begun',
    card: (text) => {
      const known = { credential: setting.programme.credentials[2]!.id, on: '2018-05-21' };
      return recordFormCard({ ...formFor('completed', text), known }, text);
    },
  },
  {
    name: 'completed-form-large',
    card: (text) =>
      recordFormCard({ ...formFor('completed', text), people: personChoices(manyPeople, {}, text.locale) }, text),
  },
  {
    name: 'completed-form-own',
    card: (text) => {
      const { people: _, ...own } = formFor('completed', text);
      return recordFormCard(own, text);
    },
  },
];
function formFor(kind: 'left' | 'completed', text: Text) {
  const credentials = credentialChoices({ programme: setting.programme, text });
  const choices = personChoices(people, setting, text.locale);
  return { ...setting, asOf: situation.asOf, kind, people: choices, credentials };
}
function figuresFormOf({ setting: shownIn, asOf, facts }: Situation) {
  const [competency] = shownIn.programme.competencies;
  const metrics = metricsAskedBy(competency!, shownIn.programme, asOf);
  return { ...shownIn, asOf, competency: competency!.id, metrics, figures: facts.figures };
}
function figuresEnteredAs(state: 'wanted' | 'recorded') {
  const { setting: shownIn, asOf, facts } = situation;
  const [one, two] = facts.figures;
  const competency = shownIn.programme.competencies[0]!.id;
  const changes = [{ kind: 'figure', before: one!, after: { ...one!, value: 42, asOf } } as const];
  const values = changes.map(({ after: { metric, value } }) => ({ metric, value }));
  const confirm = { ask: 'enter-figures', competency, values, confirm: { versions: ['1'], at: 1 } } as const;
  const effect = { asOf, changes: [], points: [], singlePoints: 0 };
  const missed = state === 'recorded' ? [two?.metric ?? one!.metric] : [];
  return { ...shownIn, asOf, competency, changes, missed, effect, ...(state === 'wanted' && { confirm }) };
}
/** Costs count for no level, so their correction has no effect to tell. */
function costsCorrectionOf(change: CostsChange, state: 'wanted' | 'undone') {
  const { effect: _, ...view } = correctionOf(change, state);
  return view;
}

export const shown: readonly Shown[] = [
  { name: 'costs', card: (text) => costsCard({ ...withCostsOnRecord.setting, page: 1 }, text) },
  { name: 'costs-none', card: (text) => costsCard({ ...setting, page: 1 }, text) },
  {
    name: 'cost-form',
    card: (text) =>
      costFormCard({ ...withCostsOnRecord.setting, asOf: '2018-06-01', credentials: ['90-301', '90-302'] }, text),
  },
  {
    name: 'correction-costs',
    card: (text) => {
      const [any, one] = costsOnRecord;
      const after = [
        { ...any!, vouchers: 1 },
        { ...one!, fee: { units: 20_000, currency: 'USD' } },
      ];
      return correctionCard(costsCorrectionOf({ kind: 'costs', before: [one!], after }, 'wanted'), text);
    },
  },
  {
    name: 'correction-cost-undone',
    card: (text) => {
      const [, one] = costsOnRecord;
      return correctionCard(costsCorrectionOf({ kind: 'costs', before: [], after: [one!] }, 'undone'), text);
    },
  },
  {
    name: 'figures',
    card: (text) => {
      const figures = situation.facts.figures.map((figure) => ({ figure, file: 'figures.csv' }));
      return figuresCard({ ...setting, asOf: situation.asOf, figures, page: 1 }, text);
    },
  },
  {
    name: 'figures-one',
    card: (text) => {
      const recorded = { figure: situation.facts.figures[0]!, file: 'figures.csv' };
      return figureCard({ ...setting, asOf: situation.asOf, metric: recorded.figure.metric, recorded }, text);
    },
  },
  {
    name: 'figures-one-missing',
    card: (text) => {
      const { id: metric } = situation.setting.programme.metrics.at(-1)!;
      return figureCard({ ...setting, asOf: situation.asOf, metric, seesNames: false }, text);
    },
  },
  {
    name: 'figures-form',
    card: (text) => figuresFormCard(figuresFormOf(situation), text),
  },
  {
    name: 'figures-form-of-points',
    card: (text) => figuresFormCard(figuresFormOf(scored), text),
  },
  {
    name: 'figure-areas',
    card: (text) => {
      const areas = [
        { competency: situation.setting.programme.competencies[0]!.id, asked: 1, missing: 0, outdated: 1 },
        { competency: situation.setting.programme.competencies[1]!.id, asked: 6, missing: 5, outdated: 0 },
      ];
      return figureAreasCard({ ...situation.setting, asOf: situation.asOf, areas, page: 1 }, text);
    },
  },
  ...(['wanted', 'recorded'] as const).map((state) => ({
    name: `figures-${state}`,
    card: (text: Text) => figuresEnteredCard(figuresEnteredAs(state), text),
  })),
  {
    name: 'apart',
    card: (text) => apartCard({ person: 'p1', other: 'p2', name: 'Mette Strand', isApart: true }, text),
  },
  {
    name: 'apart-undone',
    card: (text) => apartCard({ person: 'p1', other: 'p2', name: 'Mette Strand', isApart: false }, text),
  },
  {
    name: 'audit',
    card: (text) => {
      const acts = auditedActs.map((act, index) => ({
        id: `${index}`,
        at: `2018-05-${10 + index}T08:30:00.000Z`,
        by: index === 0 ? terminal : 'a1',
        act,
        about: act === 'people-read' ? 'who-holds' : act === 'exported' ? 'people.csv' : 'completed',
        ...(index > 1 && { name: 'Ana *Souza*' }),
      }));
      const entries = [...acts, ...acts];
      return auditCard({ entries, page: 1, person: 'Ana', since: '2018-05-01', keptDays: 400 }, text);
    },
  },
  {
    name: 'admins',
    card: (text) => {
      const line = (account: string, name: string) => ({ account, name, isSelf: false, isBySettings: false });
      const admins = [
        { ...line('a1', 'Ana *Souza*'), isSelf: true },
        { ...line('a2', 'Mette Strand'), isBySettings: true },
        line('a3', 'Chen Wei (chen@contoso.example)'),
      ];
      return adminsCard({ admins, page: 1 }, text);
    },
  },
  {
    name: 'about-me',
    card: (text) => {
      const [record] = situation.facts.people;
      const some = (count: number) => Array.from({ length: count }, () => ({}));
      const data = {
        records: [record!],
        achievements: 3,
        onboarding: some(2),
        tasks: some(1),
        corrections: some(1),
        chats: some(1),
        alertSettings: some(1),
        alerts: some(4),
        deliveries: some(1),
        audit: some(5),
        imports: some(0),
        isAdmin: true,
      };
      return aboutMeCard({ data }, text);
    },
  },
  {
    name: 'calendar',
    card: (text) =>
      calendarCard(
        {
          state: 'shown',
          isAdmin: true,
          isKnown: true,
          entries: [
            { id: 'exam', on: '2018-06-20', title: text.say('calendar.own-exam', { credential: '70-533' }) },
            { id: 'due', on: '2018-07-01', title: text.say('calendar.own-due', { credential: '70-534' }) },
            { id: 'ends', on: '2018-09-30', title: text.say('calendar.own-ends', { credential: '70-473' }) },
          ],
        },
        text,
      ),
  },
  {
    name: 'calendar-none',
    card: (text) => calendarCard({ state: 'shown', isAdmin: false, isKnown: true, entries: [] }, text),
  },
  {
    name: 'calendar-unknown',
    card: (text) => calendarCard({ state: 'shown', isAdmin: false, isKnown: false, entries: [] }, text),
  },
  {
    name: 'calendar-file',
    card: (text) => calendarCard({ state: 'saved', path: 'export/laurel.ics', isAdmin: false }, text),
  },
  { name: 'about-me-file', card: (text) => ownDataFileCard({ state: 'saved', path: 'export/my-data.json' }, text) },
  {
    name: 'forget',
    card: (text) => {
      const changes = [
        { competency: setting.programme.competencies[0]!.id, before: 'silver', after: undefined },
      ] as const;
      const question = { ask: 'forget', person: 'p1', isSure: true } as const;
      const view = { name: 'Mette *Strand*', achievements: 3, rows: 12, changes, question };
      return forgetCard(view, { text, programme: setting.programme });
    },
  },
  { name: 'forget-partner', card: (text) => forgetPartnerCard({ word: 'Fern *Ltd*', people: 42, rows: 230 }, text) },
  { name: 'readmit', card: (text) => readmitCard({ count: 2 }, text) },
  { name: 'readmitted', card: (text) => readmittedCard(text) },
  { name: 'retention', card: (text) => retentionCard({ retention: { left: 730 }, said: 'saved' }, text) },
  {
    name: 'retention-wanted',
    card: (text) => {
      const counts = { alerts: 12, audit: 0, left: 1, undone: 0, chats: 3 };
      const question = { ask: 'retention', left: '730', chats: '400', from: '90 400 0 0 0' } as const;
      return retentionPreviewCard({ retention: { left: 730, chats: 400 }, counts, question }, text);
    },
  },
  { name: 'forgotten', card: (text) => forgottenCard({ what: 'person' }, text) },
  ...recordForms,
  {
    name: 'correction',
    card: (text) =>
      correctionCard(
        correctionOf({ kind: 'left', person: 'ana', before: '2018-12-31', after: '2018-07-01' }, 'wanted'),
        text,
      ),
  },
  {
    name: 'correction-without-day',
    card: (text) => {
      const wanted = correctionOf({ kind: 'left', person: 'ana', after: '2018-06-01' }, 'wanted');
      return correctionCard({ ...wanted, undated: { ask: 'left', person: 'ana' } }, text);
    },
  },
  {
    name: 'correction-recorded',
    card: (text) => {
      const achievement = { title: '90-103', completedOn: '2018-06-01', expiresOn: '2020-06-01', source: 'by-hand 1' };
      return correctionCard(correctionOf({ kind: 'completed', person: 'ana', achievement }, 'recorded'), text);
    },
  },
  {
    name: 'correction-undone',
    card: (text) => {
      const before = { metric: 'consumption', value: 62_500, asOf: '2018-05-31', source: 'import-2' };
      const after = { ...before, value: 70_000, source: 'by-hand 1' };
      return correctionCard(correctionOf({ kind: 'figure', before, after }, 'undone'), text);
    },
  },
  { name: 'import', card: importHowCard },
  { name: 'import-plan', card: (text) => importPlanCard(importPlanOf(), text) },
  {
    name: 'import-plan-first',
    card: (text) => {
      const other = { ...setting.programme, id: 'designations', names: { en: 'Solutions Partner designations' } };
      const choices = [
        { programme: setting.programme, named: 10, of: 320, exams: 0 },
        { programme: other, named: 150, of: 160, exams: 160 },
      ];
      return importPlanCard({ ...importPlanOf(), gone: [], choices }, text);
    },
  },
  {
    name: 'import-plan-changed',
    card: (text) => {
      const gone = { isEmpty: true, isChangedSince: true, rejected: [], warnings: [] };
      return importPlanCard({ ...importPlanOf(), ...gone }, text);
    },
  },
  {
    name: 'import-applied',
    card: (text) => {
      const achievements = { new: 12, unchanged: 160, removed: 2 };
      const record = { ...setting.newestImport!, kind: 'training-completions', achievements } as const;
      const view = {
        ...setting,
        asOf: '2018-06-01',
        file: record.file,
        state: 'applied',
        record,
        isUndoable: true,
        meaning: {
          counted: { programme: setting.programme, named: 150, of: 160, exams: 0 },
          met: 2,
          goals: 7,
          nearest: { competency: 'data-analytics', level: 'gold' },
          next: { code: 'plan', nearest: { competency: 'data-analytics', level: 'gold' } },
        },
      } as const;
      return importStateCard(view, text);
    },
  },
  {
    name: 'import-undone',
    card: (text) => {
      const view = {
        ...setting,
        asOf: '2018-06-01',
        file: 'Export.csv',
        state: 'undone',
        restored: 5,
        removed: 3,
      } as const;
      return importStateCard({ ...view, leftAlone: ['Ana', 'Boris'] }, text);
    },
  },
  {
    name: 'import-reading',
    card: (text) =>
      importStateCard({ ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'reading', pending: '1' }, text),
  },
  {
    name: 'import-running',
    card: (text) =>
      importStateCard({ ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'running', pending: '1' }, text),
  },
  {
    name: 'import-running-progress',
    card: (text) => {
      const view = { ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'running', pending: '1' } as const;
      return importStateCard({ ...view, progress: { done: 12_800, of: 40_000 } }, text);
    },
  },
  { name: 'export', card: (text) => exportCard({ state: 'choose', canOffer: true }, text) },
  {
    name: 'export-failed',
    card: (text) => exportCard({ state: 'failed', file: 'people.csv', fault: 'unreachable', canOffer: false }, text),
  },
  {
    name: 'correction-override',
    card: (text) => {
      const before = { competency: 'devops', level: 'gold', until: '2018-06-30', source: 'by-hand 1' };
      const after = { ...before, from: '2018-06-01', until: '2018-08-31' };
      return correctionCard(correctionOf({ kind: 'override', competency: 'devops', before, after }, 'wanted'), text);
    },
  },
];
