import { judgeStanding } from '../domain/membership/cached-standing';
import { emptyPartner } from '../domain/partner/partner';
import { builtInProgramme } from '../infra/catalogue/load';
import { peopleOf } from './company';
const programme = builtInProgramme('competencies');
const membership = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
const partner = { ...emptyPartner('t', programme.id), membership };
const figures = programme.metrics.map(({ id }) => ({ metric: id, value: 1e7, asOf: '2018-05-01', source: 'import-1' }));
const rows = peopleOf(100_000).map((p) => JSON.stringify(p));
for (let i = 0; i < 6; i++) {
  const t0 = performance.now();
  const people = rows.map((r) => JSON.parse(r));
  const t1 = performance.now();
  judgeStanding({ programme, partner, known: { people, figures }, asOf: '2018-06-01', release: 'bench' });
  console.log(Math.round(t1 - t0), Math.round(performance.now() - t1));
}
