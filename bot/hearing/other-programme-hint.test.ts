/** A goal of a programme that is not followed is named as such, and never taken for one whose name is a part of it. */
import { loadProgrammes } from '../../infra/catalogue/load';
import { joinedId, ProgrammeSet } from '../../domain/programme/joined-programme';
import { refusalOfOtherCredential, refusalOfOtherGoal } from './other-programme-hint';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';

const loading = loadProgrammes();
const programmes = new ProgrammeSet('programmes' in loading ? loading.programmes : []);

function refusalOf(said: string, followed = 'designations', today = '2026-11-29') {
  const reading = { vocabulary: vocabularyFor(programmes.get(followed)!), locale: 'en', today } as const;
  return refusalOfOtherGoal(
    recognizeQuestion(said, reading),
    { said, locale: 'en', followed, today },
    {
      programmes,
    },
  );
}

const together = joinedId(['designations', 'specializations']);

it.each([
  ['enrolled infra and database migration 20 Jun 2026', 'Infra and Database Migration to Microsoft Azure'],
  ['enrolled sap on azure 3 Jun 2026', 'SAP on Microsoft Azure'],
  ['requirements cloud security', 'Cloud Security'],
  ['why data security', 'Data Security'],
  ['threat protection', 'Threat Protection'],
])('“%s” is answered with the programme that has it, to be followed beside the others', (said, heard) => {
  expect(refusalOf(said)).toEqual({
    code: 'unknown-competency',
    heard,
    nearest: [
      {
        label: `${heard} · Microsoft specializations`,
        question: { ask: 'programme', programme: together },
      },
    ],
  });
});

it.each(['why security', 'enrolled infrastructure 1 Mar 2026', 'plan data and ai', 'progress', 'people'])(
  '“%s” is a question of what is followed',
  (said) => {
    expect(refusalOf(said)).toBeUndefined();
  },
);

it('offers nothing of a programme that has ended or is followed already', () => {
  expect(refusalOf('why cloud platform gold')).toBeUndefined();
  expect(refusalOf('why cloud security', together)).toBeUndefined();
});

describe('a certification that only another programme names', () => {
  const refusal = (credential: string, followed: string) =>
    refusalOfOtherCredential(
      { ask: 'who-holds', credential },
      { said: '', locale: 'en', followed, today: '2026-11-29' },
      { programmes },
    );

  it('is called by its title, with the offer to follow one that has it', () => {
    expect(refusal('azure-administrator-associate', 'competencies')).toMatchObject({
      code: 'unknown-credential',
      heard: 'Azure Administrator Associate',
      nearest: [{ question: { ask: 'programme', programme: 'designations' } }, {}],
    });
  });

  it('of a programme that has ended is not offered', () => {
    expect(refusal('70-473', 'designations')).toEqual({ code: 'unknown-credential', heard: '70-473', nearest: [] });
  });

  it.each([
    ['azure-administrator-associate', 'designations'],
    ['70-999', 'designations'],
  ])('%s is no such one for who follows %s', (credential, followed) => {
    expect(refusal(credential, followed)).toBeUndefined();
  });
});
