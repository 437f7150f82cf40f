/** A file far larger than the memory it is read in: what is held grows with the people, not with the rows. */
import { spawnSync } from 'node:child_process';

const rows = 200_000;

/** Reads a file made on the way, about 35 MB of it, and prints what came of it. */
const reading = `
  const { readImport } = require('./reader.ts');
  const columns = 'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation';
  const row = (index) => {
    const person = index % 5000;
    const day = new Date(Date.UTC(2015, 0, 1 + (index % 2000))).toISOString().slice(0, 10);
    return [3051 + (index % 40), 'Certification ' + (index % 40), 'Certification', 'Given', 'Family ' + person, 'p' + person + '@outlook.com',
      'p' + person + '@contoso.com', day + '  10:11:12', '', 1, 1000000 + person, 1234567, 'Contoso Ltd', 'Reading', 'United Kingdom'].join(',');
  };
  const file = { name: 'large.csv', async *open() {
    yield Buffer.from(columns + '\\r\\n');
    for (let start = 0; start < ${rows}; start += 1000)
      yield Buffer.from(Array.from({ length: 1000 }, (_, index) => row(start + index)).join('\\r\\n') + '\\r\\n');
  } };
  const nothing = () => undefined;
  readImport(file, { names: { competency: nothing, level: nothing, metric: nothing }, today: '2021-06-30' }).then((found) =>
    console.log(JSON.stringify({
      rows: found.rows,
      rejected: found.rejected.length,
      people: found.facts.people.length,
      achievements: found.facts.people.reduce((sum, { achievements }) => sum + achievements.length, 0),
    })));
`;

it(`reads ${rows} rows in 96 MB of heap`, () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=96', '--require', 'tsx/cjs', '--eval', reading],
    { cwd: __dirname, encoding: 'utf8' },
  );

  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ rows, rejected: 0, people: 5000, achievements: rows });
}, 60_000);
