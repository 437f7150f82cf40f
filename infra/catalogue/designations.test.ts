/** The designations say what their sources say: tracks and dated rules, points that sum to 100, titles, and worked examples. */
import { indexCredentials, titleKey } from '../../domain/credential';
import { addMonths } from '../../domain/date';
import { credentialsIn } from '../../domain/expression';
import { fractionOf, readFraction, sumOf, valueOf } from '../../domain/fraction';
import { locales } from '../../domain/locale';
import { scoreStanding, type ScoreStanding } from '../../domain/points';
import { standardPolicies } from '../../domain/policy';
import { competencyOf, requirementInForce, type Option } from '../../domain/programme';
import type { Score } from '../../domain/score';
import { chosenAmong } from '../../domain/choice';
import { builtInProgramme } from './load';
