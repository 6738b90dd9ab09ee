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
  'implementation/reasons-not-given': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { briefing: { personal_devices: No claim photos on private phones, passwords: Nobody signs in for another, logging_off: Lock when you stand up } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { briefing: { personal_devices: No claim photos on private phones, passwords: Nobody signs in for another, logging_off: Lock when you stand up, why_it_matters: A photo of a damaged house tells burglars that nobody is in } } }
`,
  },
  'implementation/trained-after-start': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
phases: { implementation: { go_live: 2027-03-01, training: [{ audience: [handlers], ends: 2027-03-12 }] } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
phases: { implementation: { go_live: 2027-03-01, training: [{ audience: [handlers], ends: 2027-02-26 }] } }
`,
  },
  'implementation/conversion-unprotected': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { conversion: { moves: [claim-file] } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { conversion: { moves: [claim-file], protected_by: The provider moves encrypted copies, old_copies: Wiped from the office server by 2027-03-31 } } }
`,
  },
  'implementation/acceptance-silent': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { acceptance: [A claim is opened in two minutes] } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { acceptance: [A claim is opened in two minutes, { criterion: A shop cannot open the claim of another shop, type: security }] } }
`,
  },
  'implementation/no-effort': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { effort: { total_hours: 40 } } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
information_touched: [claim-file]
phases: { implementation: { effort: { total_hours: 40, security_hours: 8 } } }
`,
  },
};
