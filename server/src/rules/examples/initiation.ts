import type { Examples } from './example.ts';

export const initiation: Examples = {
  'initiation/security-silent': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { initiation: { owner: project manager } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { initiation: { owner: project manager, security: { who: office manager, what: Listed with two handlers what can go wrong, when: 2026-10-20 } } }
`,
  },
  'initiation/no-security-requirement': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
requirements: { R1: { text: A claim can be opened in two minutes, type: functional } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
requirements: { R1: { text: "When a shop opens a claim, the portal shows photos without the address", type: security, covers: [claim-file], verified_by: Acceptance test 12 } }
`,
  },
  'initiation/security-put-off': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
scope: { excludes: [Second factor sign-in for repair shops] }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
scope: { excludes: [{ what: Second factor sign-in for repair shops, why: Later release, owner: office manager, by: 2027-06-30 }] }
`,
  },
  'initiation/sensitive-items-not-named': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
information_touched: [claim-file]
---
kind: work-system
format: 1
id: claims
title: Claims
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'initiation/workers-not-asked': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
stakeholders: { handlers: { consulted_on: [risks] } }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'initiation/requirement-unverified': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
requirements: { S1: { text: The portal shows photos without the address, type: security } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
requirements: { S1: { text: The portal shows photos without the address, type: security, verified_by: Acceptance test 12 with two repair shops } }
`,
  },
  'initiation/privacy-assessment-undecided': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [{ what: injury-report, sensitivity: restricted, personal_data: special-category }]
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [{ what: injury-report, sensitivity: restricted, personal_data: special-category }]
privacy_assessment: { decision: needed, decided_by: office manager, date: 2026-11-10 }
`,
  },
};
