import type { Examples } from './example.ts';

export const waivers: Examples = {
  'waivers/incomplete': {
    bad: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched }]
`,
    good: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2027-03-31 }]
`,
  },
  'waivers/expired': {
    bad: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2026-06-30 }]
`,
    good: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2027-06-30 }]
`,
  },
  'waivers/not-applicable-unexplained': {
    bad: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: { not_applicable: {} } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: { not_applicable: { because: Group ends in December, decided_by: office manager } } }
`,
  },
  'waivers/ask-later-overdue': {
    bad: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager, by: 2026-10-31 } }
`,
    good: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager, by: 2026-12-31 } }
`,
  },
};
