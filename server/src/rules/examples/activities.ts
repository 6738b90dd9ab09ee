import type { Examples } from './example.ts';

export const activities: Examples = {
  'activities/weaknesses-never-reviewed': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], weaknesses: [] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], weaknesses: [], weaknesses_reviewed: { date: 2026-09-01, by: claims handlers } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'activities/weakness-unanswered': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, weaknesses: [Files lie open on the desk] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, weaknesses: [{ what: Files lie open on the desk, response: Lockable trays, owner: office manager, due: 2027-01-31 }] } }
`,
  },
  'activities/unwatched': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], watched_by: { who: team leader, how: Reads ten files, every: week } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'activities/goal-conflict-unresolved': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, goals: [{ kind: volume, target: 20 a day }], security_steps: [id-check] } }
controls: { id-check: Compare caller and file }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, goals: [{ kind: volume, target: 20 a day }], security_steps: [id-check], when_goals_conflict: { rule: security-first } } }
controls: { id-check: Compare caller and file }
`,
  },
  'activities/workaround-unanswered': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [Photos are sent by private chat] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [{ what: Photos are sent by private chat, why: missing-tool, response: { kind: remove-cause, what: Upload page, owner: office manager, due: 2027-01-31 } }] } }
`,
  },
};
