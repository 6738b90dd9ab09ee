import type { Examples } from './example.ts';

export const implementation: Examples = {
  'implementation/briefing-gaps': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { go_live: 2027-03-01 } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { go_live: 2027-03-01, briefing: { personal_devices: No claim photos on private phones, passwords: Nobody signs in for another, logging_off: Lock when you stand up } } }
`,
  },
  'implementation/group-untrained': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
phases: { implementation: { training: [{ audience: [handlers], ends: 2027-02-01 }] } }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers and temps decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: Claims handlers, temps: Temps }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
phases: { implementation: { training: [{ audience: [handlers, temps], ends: 2027-02-01 }] } }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers and temps decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: Claims handlers, temps: Temps }
information: { claim-file: { sensitivity: confidential } }
`,
  },
};
