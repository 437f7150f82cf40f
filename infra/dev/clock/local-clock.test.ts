/** The clock of the local world: followed by all who have it open, and never a reason to fall over. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aheadIn, openLocalClock, setLocalClock } from './local-clock';
import { LocalWorldFault } from '../local-world-fault';

const machine = Date.parse('2018-06-01T09:00:00Z');
const hourMs = 3_600_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-clock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const damages: LocalWorldFault[] = [];
  let time = machine;
  const now = openLocalClock(folder, { machine: () => time, onDamaged: (fault) => damages.push(fault) });
  return { now, damages, pass: (ms: number) => void (time += ms) };
}
const written = (text: string) => writeFileSync(join(folder, 'clock.json'), text);

it('is that of the machine until it is moved, and goes on from there', () => {
  const { now, pass } = open();
  const before = now();
  setLocalClock(folder, { ahead: 74 * hourMs, machine });
  const moved = now();
  pass(hourMs);

  expect([before, moved, now()]).toEqual([machine, machine + 74 * hourMs, machine + 75 * hourMs]);
});

it('is one for all who have it open, sooner or later, and is put back', () => {
  const one = open();
  setLocalClock(folder, { ahead: hourMs, machine });
  const other = open();
  setLocalClock(folder, { ahead: -2 * hourMs, machine });
  const back = [one.now(), other.now()];
  setLocalClock(folder, { ahead: 0, machine });

  expect(back).toEqual([machine - 2 * hourMs, machine - 2 * hourMs]);
  expect([one.now(), other.now(), aheadIn(folder)]).toEqual([machine, machine, 0]);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['', 'nothing'],
  ['{"shows":', 'half of it'],
  ['null', 'no setting'],
  ['{"shows":"2018-06-01T09:00:00Z"}', 'half a setting'],
  ['{"shows":"soon","machine":"2018-06-01T09:00:00Z"}', 'no moment'],
  ['{"shows":"+020180-06-01T09:00:00Z","machine":"2018-06-01T09:00:00Z"}', 'a year of five digits'],
])('is not opened where the file holds %j: %s', (text) => {
  written(text);

  expect(open).toThrow(LocalWorldFault);
  expect(open).toThrow('clock-damaged');
});

it('goes on as before where the file is damaged later, says so once, and follows again when it is mended', () => {
  setLocalClock(folder, { ahead: hourMs, machine });
  const { now, damages } = open();
  written('{');
  const meanwhile = [now(), now()];
  setLocalClock(folder, { ahead: 3 * hourMs, machine });

  expect(meanwhile).toEqual([machine + hourMs, machine + hourMs]);
  expect(damages.map(({ code }) => code)).toEqual(['clock-damaged']);
  expect(now()).toBe(machine + 3 * hourMs);
});

it('says where it cannot be kept', () => {
  written('x');

  expect(() => setLocalClock(join(folder, 'clock.json'), { ahead: 1, machine })).toThrow('folder-unusable');
});
