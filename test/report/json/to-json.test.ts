import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../../src/report/json/to-json.js';

describe('a document as JSON', () => {
  it('reads back as it was, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (json, indent) => {
        expect(JSON.parse(toJson(JSON.parse(json), indent))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('shows no character that a terminal may act on, nor one that cannot be seen', () => {
    const text = 'a\u009B31m\u202E\u200B\u2066\u00AD\u{E0001}z';
    expect(toJson({ title: text }, 2)).toBe(
      '{\n  "title": "a\\u009b31m\\u202e\\u200b\\u2066\\u00ad\\udb40\\udc01z"\n}',
    );
  });
});
