import type { Notification, ReportingDescriptor } from 'sarif';

import type { CheckResult } from '../../check.js';
import type { ReportContext } from '../context.js';
import { count } from '../words.js';
import { artifactOf, locationOf } from './locations.js';
import { MOST_STEPS } from './results.js';

/** What a run has to say besides its results. */
export const NOTIFICATIONS: readonly ReportingDescriptor[] = [
  { id: 'unprocessed-file', shortDescription: { text: 'A file could not be processed.' } },
  { id: 'leftover-todo', shortDescription: { text: 'A TODO of a migration is still in the code.' } },
  { id: 'blind-spot', shortDescription: { text: 'A request could not be followed.' } },
  { id: 'limit', shortDescription: { text: 'A budget or another limit is passed.' } },
  { id: 'notice', shortDescription: { text: 'A suppression or an entry of the baseline does not hold.' } },
  { id: 'cut', shortDescription: { text: 'Something was left out of the report, or will not be shown.' } },
];

/** GitHub shows the most severe results of a file up to this number. */
const MOST_SHOWN = 5000;
/** Blind spots of a whole repository can be many, and each weighs as much as a result. */
const MOST_BLIND_SPOTS = 1000;

/**
 * The notifications of a run.
 *
 * @param missing how many results were left out
 */
export function notificationsOf(
  result: CheckResult,
  missing: number,
  context: ReportContext,
): Notification[] {
  const { errors, todos, blindSpots, gate, notices } = result;
  return [
    ...errors.map(({ file, message }) =>
      notification('unprocessed-file', 'error', message, [
        { physicalLocation: { artifactLocation: artifactOf(file, context) } },
      ]),
    ),
    ...todos.map(({ file, line, code, text }) =>
      notification('leftover-todo', 'warning', `${code}: ${text}`, [
        locationOf(file, { startLine: line }, context),
      ]),
    ),
    ...gate.limits.map((limit) => notification('limit', 'error', `${limit}.`)),
    ...notices.map(({ code, file, line, message }) =>
      notification('notice', 'warning', `${code}: ${message}`, [
        locationOf(file, { startLine: line }, context),
      ]),
    ),
    ...blindSpots
      .slice(0, MOST_BLIND_SPOTS)
      .map(({ file, line, client, why }) =>
        notification('blind-spot', 'note', client === 'none' ? why : `${client}: ${why}`, [
          locationOf(file, { startLine: line }, context),
        ]),
      ),
    ...cuts(result, missing).map((text) => notification('cut', 'warning', text)),
  ];
}

/** Nothing is left out in silence. */
function cuts({ findings, blindSpots }: CheckResult, missing: number): string[] {
  const left = findings.length - missing;
  const long = findings.filter(({ trail }) => trail.length >= MOST_STEPS).length;
  const blind = blindSpots.length - MOST_BLIND_SPOTS;
  return [
    ...(missing > 0
      ? [`${count(missing, 'result')} left out, the least important ones: GitHub refuses a larger file.`]
      : []),
    ...(left > MOST_SHOWN
      ? [`GitHub shows ${MOST_SHOWN} of these ${left} results, the most severe ones.`]
      : []),
    ...(long > 0 ? [`The flow of ${count(long, 'result')} is cut to ${MOST_STEPS} places.`] : []),
    ...(blind > 0 ? [`${count(blind, 'blind spot')} more not listed.`] : []),
  ];
}

function notification(
  id: string,
  level: Notification['level'] & string,
  text: string,
  locations: NonNullable<Notification['locations']> = [],
): Notification {
  const index = NOTIFICATIONS.findIndex((descriptor) => descriptor.id === id);
  return {
    descriptor: { id, index },
    level,
    message: { text },
    ...(locations.length > 0 && { locations }),
  };
}
