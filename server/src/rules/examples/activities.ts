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
  'activities/conflict-rule-unowned': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide the claim, when_goals_conflict: { rule: escalate } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { team-leader: Leads the claims handlers }
activities: { assess: { does: Handlers decide the claim, when_goals_conflict: { rule: escalate, to: team-leader } } }
`,
  },
  'activities/workaround-response-late': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    workarounds:
      - what: Photos are sent by private chat
        response: { kind: remove-cause, what: Upload page, owner: office manager, due: 2026-10-31 }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    workarounds:
      - what: Photos are sent by private chat
        response: { kind: remove-cause, what: Upload page, owner: office manager, due: 2027-01-31 }
`,
  },
  'activities/reminder-only': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    workarounds:
      - what: Photos are sent by private chat
        why: missing-tool
        response: { kind: remind, owner: office manager }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    workarounds:
      - what: Photos are sent by private chat
        why: missing-tool
        response: { kind: remove-cause, what: Upload page, owner: office manager }
`,
  },
  'activities/policy-not-visible': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide the claim, uses: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide the claim, uses: [claim-file], security_steps: [id-check] } }
information: { claim-file: { sensitivity: confidential } }
controls: { id-check: Compare caller and file }
`,
  },
  'activities/hand-over-unprotected': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { clerks: Post room, handlers: Claims handlers }
activities:
  open: { does: Clerks scan the post, performed_by: [clerks], creates: [claim-file] }
  assess: { does: Handlers decide the claim, performed_by: [handlers], uses: [claim-file] }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { clerks: Post room, handlers: Claims handlers }
activities:
  open:
    does: Clerks scan the post
    performed_by: [clerks]
    creates: [claim-file]
    hand_overs: [{ what: [claim-file], to: assess, by: paper, protected_by: Locked tray that only handlers can open }]
  assess: { does: Handlers decide the claim, performed_by: [handlers], uses: [claim-file] }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'activities/short-cuts-not-asked': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    uses: [claim-file]
    goals: [{ kind: volume, target: 20 a day }]
    security_steps: [id-check]
information: { claim-file: { sensitivity: confidential } }
controls: { id-check: { does: Compare caller and file, effort: high } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide the claim
    uses: [claim-file]
    goals: [{ kind: volume, target: 20 a day }]
    security_steps: [id-check]
    workarounds_asked: { whom: claims handlers, date: 2026-10-05 }
information: { claim-file: { sensitivity: confidential } }
controls: { id-check: { does: Compare caller and file, effort: high } }
`,
  },
};
