import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../server/src/check/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Patch, Path } from '../../server/src/yaml/node.ts';
import { applyEdits, editsFor } from '../../server/src/yaml/patch.ts';
import { pairs } from '../helpers/check.ts';
import { checkAmongSamples, readSample } from '../helpers/collection.ts';

const TENANT = 'tenant-referencing.work-system.yaml';
const PHONE = 'phone-upload.charter.yaml';
const PAYROLL = 'accountant-payroll.work-system.yaml';
const REPAIR = 'machine-repair.work-system.yaml';
const VET = 'vet-appointments.work-system.yaml';
const BAKERY = 'bakery-orders.work-system.yaml';
const TABLETS = 'machine-repair-tablets.charter.yaml';

const pathOf = (dotted: string): Path => dotted.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** Takes an answer out. */
const gone = (...at: readonly string[]): Patch[] => at.map((each) => ({ op: 'remove', at: pathOf(each) }));
/** Puts something else (or something more) in a place. */
const put = (at: string, value: unknown): Patch => ({ op: 'set', at: pathOf(at), value });
/** Adds an element to a list. */
const more = (at: string, value: unknown): Patch => ({ op: 'append', at: pathOf(at), value });
/** Gives a key another name. */
const called = (at: string, key: string): Patch => ({ op: 'rename', at: pathOf(at), key });

interface Spoiling {
  readonly rule: string;
  readonly file: string;
  readonly spoil: readonly Patch[];
  /** The path of the finding that then appears. */
  readonly at: string;
  /** What is added first, where no sample has the situation. The rule keeps quiet about it. */
  readonly given: readonly Patch[];
  /** What else then appears, each for a gap of its own. */
  readonly also: readonly string[];
  /** Other texts that links lead to. */
  readonly others: Readonly<Record<string, string>>;
}

type Row = readonly [
  rule: string,
  spoil: Patch | readonly Patch[],
  at: string,
  more?: Partial<Pick<Spoiling, 'given' | 'also' | 'others'>>,
];

const of = (file: string, rows: readonly Row[]): Spoiling[] =>
  rows.map(([rule, spoil, at, rest]) => ({
    rule,
    file,
    spoil: [spoil].flat(),
    at,
    given: [],
    also: [],
    others: {},
    ...rest,
  }));

const spoilings: readonly Spoiling[] = [
  ...of(TENANT, [
    // The head.
    ['format/kind-missing', gone('kind'), 'kind'],
    ['format/kind-unknown', put('kind', 'work-systems'), 'kind'],
    ['format/version-missing', gone('format'), 'format'],
    ['format/version-unsupported', put('format', 2), 'format'],
    ['format/title-missing', gone('title'), 'title'],
    // Shapes.
    ['format/unknown-key', called('participants.negotiators.count', 'cuont'), 'participants.negotiators.cuont'],
    ['format/wrong-type', put('controls.in-person-check.minutes', 'four'), 'controls.in-person-check.minutes'],
    ['format/bad-date', put('controls.screen-lock.last_tested', '2026-06-31'), 'controls.screen-lock.last_tested'],
    [
      'format/bad-choice',
      put('information.credit-result.sensitivity', 'secret'),
      'information.credit-result.sensitivity',
    ],
    // References.
    ['reference/unknown-id', put('customers.landlords.sees.0', 'credit-resul'), 'customers.landlords.sees.0'],
    [
      'reference/phrase-for-id',
      put('products.referencing-report.contains', ['credit-result', 'applicant-file', 'notes on a pad']),
      'products.referencing-report.contains.2',
    ],
    [
      'reference/unknown-post',
      put('information.credit-result.owner', 'branch-managr'),
      'information.credit-result.owner',
    ],
    [
      'reference/ambiguous',
      put('infrastructure.upload-portal', 'A portal of the provider'),
      'activities.collect-documents.with.0',
    ],
    // The picture as a whole.
    // A link that is missing is seen from both of its ends.
    [
      'snapshot/no-performer',
      gone('activities.agree-tenancy.performed_by'),
      'activities.agree-tenancy',
      { also: ['snapshot/participant-idle participants.negotiators'] },
    ],
    [
      'snapshot/participant-idle',
      put('activities.agree-tenancy.performed_by', ['referencing-clerks']),
      'participants.negotiators',
    ],
    ['snapshot/unused-item', gone('activities.collect-documents.with'), 'technologies.upload-portal'],
    [
      'snapshot/product-unlinked',
      put('activities.judge-and-report.produces', ['referencing-report']),
      'products.decision-letter',
    ],
    [
      'snapshot/customer-receives-nothing',
      gone('customers.applicants.receives'),
      'customers.applicants',
      { also: ['snapshot/product-unlinked products.decision-letter'] },
    ],
    ['snapshot/customer-also-works', gone('customers.applicants.acts_in_system'), 'customers.applicants'],
    ['snapshot/description-old', put('described_on', '2025-10-01'), 'described_on'],
    // Wording.
    ['wording/placeholder', put('technologies.case-app.watched_by', null), 'technologies.case-app.watched_by'],
    ['wording/placeholder', put('technologies.case-app.watched_by.how', 'TBD'), 'technologies.case-app.watched_by'],
    ['wording/bare-assurance', put('technologies.case-app.watched_by', 'in place'), 'technologies.case-app.watched_by'],
    [
      'wording/vague',
      put('infrastructure.case-store.use_limits', 'Appropriate access for all staff'),
      'infrastructure.case-store.use_limits',
    ],
    [
      'wording/repeated',
      put('activities.agree-tenancy.watched_by.how', 'Reads five case notes'),
      'activities.judge-and-report.watched_by.how',
    ],
    [
      'wording/restates-question',
      put('infrastructure.case-store.shared_risks', 'What sharing could mean for the information'),
      'infrastructure.case-store.shared_risks',
    ],
    [
      'wording/collective-owner',
      put('activities.agree-tenancy.watched_by.who', 'everyone'),
      'activities.agree-tenancy.watched_by.who',
    ],
    ['wording/slots-missing', gone('activities.agree-tenancy.watched_by.how'), 'activities.agree-tenancy.watched_by'],
    [
      'wording/only-a-sentence',
      put('activities.agree-tenancy.watched_by', 'The branch-manager compares offers with reports'),
      'activities.agree-tenancy.watched_by',
    ],
    // Customers.
    ['customers/misuse-unchecked', gone('customers.landlords.use_limits'), 'customers.landlords'],
    ['customers/onward-use-open', gone('customers.landlords.use_limits.onward'), 'customers.landlords.use_limits'],
    ['customers/accuracy-unchecked', gone('information.credit-result.accuracy_check'), 'information.credit-result'],
    ['customers/no-guidance', gone('customers.applicants.guidance'), 'customers.applicants'],
    // Products.
    ['products/contents-unlisted', gone('products.referencing-report.contains'), 'products.referencing-report'],
    ['products/no-safeguards', gone('products.referencing-report.safeguards'), 'products.referencing-report'],
    [
      'products/reward-to-misstate',
      gone('products.referencing-report.misstatement'),
      'products.referencing-report',
      {
        given: [put('participants.negotiators.incentives.0.measured_on', ['agree-tenancy', 'referencing-report'])],
      },
    ],
    [
      'products/checked-by-author',
      put('products.referencing-report.checked_by', ['referencing-clerks']),
      'products.referencing-report.checked_by',
      {
        given: [put('small_team', false), put('products.referencing-report.checked_by', ['negotiators'])],
      },
    ],
    [
      'products/marked-too-low',
      gone('products.referencing-report.redacts'),
      'products.referencing-report.distribution',
    ],
    [
      'products/marked-too-low',
      put('products.referencing-report.distribution', 'public'),
      'products.referencing-report.distribution',
      {
        given: gone('products.referencing-report.redacts').concat(
          put('products.referencing-report.distribution', 'restricted'),
        ),
      },
    ],
    // Activities.
    [
      'activities/weaknesses-never-reviewed',
      gone('activities.agree-tenancy.weaknesses_reviewed'),
      'activities.agree-tenancy',
    ],
    [
      'activities/weakness-unanswered',
      gone('activities.check-identity.weaknesses.0.owner'),
      'activities.check-identity.weaknesses.0',
    ],
    [
      'activities/weakness-unanswered',
      gone('activities.check-identity.weaknesses.0.response'),
      'activities.check-identity.weaknesses.0',
    ],
    [
      'activities/weakness-unanswered',
      put('activities.check-identity.weaknesses.0.due', '2026-11-01'),
      'activities.check-identity.weaknesses.0.due',
    ],
    ['activities/unwatched', gone('activities.agree-tenancy.watched_by'), 'activities.agree-tenancy'],
    [
      'activities/goal-conflict-unresolved',
      gone('activities.agree-tenancy.when_goals_conflict'),
      'activities.agree-tenancy',
    ],
    [
      'activities/conflict-rule-unowned',
      gone('activities.agree-tenancy.when_goals_conflict.to'),
      'activities.agree-tenancy.when_goals_conflict',
    ],
    [
      'activities/conflict-rule-unowned',
      put('activities.check-identity.when_goals_conflict.rule', 'performance-first'),
      'activities.check-identity.when_goals_conflict',
    ],
    [
      'activities/workaround-unanswered',
      gone('activities.check-identity.workarounds.0.response'),
      'activities.check-identity.workarounds.0',
    ],
    [
      'activities/workaround-response-late',
      gone('activities.check-identity.workarounds.0.response.owner'),
      'activities.check-identity.workarounds.0.response',
    ],
    [
      'activities/workaround-response-late',
      put('activities.check-identity.workarounds.0.response.due', '2026-11-01'),
      'activities.check-identity.workarounds.0.response.due',
    ],
    // A reminder leaves both the cause of the short cut and the control that it goes round as they are.
    [
      'activities/reminder-only',
      put('activities.check-identity.workarounds.0.response.kind', 'remind'),
      'activities.check-identity.workarounds.0.response.kind',
      { also: ['controls/bypassed controls.portal-upload'] },
    ],
    [
      'activities/policy-not-visible',
      gone('activities.agree-tenancy.follows'),
      'activities.agree-tenancy',
      {
        given: gone('activities.agree-tenancy.security_steps'),
      },
    ],
    [
      'activities/hand-over-unprotected',
      gone('activities.judge-and-report.with'),
      'activities.judge-and-report.uses.0',
    ],
    [
      'activities/short-cuts-not-asked',
      gone('activities.agree-tenancy.workarounds'),
      'activities.agree-tenancy',
      {
        given: [put('controls.screen-lock.effort', 'high')],
      },
    ],
    // Participants.
    ['participants/rules-unknown', gone('participants.negotiators.awareness'), 'participants.negotiators'],
    ['participants/training-missing', gone('participants.negotiators.training'), 'participants.negotiators'],
    [
      'participants/training-overdue',
      put('participants.negotiators.training.next_due', '2026-11-01'),
      'participants.negotiators.training.next_due',
    ],
    [
      'participants/training-too-general',
      put('participants.negotiators.training.covers', ['consequences']),
      'participants.negotiators.training.covers',
    ],
    [
      'participants/training-too-general',
      put('participants.negotiators.training.covers', ['credit-result']),
      'participants.negotiators.training.covers',
    ],
    [
      'participants/incentive-pulls-away',
      gone('participants.negotiators.incentives.0.counterweight'),
      'participants.negotiators.incentives.0',
    ],
    ['participants/not-involved', gone('participants.negotiators.involved_in'), 'participants.negotiators'],
    [
      'participants/outsiders-unbound',
      gone('participants.negotiators.agreement'),
      'participants.negotiators',
      {
        given: [
          put('participants.negotiators.employment', 'agency'),
          put('participants.negotiators.agreement', {
            what: 'Nothing of a case leaves the office',
            leaver_step: 'Cards are handed in',
          }),
        ],
      },
    ],
    [
      'participants/outsiders-unbound',
      put('participants.negotiators.employment', 'agency'),
      'participants.negotiators',
    ],
    ['participants/no-security-duties', gone('participants.negotiators.security_duties'), 'participants.negotiators'],
    [
      'participants/no-time-for-duties',
      gone('participants.negotiators.security_duties.time_allowed'),
      'participants.negotiators.security_duties',
    ],
    // Information.
    ['information/unclassified', gone('information.credit-result.sensitivity'), 'information.credit-result'],
    ['information/unclassified', put('information.credit-result.sensitivity', null), 'information.credit-result'],
    ['information/unprotected', gone('information.credit-result.protections'), 'information.credit-result'],
    [
      'information/protection-upside-down',
      put('information.applicant-file.protections', ['screen-lock']),
      'information.applicant-file.protections',
    ],
    ['information/class-too-low', gone('information.credit-result.redacts'), 'information.credit-result.sensitivity'],
    [
      'information/class-too-low',
      put('information.credit-result.sensitivity', 'internal'),
      'information.credit-result.sensitivity',
      { given: [put('information.credit-result.personal_data', 'special-category')] },
    ],
    ['information/no-owner', gone('information.credit-result.owner'), 'information.credit-result'],
    ['information/no-store', gone('information.credit-result.stored_in'), 'information.credit-result'],
    // Technologies.
    ['technologies/unprotected', gone('technologies.case-app.protections'), 'technologies.case-app'],
    ['technologies/unprotected', gone('technologies.case-app.protections.theft'), 'technologies.case-app.protections'],
    ['technologies/unwatched', gone('technologies.case-app.watched_by'), 'technologies.case-app'],
    ['technologies/shared-sign-in', put('technologies.case-app.sign_in', 'shared'), 'technologies.case-app.sign_in'],
    // Environment.
    [
      'environment/policy-unknown-to-anyone',
      gone('environment.policies.information-security-policy.known_by'),
      'environment.policies.information-security-policy',
    ],
    [
      'environment/policy-unknown-to-group',
      put('environment.policies.information-security-policy.known_by', ['negotiators']),
      'environment.policies.information-security-policy.known_by',
    ],
    ['environment/no-threat-watch', gone('environment.threat_watch'), 'environment'],
    [
      'environment/knowledge-unproven',
      gone('environment.policies.information-security-policy.evidence'),
      'environment.policies.information-security-policy',
    ],
    [
      'environment/knowledge-unproven',
      put('environment.policies.information-security-policy.evidence.date', '2025-06-01'),
      'environment.policies.information-security-policy.evidence.date',
    ],
    // Infrastructure.
    ['infrastructure/shared-risk-open', gone('infrastructure.case-store.shared_risks'), 'infrastructure.case-store'],
    ['infrastructure/unwatched', gone('infrastructure.case-store.watched_by'), 'infrastructure.case-store'],
    [
      'infrastructure/no-incident-contact',
      gone('infrastructure.case-store.incident_contact'),
      'infrastructure.case-store',
    ],
    ['infrastructure/open-to-all', gone('infrastructure.case-store.use_limits'), 'infrastructure.case-store'],
    [
      'infrastructure/open-to-all',
      put('infrastructure.case-store.access', 'everyone'),
      'infrastructure.case-store.access',
    ],
    // Strategies.
    [
      'strategies/no-security-aim',
      gone('strategies.work_system.security'),
      'strategies.work_system',
      { given: gone('strategies.organisation') },
    ],
    [
      'strategies/departure-not-weighed',
      gone('strategies.differences.0.policy'),
      'activities.agree-tenancy.exception_to.0',
      {
        given: [
          put('activities.agree-tenancy.exception_to', ['information-security-policy']),
          put('strategies.differences', [
            {
              what: 'Offers by phone',
              policy: 'information-security-policy',
              benefits: 'A day gained',
              problems: 'Nothing in writing',
              decided_by: 'branch-manager',
            },
          ]),
        ],
      },
    ],
    [
      'strategies/difference-half-described',
      gone('strategies.differences.0.benefits'),
      'strategies.differences.0',
      {
        given: [
          put('strategies.differences', [
            {
              what: 'Offers by phone',
              benefits: 'A day gained',
              problems: 'Nothing in writing',
              decided_by: 'branch-manager',
            },
          ]),
        ],
      },
    ],
    // Governance.
    ['governance/no-security-lead', gone('security_lead'), 'security_lead'],
    ['governance/no-incident-response', gone('incident_response'), 'incident_response'],
    ['governance/no-incident-response', gone('incident_response.responder'), 'incident_response'],
    ['governance/reporting-unknown', put('incident_response.known_by', ['negotiators']), 'incident_response.known_by'],
    // Controls.
    [
      'controls/never-tested',
      gone('controls.screen-lock.test_every', 'controls.screen-lock.last_tested'),
      'controls.screen-lock',
    ],
    ['controls/test-overdue', gone('controls.screen-lock.last_tested'), 'controls.screen-lock'],
    ['controls/test-overdue', gone('controls.screen-lock.test_every'), 'controls.screen-lock'],
    ['controls/test-overdue', put('controls.screen-lock.last_tested', '2026-01-20'), 'controls.screen-lock'],
    ['controls/change-not-told', put('controls.screen-lock.changed', '2026-09-01'), 'controls.screen-lock.changed'],
    ['controls/untried', gone('controls.screen-lock.tried_with'), 'controls.screen-lock'],
    [
      'controls/heavy-and-untried',
      gone('controls.screen-lock.tried_with'),
      'controls.screen-lock',
      { given: [put('controls.screen-lock.effort', 'high')] },
    ],
    ['controls/effort-over-limit', put('controls.in-person-check.uses_per_day', 10), 'participants.referencing-clerks'],
    [
      'controls/bypassed',
      put('activities.check-identity.workarounds.0.response.kind', 'discipline'),
      'controls.portal-upload',
      {
        given: [put('activities.check-identity.workarounds.0.why', 'other')],
      },
    ],
    [
      'controls/on-paper-only',
      gone('controls.second-reader.owner', 'controls.second-reader.used_by'),
      'controls.second-reader',
    ],
  ]),
  ...of(BAKERY, [
    ['snapshot/central-section-missing', gone('technologies'), ''],
    [
      'information/one-class-for-all',
      put('information.order-book.sensitivity', 'public'),
      'information',
      {
        given: [
          put('information', {
            'order-book': { sensitivity: 'internal' },
            ...Object.fromEntries(
              ['prices', 'flavours', 'opening-hours', 'recipes', 'photos'].map((id) => [id, { sensitivity: 'public' }]),
            ),
          }),
        ],
      },
    ],
  ]),
  ...of(REPAIR, [
    [
      'technologies/personal-device-rule-missing',
      gone('technologies.engineer-phones.personal_device_rule'),
      'technologies.engineer-phones',
    ],
    [
      'technologies/portable-store',
      gone('technologies.engineer-phones.protections.theft'),
      'technologies.engineer-phones.protections',
    ],
    [
      'environment/policy-touches-nothing',
      put('activities.plan-visit.follows', ['visitor-rules']),
      'environment.policies.clean-desk',
      {
        given: [
          put('environment.policies.clean-desk', {
            form: 'formal',
            known_by: ['dispatchers', 'field-engineers'],
            evidence: { what: 'Asked at the desk', date: '2026-10-05' },
          }),
          put('activities.plan-visit.follows', ['visitor-rules', 'clean-desk']),
        ],
      },
    ],
    [
      'environment/unwritten-policy-alone',
      put('environment.policies.visitor-rules.form', 'informal'),
      'environment.policies.visitor-rules.form',
      {
        given: gone('activities.write-report.security_steps'),
      },
    ],
    ['customers/accuracy-unchecked', gone('information.site-photos.accuracy_check'), 'information.site-photos'],
    [
      'activities/hand-over-unprotected',
      gone('activities.repair-on-site.hand_overs.0.protected_by'),
      'activities.repair-on-site.hand_overs.0',
    ],
    [
      'activities/workaround-unanswered',
      gone('activities.repair-on-site.workarounds.1.response'),
      'activities.repair-on-site.workarounds.1',
    ],
  ]),
  ...of(PAYROLL, [
    ['technologies/agent-unattended', gone('technologies.bank-link.overseen_by'), 'technologies.bank-link'],
    ['information/no-owner', gone('defaults.information.owner'), 'information'],
    ['controls/never-tested', gone('defaults.controls.test_every', 'defaults.controls.last_tested'), 'controls'],
    ['controls/untried', gone('defaults.controls.tried_with'), 'controls'],
    ['activities/weaknesses-never-reviewed', gone('defaults.activities.weaknesses_reviewed'), 'activities'],
    ['customers/misuse-unchecked', gone('customers.client-firms.use_limits'), 'customers.client-firms'],
  ]),
  ...of(VET, [
    // An exception that does not hold silences nothing.
    [
      'waivers/incomplete',
      gone('waivers.0.because'),
      'waivers.0',
      { also: ['technologies/shared-sign-in technologies.records-program.sign_in'] },
    ],
    [
      'waivers/expired',
      put('waivers.0.until', '2026-11-01'),
      'waivers.0.until',
      { also: ['technologies/shared-sign-in technologies.records-program.sign_in'] },
    ],
    [
      'waivers/expired',
      put('environment.threat_watch.not_applicable.until', '2026-11-01'),
      'environment.threat_watch.not_applicable.until',
    ],
    [
      'waivers/unknown-rule',
      put('waivers.0.rule', 'technologies/shared-signin'),
      'waivers.0.rule',
      { also: ['technologies/shared-sign-in technologies.records-program.sign_in'] },
    ],
    [
      'waivers/orphan-path',
      put('waivers.0.at', 'technologies.record-program'),
      'waivers.0.at',
      { also: ['technologies/shared-sign-in technologies.records-program.sign_in'] },
    ],
    ['waivers/unused', put('technologies.records-program.sign_in', 'personal'), 'waivers.0'],
    [
      'waivers/not-applicable-unexplained',
      gone('environment.threat_watch.not_applicable.decided_by'),
      'environment.threat_watch.not_applicable',
    ],
    [
      'waivers/ask-later-open-ended',
      gone('participants.locum-vets.training.ask_later.by'),
      'participants.locum-vets.training.ask_later',
    ],
    [
      'waivers/ask-later-overdue',
      put('participants.locum-vets.training.ask_later.by', '2026-11-01'),
      'participants.locum-vets.training.ask_later.by',
    ],
  ]),
  ...of(PHONE, [
    ['format/bad-id', called('stakeholders.negotiators', 'lettings negotiators'), 'stakeholders.lettings negotiators'],
    ['charter/link-missing', put('work_system.as_is', 'tenant.work-system.yaml'), 'work_system.as_is'],
    ['charter/link-wrong-kind', put('work_system.as_is', TABLETS), 'work_system.as_is'],
    [
      'charter/link-not-checkable',
      put('work_system.as_is', 'broken.work-system.yaml'),
      'work_system.as_is',
      { others: { 'broken.work-system.yaml': 'kind: work-system\nformat: 2\n' } },
    ],
    [
      'charter/link-state-differs',
      put('work_system.as_is', 'tenant-next.work-system.yaml'),
      'work_system.as_is',
      { others: { 'tenant-next.work-system.yaml': readSample(TENANT).replace('state: as-is', 'state: to-be') } },
    ],
    [
      'charter/no-work-system',
      gone('work_system'),
      'work_system',
      { given: [put('roles.branch-manager', 'Runs the branch')] },
    ],
    ['charter/phase-missing', gone('phases.operation_and_maintenance'), 'phases'],
    ['charter/no-security-accountable', gone('security_accountable'), 'security_accountable'],
    ['charter/only-speed-objectives', gone('objectives.1'), 'objectives'],
    [
      'charter/risk-accepted-by-nobody',
      gone('risks.chat-habit.until'),
      'risks.chat-habit',
      {
        given: [
          put('risks.chat-habit.status', 'accepted'),
          put('risks.chat-habit.accepted_by', 'branch-manager'),
          put('risks.chat-habit.until', '2027-02-28'),
        ],
      },
    ],
    ['charter/risk-accepted-by-nobody', put('risks.chat-habit.status', 'accepted'), 'risks.chat-habit'],
    ['initiation/security-silent', gone('phases.initiation.security'), 'phases.initiation'],
    [
      'initiation/no-security-requirement',
      put('requirements.R2.type', 'quality'),
      'requirements',
      {
        // Elsewhere R2 is named as what makes a criterion one about security.
        given: [
          more('phases.development.definition_of_done', 'Security tests pass'),
          more('phases.implementation.gate.criteria', 'Security tests pass'),
        ],
      },
    ],
    ['initiation/requirement-unverified', gone('requirements.R2.verified_by'), 'requirements.R2'],
    [
      'initiation/security-put-off',
      gone('scope.excludes.0.owner'),
      'scope.excludes.0',
      { given: [put('scope.excludes.0.type', 'security')] },
    ],
    ['initiation/sensitive-items-not-named', gone('information_touched'), 'information_touched'],
    [
      'initiation/privacy-assessment-undecided',
      gone('privacy_assessment'),
      'privacy_assessment',
      { given: [put('privacy_triggers', ['vulnerable-people'])] },
    ],
    ['initiation/workers-not-asked', gone('stakeholders'), 'stakeholders'],
    ['development/no-resources', gone('resources.2'), 'resources'],
    ['development/no-resources', gone('resources.2.amount'), 'resources'],
    ['development/no-security-in-iterations', gone('phases.development.definition_of_done.1'), 'phases.development'],
    [
      'development/output-silent',
      gone('phases.development.outputs.clerk-guide.security_coverage'),
      'phases.development.outputs.clerk-guide',
    ],
    [
      'development/supplier-unchecked',
      gone('phases.development.outputs.upload-page.supplier_check'),
      'phases.development.outputs.upload-page',
    ],
    ['development/no-security-test', gone('phases.development.testing.security'), 'phases.development.testing'],
    [
      'development/live-test-data',
      gone('phases.development.testing.data_protection'),
      'phases.development.testing',
      {
        given: [
          put('phases.development.testing.data', 'live'),
          put('phases.development.testing.data_protection', 'Two clerks test in the office only'),
        ],
      },
    ],
    ['development/live-test-data', put('phases.development.testing.data', 'live'), 'phases.development.testing'],
    ['implementation/briefing-gaps', gone('phases.implementation.briefing'), 'phases.implementation'],
    ['implementation/briefing-gaps', gone('phases.implementation.briefing.passwords'), 'phases.implementation'],
    [
      'implementation/reasons-not-given',
      gone('phases.implementation.briefing.why_it_matters'),
      'phases.implementation.briefing',
    ],
    [
      'implementation/group-untrained',
      put('phases.implementation.training.0.audience', ['negotiators']),
      'phases.implementation',
    ],
    [
      'implementation/trained-after-start',
      put('phases.implementation.training.0.ends', '2027-02-05'),
      'phases.implementation.training.0.ends',
    ],
    [
      'implementation/conversion-unprotected',
      gone('phases.implementation.conversion.protected_by'),
      'phases.implementation.conversion',
    ],
    ['implementation/acceptance-silent', gone('phases.implementation.acceptance'), 'phases.implementation'],
    ['implementation/no-effort', gone('phases.implementation.effort.security_hours'), 'phases.implementation'],
    [
      'implementation/no-effort',
      gone('phases.implementation.effort'),
      'phases.implementation',
      { given: gone('phases.implementation.security') },
    ],
    [
      'operation/no-security-owner',
      gone('phases.operation_and_maintenance.security_owner'),
      'phases.operation_and_maintenance',
    ],
    [
      'operation/no-control-review',
      gone('phases.operation_and_maintenance.control_review'),
      'phases.operation_and_maintenance',
    ],
    [
      'operation/no-incident-responder',
      gone('phases.operation_and_maintenance.incident_responder'),
      'phases.operation_and_maintenance',
    ],
    [
      'operation/no-listening-point',
      gone('phases.operation_and_maintenance.workaround_check'),
      'phases.operation_and_maintenance',
    ],
    [
      'operation/no-listening-point',
      put('phases.operation_and_maintenance.workaround_check.date', '2027-06-01'),
      'phases.operation_and_maintenance.workaround_check.date',
    ],
    ['gates/owner-missing', gone('phases.development.gate.owner'), 'phases.development.gate'],
    ['gates/owner-missing', gone('phases.development.gate'), 'phases.development.gate'],
    [
      'gates/no-security-criterion',
      put('phases.initiation.gate.criteria', ['Budget agreed']),
      'phases.initiation.gate',
    ],
    [
      'gates/passed-with-open-risk',
      gone('risks.chat-habit.response'),
      'phases.initiation.gate.passed',
      { given: [put('phases.initiation.gate.passed', true)] },
    ],
    ['gates/dates-out-of-order', put('phases.development.ends', '2026-11-10'), 'phases.development.ends'],
    [
      'gates/dates-out-of-order',
      put('phases.implementation.gate.date', '2027-01-10'),
      'phases.implementation.gate.date',
    ],
    ['lifecycle/known-gap-carried-over', gone('risks.chat-habit.addresses'), 'risks'],
  ]),
  ...of(TABLETS, [
    [
      'lifecycle/new-exposure-not-covered',
      gone('risks.watched-engineers.covers'),
      'work_system.to_be',
      { given: [put('requirements.S2.covers', ['site-photos', 'tablets', 'job-app', 'app-support'])] },
    ],
  ]),
];

/** Rules that no spoilt answer can wake, and why. */
const NOT_BY_AN_ANSWER: Readonly<Record<string, string>> = {
  'format/yaml-syntax': 'It speaks of broken text, and a patch never breaks any.',
  'format/duplicate-key': 'A patch never writes a key twice.',
  'format/too-large': 'It speaks of the file as a whole.',
  'format/alias-limit': 'A patch writes no aliases.',
  'format/depth-limit': 'No field lies that deep.',
  'format/kind-and-name-differ': 'It takes another file name, or another kind and with it another document.',
  'format/switch-word-key': 'A patch puts quotes round such a key.',
  'snapshot/too-large': 'It counts items, of which none is one too many.',
  'waivers/disable-comment-incomplete': 'It speaks of comments, which are no answers.',
};

const samples = new Map<string, CheckedFile>();

/** A sample as it is; read once. */
function sample(file: string): CheckedFile {
  const known = samples.get(file) ?? checkAmongSamples(file, readSample(file));
  samples.set(file, known);
  return known;
}

/** A file after patches, and what is then said of it. */
function after(patches: readonly Patch[], checked: CheckedFile, others: Spoiling['others']): CheckedFile {
  if (patches.length === 0) return checked;
  const edits = editsFor(checked.documents[0]!.document, patches);
  if (!edits) throw new Error(`these patches of ${checked.file} are not possible: ${patches.map(told).join(', ')}`);
  return checkAmongSamples(checked.file, applyEdits(checked.stream.text, edits), new Map(Object.entries(others)));
}

/** What is said of a file and was not said of another. */
function news(checked: CheckedFile, before: CheckedFile): string[] {
  const known = new Set(pairs(before));
  return pairs(checked)
    .filter((pair) => !known.has(pair))
    .toSorted();
}

const told = ({ op, at, ...rest }: Patch): string =>
  `${op} ${at.join('.')}${'value' in rest ? ` ${JSON.stringify(rest.value)}` : ''}${'key' in rest ? ` ${rest.key}` : ''}`;

describe('one answer spoilt, one finding', () => {
  it.each(spoilings.map((each) => [each.rule, each.spoil.map(told).join(', '), each] as const))(
    '%s: %s',
    (_rule, _patches, { rule, file, given, spoil, at, also, others }) => {
      const whole = after(given, sample(file), others);
      expect(news(whole, sample(file)), 'said of what the row adds').toEqual([]);
      const spoilt = after(spoil, whole, others);
      expect(news(spoilt, whole)).toEqual([`${rule} ${at}`.trim(), ...also].toSorted());
    },
  );

  it('wakes every rule, but for a few that no answer can wake', () => {
    const woken = new Set(spoilings.map(({ rule }) => rule));
    const others = rules.map(({ id }) => id).filter((id) => !woken.has(id));
    expect(others.toSorted()).toEqual(Object.keys(NOT_BY_AN_ANSWER).toSorted());
  });
});
