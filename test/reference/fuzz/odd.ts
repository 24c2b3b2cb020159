import fc from 'fast-check';

/** Texts that parsers, file systems and databases have stumbled over. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\0', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', '0'],
    ...['../../../etc/passwd', '..\\..\\x', '%00', '%', '%ff', '%2e%2e%2f', '{{7*7}}', '${x}', "' OR 1=1--"],
    ...['<script>', '\ud800', '\udc00x', '\u202e', '\ufeff', 'ﬀ', '👩‍👩‍👧', 'a\r\nb: c', 'a\nb', '"', '\\"'],
    ...['-1', '1e400', 'NaN', 'doc-0', 'doc_0', '*', ':documentId', '/', '//', '?', '#'],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.nat({ max: 10_000 }).map((length) => 'a'.repeat(length)),
);

/** Texts of JSON values, some of which no program would write. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  oddText.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    ...['', 'null', 'true', '0', '-0', '1e400', '-1e-400', '9007199254740993', '[]', '{}', '[null]', '[[]]'],
    ...['{"__proto__":{"status":"completed"}}', '{"constructor":{"prototype":{}}}', '{"toString":1}'],
    ...['{"a":1,"a":2}', '{"a":', '{a:1}', "{'a':1}", '[1,]', '"\\ud800"', '"\\u0000"', 'NaN', 'undefined'],
    ...['\ufeff{}', '{}{}', '// x\n{}', `"${'a'.repeat(100_000)}"`, '1'.repeat(10_000)],
    ...['['.repeat(50_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ...[`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, `[${'{},'.repeat(5000)}{}]`],
  ),
);

/** Bytes of no kind. */
export const oddBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  // Invalid UTF-8 inside of what would be JSON.
  fc
    .constantFrom('22ff22', '7b2261223a22c328227d', 'efbbbf7b7d', 'fffe7b007d00', '1f8b0800')
    .map((hex) => Buffer.from(hex, 'hex')),
  oddText.map((text) => Buffer.from(text)),
);
