import type { Examples } from './example.ts';

export const environment: Examples = {
  'environment/policy-unknown-to-anyone': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
environment: { policies: { infosec: { form: formal } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
environment: { policies: { infosec: { form: formal, known_by: [handlers] } } }
`,
  },
  'environment/policy-unknown-to-group': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers and temps decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: Claims handlers, temps: Temps }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { infosec: { known_by: [handlers] } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers and temps decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: Claims handlers, temps: Temps }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { infosec: { known_by: [handlers, temps] } } }
`,
  },
  'environment/policy-touches-nothing': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { infosec: { form: formal } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], follows: [infosec] } }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { infosec: { form: formal } } }
`,
  },
  'environment/no-threat-watch': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
environment: { threat_watch: { who: office manager, how: Small-business alerts, every: month } }
`,
  },
  'environment/unwritten-policy-alone': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], follows: [clear-desk] } }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { clear-desk: { form: informal } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], follows: [clear-desk], security_steps: [locked-drawer] } }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { clear-desk: { form: informal } } }
controls: { locked-drawer: Files lie in a locked drawer at night }
`,
  },
  'environment/knowledge-unproven': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
environment: { policies: { infosec: { known_by: [handlers], evidence: { what: Quiz after the yearly talk, date: 2025-06-01 } } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
environment: { policies: { infosec: { known_by: [handlers], evidence: { what: Quiz after the yearly talk, date: 2026-06-01 } } } }
`,
  },
};
