/** The number of an exam names the certification that it leads to, in a phrase and in a sentence; its rows never count as it. */
import { indexCredentials } from '../../domain/programme/credential';
import { builtInProgramme } from '../../infra/catalogue/load';
import { tokenize } from '../language-understanding/utterance';
import { vocabularyFor } from '../intents/grammar';
import { credentialSpans } from './credential-span';
import { recognizeCredentials } from './credential-recognizer';

const programme = builtInProgramme('designations');
const { lexicon } = vocabularyFor(programme);

it.each([
  ['who holds AZ-104', 'azure-administrator-associate'],
  ['who holds az104', 'azure-administrator-associate'],
  ['serves SC-100', 'cybersecurity-architect-expert'],
  ['who holds azure administrator', 'azure-administrator-associate'],
  ['who has the azure solutions architect', 'azure-solutions-architect-expert'],
  ['кто сдал АЗ-305', 'azure-solutions-architect-expert'],
])('%s', (said, id) => {
  const [span] = credentialSpans(said, [programme]);

  expect(span?.id).toBe(id);
  if (/^[ -~]+$/.test(said)) expect(recognizeCredentials(tokenize(said, lexicon), programme).credentials).toEqual([id]);
});

it('a number that leads to nothing here stays unknown', () => {
  expect(recognizeCredentials(tokenize('who holds AZ-900', lexicon), programme)).toMatchObject({
    credentials: [],
    unknown: 'AZ-900',
  });
});

it.each(programme.credentials.flatMap(({ id, exam }) => (exam === undefined ? [] : [[exam, id] as const])))(
  'a row of exam %s never counts as %s',
  (exam, id) => {
    const { titles } = programme.credentials.find((one) => one.id === id)!;
    const index = indexCredentials(programme.credentials);

    expect(index({ title: titles[0], activityId: exam, kind: 'exam' })).toBeUndefined();
    expect(index({ title: exam, kind: 'exam' })).toBeUndefined();
    expect(index({ title: titles[0], kind: 'certification' })?.id).toBe(id);
  },
);

it('no number leads to two certifications', () => {
  const exams = programme.credentials.flatMap(({ exam }) => exam ?? []);

  expect(new Set(exams).size).toBe(exams.length);
});
