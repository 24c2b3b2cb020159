import type { CodeFlow, Fix, Result, Suppression } from 'sarif';

import type { FixEdit } from '../../../transforms/fix.js';
import type { Finding } from '../../../transforms/result.js';
import type { ReportContext } from '../context.js';
import { levelOf } from '../level.js';
import { messageOf } from '../message.js';
import { artifactOf, locationOf } from './locations.js';
import { RULES } from './rules.js';

/** GitHub shows so many places of a result's flow, and refuses ten times as many. */
export const MOST_STEPS = 1000;

/** What of the whole result decides what each finding has to say. */
export interface ResultOptions {
  /** A finding is in the baseline: each one says whether it is. */
  readonly hasBaseline: boolean;
  /** A finding is suppressed: each one says whether it is. */
  readonly hasSuppressions: boolean;
}

/** A finding as a result. */
export function resultOf(finding: Finding, options: ResultOptions, context: ReportContext): Result {
  const { code, file, fingerprint, trail, fix, suppressed, known } = finding;
  const { endpoint, kind, client, confidence, evidence, disposition } = finding;
  const suppressions: Suppression[] = suppressed ? [{ kind: 'inSource', status: 'accepted' }] : [];
  return {
    ruleId: code,
    ruleIndex: RULES.findIndex(({ id }) => id === code),
    level: levelOf(finding),
    message: { text: messageOf(finding) },
    locations: [locationOf(file, regionOf(finding), context)],
    partialFingerprints: { 'akepaMigrate/v1': fingerprint },
    ...(trail.length > 0 && { codeFlows: [flowOf(finding, context)] }),
    ...(fix && { fixes: [fixOf(file, fix, context)] }),
    ...(options.hasSuppressions && { suppressions }),
    ...(options.hasBaseline && { baselineState: known ? 'unchanged' : 'new' }),
    properties: { endpoint, kind, client, confidence, evidence, disposition },
  };
}

/** From where the path's pieces are written to the call. */
function flowOf(finding: Finding, context: ReportContext): CodeFlow {
  const steps = finding.trail.slice(0, MOST_STEPS - 1).map(({ file, line, text }) => ({
    location: { ...locationOf(file, { startLine: line }, context), message: { text } },
  }));
  const call = {
    ...locationOf(finding.file, regionOf(finding), context),
    message: { text: finding.kind === 'definition' ? 'the path' : `the ${finding.kind}` },
  };
  return { threadFlows: [{ locations: [...steps, { location: call }] }] };
}

function fixOf(file: string, fix: NonNullable<Finding['fix']>, context: ReportContext): Fix {
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: regionOf(edit),
    insertedContent: { text: edit.text },
  }));
  return {
    description: { text: `${fix.description}.` },
    artifactChanges: [{ artifactLocation: artifactOf(file, context), replacements }],
  };
}

function regionOf({ line, column, endLine, endColumn }: Omit<FixEdit, 'text'>): {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
} {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
