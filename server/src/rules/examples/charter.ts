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
};
