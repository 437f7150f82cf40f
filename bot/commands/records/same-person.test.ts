/** "Same person?" has two answers, and both are remembered: the records are joined, or the question is not asked again. */
import { plainText } from '../../../cards/elements/plain-text';
import { loadProgrammes } from '../../../infra/catalogue/load';
import { ProgrammeSet } from '../../../domain/programme/joined-programme';
import { fileOf } from '../../../infra/import/file';
import { readImport } from '../../../infra/import/reader';
import { openMemory } from '../../../infra/memory/store';
import { importFile } from '../../imports/import-file';
import { askBy, tenant, worldOf } from '../../partner/standing-cache.case';
import { replyTo, type TurnInput } from '../../turns/turn';
import type { AppServices } from '../../context/app-services';

const loading = loadProgrammes();
const programmes = new ProgrammeSet('programmes' in loading ? loading.programmes : []);
const now = Date.parse('2018-01-20T10:00:00Z');

/** Two learning profiles of one name: the work address stands with one of them only. */
const export2018 = [
  'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,MCPID',
  ...['8810021,home,mette.strand@fjord.example', '5510021,old,'].flatMap((who) => {
    const [id, mail, work] = who.split(',');
    return ['Managing Office 365 Identities and Requirements', 'Enabling Office 365 Services'].map(
      (title) => `1,${title},Exam,Mette,Strand,mette.${mail}@mail.example,${work},2017-09-14,${id}`,
    );
  }),
  '',
].join('\n');

function importInto(services: AppServices, about = '') {
  const deps = { store: services.store, programmes, now: services.now, read: readImport };
  const file = fileOf(`trainings${about}.csv`, Buffer.from(export2018 + about));
  return importFile(deps, { tenant, file, by: 'boss', dry: true });
}

const warnings = async (services: AppServices) => {
  const result = await importInto(services, '\n');
  return 'refused' in result ? [result.refused.code] : result.warnings.map(({ code }) => code);
};

async function aWorld() {
  const services = worldOf(openMemory(), { programmes, now: () => now });
  const deps = { store: services.store, programmes, now: services.now, read: readImport };
  await importFile(deps, { tenant, file: fileOf('t.csv', Buffer.from(export2018)), by: 'boss', dry: false });
  const ask = async (input: TurnInput) => (await replyTo(input, askBy('boss', now), services)).card;
  const say = async (said: string) => plainText(await ask({ said }));
  const why = () => ask({ said: 'why cloud productivity gold' });
  const press = async (from: Awaited<ReturnType<typeof ask>>, title: string) =>
    ask({ pressed: from.actions!.find((one) => one.title!.startsWith(title)) });
  return { services, say, why, press };
}

it('two different people are remembered as two, and the question is not asked again', async () => {
  const { services, why, press } = await aWorld();
  const before = await why();
  const preview = await press(before, 'Same person');
  const answered = await press(preview, 'Two different people');

  expect(plainText(before)).toContain('may be one person');
  expect(plainText(answered)).toContain('Two different people: Mette Strand');
  expect(plainText(await why())).not.toContain('may be one person');
  expect(await warnings(services)).not.toContain('same-name');
});

it('the answer is taken back, and then it is asked again', async () => {
  const { services, why, press } = await aWorld();
  const answered = await press(await press(await why(), 'Same person'), 'Two different people');
  await press(answered, 'Undo');

  expect(plainText(await why())).toContain('may be one person');
  expect(await warnings(services)).toContain('same-name');
});

it('nobody but an admin tells people apart', async () => {
  const { services, why, press } = await aWorld();
  const preview = await press(await why(), 'Same person');
  const pressed = preview.actions!.find(({ title }) => title === 'Two different people');
  const reply = await replyTo({ pressed }, askBy('somebody', now), services);

  expect(reply.name).toBe('admins-only');
  expect(plainText(await why())).toContain('may be one person');
});

const [home, old] = ['8810021', '5510021'];

it.each([
  ['duplicates', 'Which person do you mean?'],
  ['same person Mette Strand', 'Join these two records of Mette Strand'],
  [`${home} and ${old} are the same person`, 'Join these two records of Mette Strand'],
  [`same person ${home} and ${home}`, 'Nothing on record looks like a second record of Mette Strand'],
  ['same person Ragnhild', 'I know nobody called “Ragnhild”'],
  [`same person ${home} and Ragnhild`, 'I know nobody called “Ragnhild”'],
])('%s: %s', async (said, answer) => {
  const { say } = await aWorld();

  expect(await say(said)).toContain(answer);
});

it('says so where no two records look like one person, of a name and of all', async () => {
  const { say, why, press } = await aWorld();
  await press(await press(await why(), 'Same person'), 'Two different people');

  expect(await say('duplicates')).toContain('No two records look like one person');
  expect(await say('same person Mette Strand')).toContain(
    'Nothing on record looks like a second record of Mette Strand',
  );
});
