/** How a question is put to somebody who does the work, where the rule's own message does not ask them. */
export interface Wording {
  /** `{it}` stands for the item's name. A participant group is asked about itself as “you”. */
  readonly words?: string;
  /** Where the rule asks for no single field: the blank of its first fix that the answer goes into. */
  readonly blank?: string;
}

/**
 * By rule, in the order of the catalogue. A rule that is not listed asks in its own words; `undefined` leaves it out,
 * since it is about the file and not about the work.
 */
export const WORDINGS: Readonly<Record<string, Wording | undefined>> = {
  'snapshot/central-section-missing': undefined,
  'snapshot/participant-idle': { words: 'Which part of this work do you do?' },
  'snapshot/unused-item': { words: 'Who works with {it}, and in which step?' },
  'snapshot/product-unlinked': { words: 'Where does {it} come from, and who receives it?' },
  'snapshot/customer-receives-nothing': { words: 'What do {it} get from this work?', blank: 'receives' },
  'snapshot/customer-also-works': undefined,
  'snapshot/description-old': { words: 'What has changed in this work since it was described?' },
  'snapshot/too-large': undefined,
  'products/contents-unlisted': { words: 'Which information goes into {it}?', blank: 'contains' },
  'products/checked-by-author': { words: 'Who checks {it}, besides those who wrote it?' },
  'products/marked-too-low': {
    words: 'What is left out of {it}, so that it may go as far as it does?',
    blank: 'redacts',
  },
  'activities/weaknesses-never-reviewed': {
    words: 'What could go wrong with the information in this step, and when did somebody last look?',
  },
  'activities/weakness-unanswered': { words: 'What is being done about this weak spot, by whom and by when?' },
  'activities/conflict-rule-unowned': {
    words: 'When the target and the safe way clash here, whom do people ask, or who allowed the quicker way?',
    blank: '',
  },
  'activities/workaround-unanswered': { blank: 'what' },
  'activities/workaround-response-late': { words: 'What has become of this short cut since?' },
  'activities/reminder-only': { words: 'Why do people use this short cut, and what would take its cause away?' },
  'activities/policy-not-visible': { words: 'Where in the steps of this do the security rules show?' },
  'activities/hand-over-unprotected': { blank: 'protected_by' },
  'participants/rules-unknown': {
    words: 'Which rules for looking after information do you know, and what happens when they are not kept?',
  },
  'participants/training-missing': {
    words: 'What training or advice on looking after information did you get, and when?',
  },
  'participants/training-overdue': { words: 'When was your last training, and when is the next one?' },
  'participants/training-too-general': {
    words: 'What did your training say about the information you work with, and about what can happen?',
  },
  'participants/incentive-pulls-away': {
    words: 'Does the way you are paid or praised ever make it better to skip a safe step? What balances that?',
  },
  'participants/not-involved': { words: 'Did you help to shape the rules you work by, or to judge the risks? How?' },
  'participants/outsiders-unbound': {
    words: 'What did you agree to about the information here, and who ends your access?',
  },
  'participants/no-security-duties': {
    words: 'What of looking after this information is part of your job, in so many words?',
  },
  'participants/no-time-for-duties': { words: 'How much time is there for what you are to do for security?' },
  'information/unclassified': {
    words:
      'How bad would it be if {it} leaked, was lost or was wrong: is it public, internal, confidential or restricted?',
  },
  'information/unprotected': { words: 'What keeps {it} from being seen, changed or lost?' },
  'information/class-too-low': { words: 'What is left out of {it} that makes it less delicate?', blank: 'redacts' },
  'technologies/shared-sign-in': {
    words: 'How do people sign in to {it}, and can one tell afterwards who did what?',
  },
  'environment/policy-unknown-to-group': { words: 'Who knows {it}, and who was never told of it?' },
  'environment/policy-touches-nothing': { words: 'Where in the daily work does {it} show?' },
  'environment/unwritten-policy-alone': { words: 'What protects this work, besides the unwritten rule?' },
  'strategies/departure-not-weighed': {
    words: 'This step departs from a rule. What is gained by that, what does it cost, and who decided it?',
  },
  'strategies/difference-half-described': {
    words: 'What is gained by doing this differently, what does it cost, and who decided it?',
  },
  'governance/no-security-lead': { words: 'Who is the one person who answers for security here?' },
  'governance/reporting-unknown': { words: 'Whom do you call when something odd happens, and how do you know?' },
  'controls/test-overdue': { words: 'When was {it} last tested?', blank: 'last_tested' },
  'controls/change-not-told': { words: 'When were those who use {it} told of its last change?', blank: 'users_told' },
  'controls/never-tested': { words: 'How often does somebody check that {it} works?' },
  'controls/untried': { words: 'Who of those who use {it} tried it before it was decided?' },
  'controls/heavy-and-untried': { words: '{it} takes much effort. Who of those who use it tried it first?' },
  'controls/effort-over-limit': {
    words: 'The security steps take much of a day. Which could be made lighter, and how?',
  },
  'controls/on-paper-only': { words: 'Who looks after {it}, who uses it, and for what?' },
  'charter/link-missing': undefined,
  'charter/link-wrong-kind': undefined,
  'charter/link-not-checkable': undefined,
  'charter/link-state-differs': undefined,
  'charter/no-work-system': undefined,
  'charter/phase-missing': undefined,
  'charter/only-speed-objectives': {
    words: 'What is the project to protect, besides being quick and cheap?',
    blank: 'text',
  },
  'initiation/security-silent': { words: 'What is done about security at the start of the project, by whom and when?' },
  'initiation/no-security-requirement': {
    words: 'How is the sensitive information to be kept safe afterwards?',
    blank: 'text',
  },
  'initiation/sensitive-items-not-named': { words: 'Which sensitive information does this project touch?' },
  'development/no-resources': { words: 'How much time or money is set aside for security?', blank: 'amount' },
  'development/no-security-in-iterations': {
    words: 'Where does security have its place while the project is built?',
    blank: 'text',
  },
  'implementation/briefing-gaps': { words: 'What will people be told about using the new way safely, and how?' },
  'implementation/group-untrained': {
    words: 'Who of those who will handle sensitive information is trained when, and by whom?',
  },
  'implementation/trained-after-start': { words: 'How do people work safely between the start and their training?' },
  'implementation/conversion-unprotected': {
    words: 'What protects the information while it is moved, and what happens to the old copies?',
    blank: '',
  },
  'implementation/acceptance-silent': {
    words: 'How will you see, before the new way is accepted, that its protection works?',
    blank: 'criterion',
  },
  'implementation/no-effort': { words: 'How many hours of the change are for security?' },
  'gates/owner-missing': { blank: '' },
  'gates/no-security-criterion': { words: 'What must hold for security before this phase may end?', blank: 'text' },
  'gates/passed-with-open-risk': {
    words: 'A risk was still open when this phase was passed. Who has taken it on since?',
  },
  'gates/dates-out-of-order': { words: 'Some dates of the plan do not follow each other. Which of them are right?' },
  'lifecycle/new-exposure-not-covered': {
    words: 'What is new in the planned way of working. What must hold so that it is safe?',
    blank: 'text',
  },
  'lifecycle/known-gap-carried-over': {
    words: 'The work has known gaps. What could they mean for the new system?',
    blank: 'text',
  },
};
