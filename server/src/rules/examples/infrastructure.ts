import type { Examples } from './example.ts';

export const infrastructure: Examples = {
  'infrastructure/shared-risk-open': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { shared_with: [sales office], hosts: [claim-file] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { shared_with: [sales office], hosts: [claim-file], shared_risks: Sales staff could open claim folders } }
`,
  },
  'infrastructure/unwatched': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { hosts: [claim-file] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { hosts: [claim-file], watched_by: { who: it provider, how: Alert on bulk download, every: day } } }
`,
  },
};
