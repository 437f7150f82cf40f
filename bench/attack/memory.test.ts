/** The attack sees a leak: the same run is good without one, and not with one. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { memoryFaults } from './memory';

const calm = { liveMb: 100, residentMb: 300 };

it.each([
  { after: calm, faults: 0 },
  { after: { liveMb: 110, residentMb: 330 }, faults: 0 },
  { after: { liveMb: 111, residentMb: 300 }, faults: 1 },
  { after: { liveMb: 100, residentMb: 331 }, faults: 1 },
  { after: { liveMb: 120, residentMb: 400 }, faults: 2 },
])('$after after 100 MB live and 300 MB resident: $faults faults', ({ after, faults }) => {
  expect(memoryFaults(calm, after)).toHaveLength(faults);
});

function attack(leak: number): string {
  const options = ['--share', '0.05', '--only', 'files dropped', '--leak', String(leak)];
  const args = ['--import', require.resolve('tsx'), resolve(__dirname, 'main.ts'), ...options];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return stdout + stderr;
}

it('a buffer that is kept of each request is a fault of both measures', () => {
  const said = attack(1_000_000);

  expect(said).toMatch(/^memory: liveMb/m);
  expect(said).toMatch(/^memory: residentMb/m);
  expect(said).toContain('NOT GOOD');
}, 120_000);

it('without it neither is a fault', () => {
  expect(attack(0)).not.toMatch(/^memory: /m);
}, 120_000);
