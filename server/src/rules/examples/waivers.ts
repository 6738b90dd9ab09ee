import type { Examples } from './example.ts';

export const waivers: Examples = {
  'waivers/incomplete': {
    bad: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched }]
`,
    good: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2027-03-31 }]
`,
  },
  'waivers/expired': {
    bad: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2026-06-30 }]
`,
    good: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2027-06-30 }]
`,
  },
  'waivers/not-applicable-unexplained': {
    bad: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: { not_applicable: {} } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: { not_applicable: { because: Group ends in December, decided_by: office manager } } }
`,
  },
  'waivers/ask-later-overdue': {
    bad: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager, by: 2026-10-31 } }
`,
    good: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager, by: 2026-12-31 } }
`,
  },
  'waivers/unknown-rule': {
    bad: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwached, because: Team of two, decided_by: office manager, until: 2027-03-31 }]
`,
    good: `
kind: work-system
format: 1
title: Claims
waivers: [{ rule: activities/unwatched, because: Team of two, decided_by: office manager, until: 2027-03-31 }]
`,
  },
  'waivers/orphan-path': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Decide on claims }
waivers:
  - rule: participants/not-involved
    at: participants.handler
    because: Both joined last week
    decided_by: office manager
    until: 2027-03-31
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Decide on claims }
waivers:
  - rule: participants/not-involved
    at: participants.handlers
    because: Both joined last week
    decided_by: office manager
    until: 2027-03-31
`,
  },
  'waivers/unused': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Decide on claims }
activities:
  assess: { does: Handlers decide on claims, performed_by: [handlers], uses: [claim-file] }
information:
  claim-file: { sensitivity: internal }
waivers:
  - rule: participants/not-involved
    at: participants.handlers
    because: Both joined last week
    decided_by: office manager
    until: 2027-03-31
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Decide on claims }
activities:
  assess: { does: Handlers decide on claims, performed_by: [handlers], uses: [claim-file] }
information:
  claim-file: { sensitivity: confidential }
waivers:
  - rule: participants/not-involved
    at: participants.handlers
    because: Both joined last week
    decided_by: office manager
    until: 2027-03-31
`,
  },
  'waivers/ask-later-open-ended': {
    bad: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager } }
`,
    good: `
kind: work-system
format: 1
title: Claims
incident_response: { ask_later: { who: office manager, by: 2026-12-31 } }
`,
  },
  'waivers/disable-comment-incomplete': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  # worksec-disable-next-line snapshot/no-performer
  assess: Handlers decide on claims
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  # worksec-disable-next-line snapshot/no-performer: The post is vacant until March
  assess: Handlers decide on claims
`,
  },
};
