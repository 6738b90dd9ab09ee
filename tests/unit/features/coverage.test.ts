import { describe, expect, it } from 'vitest';
import { coverage, place } from '../../../server/src/features/coverage.ts';
import type { DocumentCoverage, QuestionCoverage } from '../../../server/src/protocol.ts';
import { atCursor, textIn } from '../../helpers/cursor.ts';

const CLAIMS = `kind: work-system
format: 1
title: Claims
security_lead: head
roles: { head: Head of claims }
participants:
  handlers: { name: Claims handlers, training: { not_applicable: { because: Done at hiring, decided_by: head } } }
information:
  note:
    sensitivity: confidential
    owner: { ask_later: { who: head, by: 2027-01-31 } }
activities:
  assess: { does: Handlers decide, performed_by: [handlers], uses: [note] }
waivers:
  - { rule: activities/unwatched, at: activities.assess, because: Five people in one room, decided_by: head, until: 2027-02-28 }
`;

function claims(text = CLAIMS): DocumentCoverage {
  const { world, uri } = atCursor(text);
  return coverage(world, uri).documents[0]!;
}

const asked = ({ questions }: DocumentCoverage, rule: string): QuestionCoverage =>
  questions.find(({ key }) => key.startsWith(`${rule} `))!;

describe('the coverage of a file', () => {
  it('has the pictures that fit the kind, without a style of their own', () => {
    expect(claims().pictures.map(({ id }) => id)).toEqual(['framework', 'flow', 'grid', 'life-cycle']);
    for (const { svg } of claims().pictures) expect(svg).toMatch(/^<svg (?!.*<style)/);
    const charter = claims('kind: project-charter\nformat: 1\ntitle: New claims\n');
    expect(charter.pictures.map(({ id }) => id)).toEqual(['life-cycle', 'flow', 'grid']);
  });

  it('has every question once, element by element, with what an open one asks and who could answer', () => {
    const { questions, counts, areas } = claims();
    expect(questions).toHaveLength(counts.questions);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    expect([...new Set(questions.map(({ area }) => area))]).toEqual(areas.map(({ id }) => id));
    expect(asked(claims(), 'information/unprotected')).toMatchObject({
      about: 'note',
      fate: 'open',
      who: ['Claims handlers'],
    });
    expect(asked(claims(), 'information/unprotected').question).toContain('note');
  });

  it('says who decided and until when', () => {
    expect(asked(claims(), 'participants/training-missing')).toMatchObject({ fate: 'notApplicable', who: ['head'] });
    expect(asked(claims(), 'information/no-owner')).toMatchObject({ fate: 'open', who: ['head'], until: '2027-01-31' });
    expect(asked(claims(), 'activities/unwatched')).toMatchObject({
      fate: 'accepted',
      who: ['head'],
      until: '2027-02-28',
    });
  });

  it('leads to the place of each question', () => {
    const { file } = atCursor(CLAIMS);
    expect(textIn(file, asked(claims(), 'information/unprotected').range)).toBe('note');
    expect(textIn(file, asked(claims(), 'participants/training-missing').range)).toBe('handlers');
  });

  it('leads to the place of each part of a picture', () => {
    const { world, uri, file } = atCursor(CLAIMS);
    const parts = claims().pictures.flatMap(({ svg }) => [...svg.matchAll(/data-at="([^"]*)"/g)].map(([, at]) => at!));
    expect(parts).toContain('/information/note');
    for (const at of parts) expect(place(world, { uri, at })).not.toBeNull();
    expect(textIn(file, place(world, { uri, at: '/information/note' })!)).toBe('note');
    expect(textIn(file, place(world, { uri, at: '/waivers/0/rule' })!)).toBe('rule');
    expect(place(world, { uri, document: 'other', at: '/information' })).toBeNull();
  });

  it('is empty for a file of another kind', () => {
    expect(coverage(atCursor(CLAIMS).world, 'file:///nowhere.yaml').documents).toEqual([]);
  });
});
