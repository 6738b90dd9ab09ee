import type { Examples } from './example.ts';

export const controls: Examples = {
  'controls/never-tested': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential, protections: [id-check] } }
controls: { id-check: Compare caller and file }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential, protections: [id-check] } }
controls: { id-check: { does: Compare caller and file, test_every: quarter, last_tested: 2026-10-01 } }
`,
  },
  'controls/test-overdue': {
    bad: `
kind: work-system
format: 1
title: Claims
controls: { id-check: { does: Compare caller and file, test_every: quarter, last_tested: 2026-05-01 } }
`,
    good: `
kind: work-system
format: 1
title: Claims
controls: { id-check: { does: Compare caller and file, test_every: quarter, last_tested: 2026-10-01 } }
`,
  },
  'controls/untried': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { id-check: { does: Compare caller and file, used_by: [handlers] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { id-check: { does: Compare caller and file, used_by: [handlers], tried_with: [handlers] } }
`,
  },
  'controls/bypassed': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [{ what: Check skipped for known callers, avoids: [id-check], response: { kind: remind, owner: office manager, due: 2027-01-31 } }] } }
controls: { id-check: Compare caller and file }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [{ what: Check skipped for known callers, avoids: [id-check], response: { kind: lighten-control, owner: office manager, due: 2027-01-31 } }] } }
controls: { id-check: Compare caller and file }
`,
  },
  'controls/change-not-told': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { id-check: { does: Compare caller and file, used_by: [handlers], changed: 2026-09-01, users_told: 2026-03-01 } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { id-check: { does: Compare caller and file, used_by: [handlers], changed: 2026-09-01, users_told: 2026-09-03 } }
`,
  },
  'controls/heavy-and-untried': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { second-reader: { does: A colleague reads each decision, used_by: [handlers], effort: high } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls: { second-reader: { does: A colleague reads each decision, used_by: [handlers], effort: high, tried_with: [handlers] } }
`,
  },
  'controls/effort-over-limit': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls:
  id-check: { does: Compare caller and file, used_by: [handlers], minutes: 1, uses_per_day: 10 }
  second-reader: { does: A colleague reads each decision, used_by: [handlers], minutes: 6, uses_per_day: 2 }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
controls:
  id-check: { does: Compare caller and file, used_by: [handlers], minutes: 1, uses_per_day: 10 }
  second-reader: { does: A colleague reads large decisions, used_by: [handlers], minutes: 5, uses_per_day: 1 }
`,
  },
  'controls/on-paper-only': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
controls: { id-check: Compare caller and file }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential, protections: [id-check] } }
controls: { id-check: { does: Compare caller and file, owner: office manager } }
`,
  },
};
