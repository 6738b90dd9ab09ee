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
};
