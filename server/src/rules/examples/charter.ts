import type { Examples } from './example.ts';

export const charter: Examples = {
  'charter/link-missing': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: no-such-file.work-system.yaml }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
`,
  },
  'charter/no-security-accountable': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
roles: { office-manager: Runs the office }
security_accountable: office-manager
information_touched: [claim-file]
`,
  },
  'charter/link-wrong-kind': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claim" }
---
kind: work-system
format: 1
id: claims
title: Claims
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
`,
  },
  'charter/link-not-checkable': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 2
id: claims
title: Claims
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
`,
  },
  'charter/link-state-differs': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#then", to_be: "#now" }
---
kind: work-system
format: 1
id: now
title: Claims now
state: as-is
---
kind: work-system
format: 1
id: then
title: Claims then
state: to-be
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#now", to_be: "#then" }
---
kind: work-system
format: 1
id: now
title: Claims now
state: as-is
---
kind: work-system
format: 1
id: then
title: Claims then
state: to-be
`,
  },
  'charter/no-work-system': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
purpose: Repair shops see photos of the damage
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
purpose: Repair shops see photos of the damage
work_system: "#claims"
---
kind: work-system
format: 1
id: claims
title: Claims
`,
  },
  'charter/phase-missing': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { approach: purchase } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { initiation: { owner: office manager }, development: { approach: purchase }, implementation: { go_live: 2027-03-01 }, operation_and_maintenance: { owner: office manager } }
`,
  },
  'charter/only-speed-objectives': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
objectives: [{ text: A claim is opened in two minutes, kind: speed, measure: Portal log }]
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
objectives: [{ text: A claim is opened in two minutes, kind: speed }, { text: No claim photo on a private phone, kind: protection, measure: Monthly check }]
`,
  },
  'charter/risk-accepted-by-nobody': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
risks: { old-link: { text: Old links still open claim photos, category: security, status: accepted } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
risks: { old-link: { text: Old links still open claim photos, category: security, status: accepted, accepted_by: managing director, until: 2027-06-30 } }
`,
  },
};
