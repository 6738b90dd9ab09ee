import type { Examples } from './example.ts';

export const development: Examples = {
  'development/no-resources': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
resources: [{ for: hosting, amount: 200 a month }]
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
resources: [{ for: security-features, amount: 6 days }, { for: security-activities, amount: 2 days }, { for: security-training, amount: 1 day }]
`,
  },
  'development/no-security-in-iterations': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { approach: agile, definition_of_done: [Works on three phones] } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { approach: agile, definition_of_done: [Works on three phones, { text: Nothing is left on the phone, type: security }] } }
`,
  },
  'development/output-silent': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { guide: { kind: documentation } } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { guide: { kind: documentation, security_coverage: What to do when a photo comes by chat } } } }
`,
  },
};
