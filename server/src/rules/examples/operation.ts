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
};
