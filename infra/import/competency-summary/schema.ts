/** The Competency summary and history report of Partner Center, as documented in 2020. */
import type { Schema } from '../parsing/schema';

export type SummaryField = 'competency' | 'level' | 'status' | 'startsOn' | 'endsOn';

export const summarySchema: Schema<SummaryField> = {
  kind: 'competency-summary',
  exported: true,
  columns: {
    competency: ['CompetencyName'],
    level: ['CompetencyLevel'],
    status: ['CompetencyStatus'],
    startsOn: ['CompetencyStartDate'],
    endsOn: ['CompetencyEndDate'],
  },
  required: [['competency'], ['level'], ['status']],
  dates: ['startsOn', 'endsOn'],
  numbers: [],
};
