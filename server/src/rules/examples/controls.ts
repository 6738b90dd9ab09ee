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
};
