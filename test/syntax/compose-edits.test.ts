import fc from 'fast-check';
import { expect, test } from 'vitest';

import { composeEdits } from '../../src/syntax/compose-edits.js';
import { applyEdits, type Edit } from '../../src/syntax/edits.js';

/** Edits that do not overlap, of a text of a length. */
function edits(length: number): fc.Arbitrary<Edit[]> {
  const offsets = fc.uniqueArray(fc.nat(length), { maxLength: 8 });
  return fc
    .tuple(offsets, fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }))
    .map(([places, texts]) => {
      const sorted = places.toSorted((left, right) => left - right);
      return texts.flatMap((text, index): Edit[] => {
        const [start, end] = sorted.slice(2 * index, 2 * index + 2);
        return start === undefined ? [] : [{ range: [start, end ?? start], text }];
      });
    });
}

test('edits, and edits of what they make, are the same as both at once', () => {
  const steps = fc.string({ maxLength: 20 }).chain((text) =>
    edits(text.length).chain((first) => {
      const middle = applyEdits(text, first);
      return edits(middle.length).map((second) => ({ text, first, middle, second }));
    }),
  );
  fc.assert(
    fc.property(steps, ({ text, first, middle, second }) => {
      expect(applyEdits(text, composeEdits(text, first, second))).toBe(applyEdits(middle, second));
    }),
    { numRuns: 2000 },
  );
});

test('what neither touches is in no edit', () => {
  const first: Edit[] = [{ range: [2, 4], text: 'XYZ' }];
  const second: Edit[] = [
    { range: [0, 1], text: '' },
    { range: [8, 9], text: '!' },
  ];
  expect(composeEdits('abcdefghij', first, second)).toEqual([
    { range: [0, 1], text: '' },
    { range: [2, 4], text: 'XYZ' },
    { range: [7, 8], text: '!' },
  ]);
});
