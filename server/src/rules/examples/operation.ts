import type { Examples } from './example.ts';

export const operation: Examples = {
  'operation/no-security-owner': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { owner: office manager } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { owner: office manager, security_owner: office manager } }
`,
  },
  'operation/no-control-review': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { owner: office manager } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { control_review: { first: 2027-06-01, every: quarter } } }
`,
  },
  'operation/no-incident-responder': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { owner: office manager } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { operation_and_maintenance: { incident_responder: office manager } }
`,
  },
  'operation/no-listening-point': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { go_live: 2027-03-01 }, operation_and_maintenance: { workaround_check: { who: office manager, date: 2027-09-01 } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { go_live: 2027-03-01 }, operation_and_maintenance: { workaround_check: { who: office manager, date: 2027-04-15 } } }
`,
  },
};
