import { describe, expect, it } from 'vitest';
import type { Path } from '../../../server/src/yaml/node.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { read, textAt, yaml } from './helpers.ts';

const document = read(yaml`
  # A claim
  title: Intake # short
  activities:
    assess:
      does: Look   # with care
      tools: [eye, "two hands"]

    # paying comes last
    pay: |
      One
      two

  handlers:
  list:
  - a: 1
    b: 2
  -
`);
const value = (...at: Path): string => textAt(document, { at });
const key = (...at: Path): string => textAt(document, { at, part: 'key' });
const entry = (...at: Path): string => textAt(document, { at, part: 'entry' });

describe('a place in the text', () => {
  it('of a value is the value without what surrounds it', () => {
    expect(value('title')).toBe('Intake');
    expect(value('activities', 'assess')).toBe('does: Look   # with care\n    tools: [eye, "two hands"]');
    expect(value('activities', 'assess', 'tools')).toBe('[eye, "two hands"]');
    expect(value('activities', 'assess', 'tools', 1)).toBe('"two hands"');
    expect(value('activities', 'pay')).toBe('|\n    One\n    two');
    expect(value('list', 0)).toBe('a: 1\n  b: 2');
  });

  it('of a key is the key, of an entry both', () => {
    expect(key('activities', 'pay')).toBe('pay');
    expect(entry('title')).toBe('title: Intake');
    expect(entry('handlers')).toBe('handlers:');
  });

  it('of an element’s key is the element', () => {
    expect(key('activities', 'assess', 'tools', 0)).toBe('eye');
  });

  it('of an absent value is its key, so that there is something to underline', () => {
    expect(value('handlers')).toBe('handlers');
    expect(value('list', 1)).toBe('-');
    expect(document.node(['handlers'])).toMatchObject({
      start: document.span({ at: ['handlers'], part: 'entry' }).end,
      text: '',
    });
  });

  it('of a key without words is its colon, also where it stands on the next line', () => {
    const text = 'kind: x\nactivities: \r\n:';
    const nameless = read(text).span({ at: [''], part: 'key' });
    expect(text.slice(0, nameless.start)).toBe('kind: x\nactivities: \r\n');
    expect(text.slice(nameless.start, nameless.end)).toBe(':');
  });

  it('that is not there is the key of the nearest that is', () => {
    expect(value('activities', 'assess', 'performed_by')).toBe('assess');
    expect(value('activities', 'nobody', 'performed_by')).toBe('activities');
    expect(value('title', 'x')).toBe('title');
    expect(value('activities', 'assess', 'tools', 7)).toBe('tools');
    expect(value('customers')).toBe('title: Intake # short');
    expect(key()).toBe('title: Intake # short');
  });

  it('of position 0 in a single value is that value', () => {
    expect(value('title', 0)).toBe('Intake');
    expect(document.node(['activities', 'assess', 0, 'does'])).toMatchObject({ text: 'Look' });
    expect(document.node(['handlers', 0])).toBeUndefined();
  });

  it('behind an alias is the alias', () => {
    const aliased = read('a: &x { b: 1 }\nc: *x\nd:\n  <<: *x\n');
    expect(textAt(aliased, { at: ['c', 'b'] })).toBe('*x');
    expect(textAt(aliased, { at: ['d', 'b'], part: 'key' })).toBe('*x');
  });

  it('counts as editors do, in documents anywhere in the stream', () => {
    const second = parseStream('😀: 1\r\n---\r\né: "😀 x" # y\r\n').documents[1];
    expect(second?.span({ at: ['é'] })).toEqual({ start: 15, end: 21 });
  });
});

describe('the place at an offset', () => {
  const at = (text: string, shift = 0): unknown => document.placeAt(document.stream.text.indexOf(text) + shift);

  it('is the deepest one', () => {
    expect(at('title')).toEqual({ at: ['title'], part: 'key' });
    expect(at('Intake', 6)).toEqual({ at: ['title'], part: 'value' });
    expect(at('two hands')).toEqual({ at: ['activities', 'assess', 'tools', 1], part: 'value' });
    expect(at('One')).toEqual({ at: ['activities', 'pay'], part: 'value' });
    expect(at('b: 2')).toEqual({ at: ['list', 0, 'b'], part: 'key' });
  });

  it('between things is what holds them', () => {
    expect(at('# A claim')).toEqual({ at: [], part: 'value' });
    expect(at('# paying')).toEqual({ at: ['activities'], part: 'value' });
  });

  it('stops at an alias', () => {
    const aliased = read('a: &x { b: 1 }\nc: *x\nd:\n  <<: *x\n');
    expect(aliased.placeAt(19)).toEqual({ at: ['c'], part: 'value' });
    expect(aliased.placeAt(31)).toEqual({ at: ['d'], part: 'value' });
  });
});
