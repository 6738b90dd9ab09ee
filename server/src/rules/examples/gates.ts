import type { Examples } from './example.ts';

export const gates: Examples = {
  'gates/owner-missing': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { initiation: { gate: { criteria: [Security requirements agreed] } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { initiation: { gate: { owner: finance director, criteria: [Security requirements agreed] } } }
`,
  },
  'gates/no-security-criterion': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { gate: { owner: finance director, criteria: [All pages work] } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { gate: { owner: finance director, criteria: [All pages work, Security tests pass] } } }
`,
  },
  'gates/passed-with-open-risk': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
risks: { old-link: { text: Old links still open claim photos, category: security } }
phases: { development: { gate: { owner: finance director, criteria: [Security tests pass], passed: 2026-11-20 } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
risks: { old-link: { text: Old links still open claim photos, category: security, owner: office manager, response: Links end after 14 days } }
phases: { development: { gate: { owner: finance director, criteria: [Security tests pass], passed: 2026-11-20 } } }
`,
  },
  'gates/dates-out-of-order': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
phases: { implementation: { go_live: 2027-03-01, gate: { owner: finance director, criteria: [Handlers know how to report an incident], date: 2027-03-15 } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
phases: { implementation: { go_live: 2027-03-01, gate: { owner: finance director, criteria: [Handlers know how to report an incident], date: 2027-02-26 } } }
`,
  },
};
