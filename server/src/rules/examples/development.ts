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
  'development/supplier-unchecked': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { portal: { kind: software, acquired: true, security_coverage: Photos open only after sign-in } } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { portal: { kind: software, acquired: true, supplier_check: Audit report read on 2026-11-02, security_coverage: Photos open only after sign-in } } } }
`,
  },
  'development/no-security-test': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { sign-in: { kind: configuration } } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { outputs: { sign-in: { kind: configuration } }, testing: { security: A shop tries to open the claim of another shop } } }
`,
  },
  'development/live-test-data': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { testing: { security: A shop tries to open the claim of another shop, data: live } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { development: { testing: { security: A shop tries to open the claim of another shop, data: live, data_protection: Twenty closed claims on the office network only, wiped after the test } } }
`,
  },
};
