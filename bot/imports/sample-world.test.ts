/** The samples: each in its own time, one in the place of the other, and neither in the place of facts of one's own. */
import { dateOf } from '../../domain/basics/date';
import { forecastRisks } from '../../domain/membership/risk-forecast';
import { factsOf } from '../../domain/membership/cached-standing';
import { standingOf } from '../../domain/counting/standing';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { ProgrammeSet } from '../../domain/programme/joined-programme';
import { builtInProgramme } from '../../infra/catalogue/load';
import { designationProgramme, designationSample } from '../../infra/dev/sample/designation-sample';
import { samplePartner, samplePartnerName } from '../../infra/dev/sample/sample-partner';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { loadPartnerFacts } from '../partner/partner-facts';
import { readPartnerRow } from '../store/partner-row';
import { importFile } from './import-file';
import { placeSample, switchSample, type SampleWorld } from './sample-world';

const tenant = 't1';
const programmes = new ProgrammeSet(
  ['competencies', 'designations', 'specializations'].map((id) => [id, builtInProgramme(id)]),
);
const machine = Date.parse('2026-11-28T12:00:00Z');
const opensAt = Date.parse('2018-06-04T09:00:00Z');

function aWorld(at = machine) {
  const store = openMemory();
  let time = at;
  const moved: (number | 'machine')[] = [];
  const deps = { store, read: readImport, programmes, now: () => time };
  const inFiles = (files: readonly { readonly name: string; readonly text: string }[]) =>
    files.map(({ name, text }) => fileOf(name, Buffer.from(text)));
  const world: SampleWorld = {
    deps,
    samples: {
      competencies: {
        tenant,
        name: samplePartnerName,
        programme: 'competencies',
        opensAt,
        files: (today) => inFiles(samplePartner(builtInProgramme('competencies'), today)),
      },
      designations: {
        tenant,
        name: samplePartnerName,
        programme: designationProgramme,
        files: (today) => inFiles(designationSample(today)),
      },
    },
    moveClock: (moment) => {
      moved.push(moment);
      time = moment === 'machine' ? machine : moment;
    },
  };
  return { world, store, deps, moved };
}

async function levelsIn({ deps, store }: ReturnType<typeof aWorld>) {
  const partner = await readPartnerRow(deps, tenant);
  const programme = followedProgramme(partner, programmes);
  const facts = factsOf(partner, { known: await loadPartnerFacts(store, tenant), programme });
  const today = dateOf(deps.now());
  const { competencies } = standingOf(programme, facts, today);
  const risks = forecastRisks(partner, { programme, facts, today });
  return { partner, risks, met: competencies.flatMap(({ id, level }) => (level ? [`${id} ${level}`] : [])) };
}

it('the competencies open on a day on which they are in force, and nothing in them has ended', async () => {
  const made = aWorld();

  expect(await placeSample(made.world, 'competencies')).toBe(true);
  expect(made.moved).toEqual([opensAt]);
  const { met, risks, partner } = await levelsIn(made);
  expect([met.length, risks.because, partner.programme]).toEqual([13, 'no-membership', 'competencies']);
  expect(await placeSample(made.world, 'designations')).toBe(false);
});

it.each([
  ['where the clock shows a day on which the rules hold, it stays', '2019-03-01T09:00:00Z', undefined, []],
  ['at the moment that is asked for', '2026-11-28T12:00:00Z', Date.parse('2018-04-02'), [Date.parse('2018-04-02')]],
])('the competencies are placed %s', async (_, now, at, moved) => {
  const made = aWorld(Date.parse(now));
  await placeSample(made.world, 'competencies', at);

  expect(made.moved).toEqual(moved);
});

it.each(['2026-11-28', '2027-02-28', '2028-01-15'])('the designations live on %s', async (today) => {
  const made = aWorld(Date.parse(`${today}T09:00:00Z`));

  expect(await placeSample(made.world, 'designations')).toBe(true);
  const { met, partner, risks } = await levelsIn(made);
  expect(met).toEqual(['infrastructure solutions-partner', 'sap-on-microsoft-azure attained']);
  expect(partner.enrolments?.map(({ competency }) => competency)).toEqual(['infrastructure', 'sap-on-microsoft-azure']);
  expect(risks.because).toBe('anniversary');
  expect(made.moved).toEqual([]);
});

it('one takes the place of the other, with its clock and the same admins', async () => {
  const made = aWorld();
  await placeSample(made.world, 'competencies');
  const row = (await made.store.partners.get(tenant, tenant))!;
  await made.store.partners.write(tenant, [
    { kind: 'replace', value: { ...row.value, admins: ['ana'] }, version: row.version },
  ]);

  expect(await switchSample({ ...made.world, store: made.store }, 'designations')).toBe(true);
  expect(made.moved).toEqual([opensAt, 'machine']);
  const now = await levelsIn(made);
  expect(now.met).toHaveLength(2);
  expect(now.partner).toMatchObject({ admins: ['ana'], programme: designationProgramme, name: samplePartnerName });

  expect(await switchSample({ ...made.world, store: made.store }, 'competencies')).toBe(true);
  expect((await levelsIn(made)).met).toHaveLength(13);
});

it('facts that were imported by hand are left alone', async () => {
  const made = aWorld();
  await placeSample(made.world, 'designations');
  const file = fileOf('people.csv', Buffer.from('Name,WorkEmail\nAna Lima,ana@fernhollow.example\n'));
  await importFile(made.deps, { tenant, file, by: 'ana', dry: false });

  expect(await switchSample({ ...made.world, store: made.store }, 'competencies')).toBe(false);
  expect((await levelsIn(made)).met).toHaveLength(2);
});
