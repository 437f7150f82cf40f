/** How many achievements a programme names: rows of exams stand apart where it names no exam. */
import { credential } from '../fixture.case';
import { namedCountOf } from './named-count';

const certification = credential('admin', { kind: 'certification', titles: ['Azure Administrator Associate'] });
const designations = { credentials: [certification] };
const competencies = { credentials: [certification, credential('70-533')] };
const passed = { title: 'Exam AZ-104: Azure Administrator', activityId: 'AZ-104', kind: 'exam' } as const;
const certified = { title: 'Azure Administrator Associate', kind: 'certification' } as const;
const other = { title: 'Power Automate Expert', kind: 'certification' } as const;
/** As the layout of 2018 writes it, without a type. */
const older = { title: '70-533' };

it.each([
  ['certifications out of certifications', designations, [certified, passed, other, passed], [1, 2, 2]],
  ['rows without a type as they are', designations, [certified, older], [1, 2, 0]],
  ['exams among all where it names exams', competencies, [certified, passed, older], [2, 3, 0]],
  ['exams where there is nothing else', designations, [passed, passed], [0, 2, 0]],
  ['nothing', designations, [], [0, 0, 0]],
])('counts %s', (_, programme, achievements, [named, of, exams]) => {
  expect(namedCountOf(programme, achievements)).toEqual({ named, of, exams });
});
