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
  'infrastructure/no-incident-contact': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { external: true, hosts: [claim-file] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
infrastructure: { drive: { external: true, hosts: [claim-file], incident_contact: The provider rings the office manager within four hours } }
`,
  },
  'infrastructure/open-to-all': {
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
infrastructure: { drive: { shared_with: [sales office], hosts: [claim-file], access: limited, use_limits: Only handlers can open the claims folder } }
`,
  },
};
