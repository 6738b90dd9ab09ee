import type { Examples } from './example.ts';

export const participants: Examples = {
  'participants/rules-unknown': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { awareness: { policies: [infosec], told_how: Walk-through at the desk, checked_on: 2026-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
environment: { policies: { infosec: Information security policy } }
`,
  },
  'participants/training-missing': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { training: { covers: [consequences, claim-file], last: 2026-06-01, next_due: 2027-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/training-overdue': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { training: { covers: [consequences, claim-file], last: 2024-06-01, next_due: 2025-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { training: { covers: [consequences, claim-file], last: 2026-06-01, next_due: 2027-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/incentive-pulls-away': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { incentives: [{ kind: volume, measured_on: [assess] }] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { incentives: [{ kind: volume, measured_on: [assess], effect: undermines, counterweight: Files without an identity check do not count }] } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/not-involved': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { involved_in: [risk-assessment] } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/no-security-duties': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { security_duties: { what: Identity check, time_allowed: 3 minutes a case } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/training-too-general': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { training: { covers: [passwords, email], last: 2026-06-01, next_due: 2027-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { training: { covers: [passwords, consequences, claim-file], last: 2026-06-01, next_due: 2027-06-01 } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/outsiders-unbound': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { name: Claims handlers, employment: agency } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: { name: Claims handlers, employment: agency, agreement: { what: Silence about claims, leaver_step: The agency calls on the last day and the account is closed } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'participants/no-time-for-duties': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file], goals: [{ kind: volume, target: 20 a day }] } }
participants: { handlers: { name: Claims handlers, security_duties: { what: Identity check at every call } } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file], goals: [{ kind: volume, target: 20 a day }] } }
participants: { handlers: { name: Claims handlers, security_duties: { what: Identity check at every call, time_allowed: 3 minutes a call } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
};
