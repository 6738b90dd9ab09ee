import { describe, expect, it } from 'vitest';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { textIn, worldOf } from '../../helpers/cursor.ts';

const WORLD = worldOf({
  'claims.work-system.yaml':
    'kind: work-system\ntitle: Claims\nroles: { manager: Leads }\nparticipants:\n  handlers: { name: Claims handlers }\nenvironment: { policies: { desk-rules: } }\nnotes: { secret: x }\n',
  'portal.charter.yaml':
    'kind: project-charter\ntitle: Portal\nrequirements: { R1: Lock it }\nphases: { development: { outputs: { clerk-guide: { name: Guide } } } }\n',
  'other.yaml': 'kind: Deployment\nroles: { manager: x }\n',
  'broken.work-system.yaml': 'kind: work-system\nroles:\n  mana-of-day: [Ada\ncontrols:\n  lock: x\n',
});

/** What is found, as `label | container`. */
const found = (query: string): string[] =>
  workspaceSymbols(WORLD, query).map(({ name, containerName }) => `${name} | ${containerName}`);

describe('workspace symbols', () => {
  it('are titles and items, each with where it stands', () => {
    expect(found('')).toEqual([
      'Claims | claims.work-system.yaml',
      'Claims handlers (handlers) | Claims › Participants',
      'desk-rules | Claims › Policies',
      'manager | Claims › Roles',
      'Portal | portal.charter.yaml',
      'R1 | Portal › Requirements',
      'Guide (clerk-guide) | Portal › Outputs',
      'lock | broken.work-system.yaml › Controls',
      'mana-of-day | broken.work-system.yaml › Roles',
    ]);
  });

  it('hold the letters of the query in their order, the best first', () => {
    expect(found('mana').slice(0, 2)).toEqual([
      'manager | Claims › Roles',
      'mana-of-day | broken.work-system.yaml › Roles',
    ]);
    expect(found('mday')).toEqual(['mana-of-day | broken.work-system.yaml › Roles']);
    expect(found('clms')).toEqual([
      'Claims | claims.work-system.yaml',
      'Claims handlers (handlers) | Claims › Participants',
    ]);
    expect(found('guide')[0]).toBe('Guide (clerk-guide) | Portal › Outputs');
    expect(found('Claims HAND')).toEqual(['Claims handlers (handlers) | Claims › Participants']);
    expect(found('zzz')).toEqual([]);
  });

  it('lead to the key', () => {
    const [symbol] = workspaceSymbols(WORLD, 'clerk-guide');
    const { uri, range } = symbol!.location as { uri: string; range: never };
    expect(textIn(WORLD.file(uri)!, range)).toBe('clerk-guide');
  });
});
