import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/features/hover.ts';
import { atCursor, type CursorOptions, textIn } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

/** The raw Markdown at the cursor. */
function markdown(marked: string, options?: CursorOptions): string | undefined {
  const { world, uri, position } = atCursor(marked, options);
  const answer = hover(world, uri, position);
  return answer ? (answer.contents as { value: string }).value : undefined;
}

/** What a person reads at the cursor: escapes taken out, links without their address, paragraphs as lines. */
const read = (marked: string, options?: CursorOptions): string[] =>
  (markdown(marked, options) ?? '')
    .replace(/\]\(https:[^)]*\)/g, ']')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .split(/\n+/)
    .filter((line) => line !== '');

/** The text the hover belongs to. */
function marks(marked: string, options?: CursorOptions): string | undefined {
  const { world, uri, position, file } = atCursor(marked, options);
  const range = hover(world, uri, position)?.range;
  return range && textIn(file, range);
}

const CLAIMS = `${HEAD}security_lead: manager
roles:
  manager: Leads the office
customers:
  brokers:
    name: Brokers
    receives: [decision-letter]
    sees: [case-note]
products:
  decision-letter:
    name: Decision letter
    contains: [claim-file]
activities:
  assess:
    name: Assess a claim
    performed_by: [handlers]
    uses: [claim-file]
    creates: [case-note]
    produces: [decision-letter]
    with: [case-app]
    security_steps: [second-look]
    follows: [desk-rules]
    workarounds:
      - { what: Notes are kept on paper, avoids: [second-look] }
participants:
  handlers: { name: Claims handlers, count: 4 }
information:
  claim-file:
    name: Claim file
    description: Everything known about one claim
    sensitivity: restricted
    personal_data: special-category
    stored_in: [case-app, The blue cupboard]
    owner: manager
  case-note: { sensitivity: confidential, built_from: [claim-file] }
technologies:
  case-app: { name: Case app }
environment:
  policies:
    desk-rules: { name: Desk rules, form: informal, known_by: [handlers] }
infrastructure:
  file-room: { name: File room, hosts: [claim-file], shared_with: [brokers] }
controls:
  second-look: { does: A colleague reads the note, protects: [case-note], used_by: [handlers], owner: manager }
`;

/** The flow of an item: its hover at the key of its definition. */
const about = (id: string): string[] => read(CLAIMS.replace(new RegExp(`^( +)${id}:`, 'm'), `$1${id}<|>:`));

describe('hover on a key: what it means and what may stand there', () => {
  it('lists the slots of an answer, those that are needed, and the question it answers', () => {
    expect(read(`${HEAD}incident_<|>response: Ring the manager\n`).slice(0, 6)).toEqual([
      '**incident_response** — What happens when something goes wrong',
      'A plain sentence, or:',
      '- `responder` Who acts (needed)',
      '- `backup` Who stands in',
      '- `report_to` Where a person calls or writes (needed)',
      '- `known_by` Groups that know this',
    ]);
    expect(read(`${HEAD}incident_<|>response: Ring the manager\n`)).toContain(
      'Asked for by [Nobody named for incidents]',
    );
  });

  it('tells the choices with their meanings', () => {
    expect(read(`${HEAD}information:\n  note:\n    sensitiv<|>ity: public\n`).slice(0, 5)).toEqual([
      '**sensitivity** — How bad it would be if it leaked, was lost or was wrong',
      '- `public` Anyone may see it',
      '- `internal` For the organisation; little harm if it got out',
      '- `confidential` Harm to people or to the firm if it leaked, was lost or was wrong',
      '- `restricted` Grave harm; only a few named people may see it',
    ]);
  });

  it('names the sections an id may lead to', () => {
    expect(read(`${HEAD}activities:\n  assess: { per<|>formed_by: [] }\n`)[1]).toBe(
      'One or more ids under `participants`, `customers` or `technologies`.',
    );
    expect(read('kind: project-charter\nrequirements:\n  R1: { c<|>overs: [] }\n')[1]).toBe(
      'One or more ids under `information`, `technologies`, `participants` or `customers`, here or in the linked descriptions.',
    );
  });

  it.each([
    ['described_on<|>: 2026-10-01', 'A day, such as `2027-01-31`.'],
    ['small_team<|>: true', '`true` or `false`.'],
    ['security_lead<|>: me', 'An id under `roles` or `participants`, or a few words for a post.'],
    [
      'customers<|>:',
      'Each under an id of its own. A plain sentence is enough to begin with: it stands for `description`.',
    ],
    ['state<|>:', 'One of `as-is` or `to-be`.'],
    [
      'waivers: [{ at<|>: customers }]',
      'The keys on the way to it with dots between them, such as `participants.clerks`.',
    ],
    [
      'environment: { threat_watch: { every<|>: week } }',
      '`day`, `week`, `two-weeks`, `month`, `quarter`, `half-year` or `year`, a length of time such as `P6W` (six weeks), or a few words.',
    ],
  ])('%s', (line, told) => {
    expect(read(`${HEAD}${line}\n`)[1]).toBe(told);
  });

  it('knows keys below defaults as those of the items they fill', () => {
    expect(read(`${HEAD}defaults:\n  controls:\n    test_<|>every: quarter\n`)).toContain(
      'Asked for by [Control never tested]',
    );
  });

  it('knows the stand-ins, and notes', () => {
    expect(read(`${HEAD}security_lead: { not_<|>applicable: { because: We are two } }\n`)[0]).toBe(
      '**not_applicable** — It does not apply here, because …',
    );
    expect(read(`${HEAD}no<|>tes: Ask Ada\n`)).toEqual([
      '**notes** — Whatever you want to keep here; it is never checked',
    ]);
    expect(read(`${HEAD}notes: { se<|>curity_lead: Ada }\n`)).toEqual([]);
  });

  it('says nothing of a key the format does not know', () => {
    expect(read(`${HEAD}x-col<|>our: red\n`)).toEqual([]);
    expect(read(`${HEAD}x-colour: { roles<|>: red }\n`)).toEqual([]);
  });
});

describe('hover on a section or a phase: its questions', () => {
  it('counts them and lists the guidelines of the element', () => {
    const told = read(CLAIMS.replace('\nparticipants:', '\nparticip<|>ants:'));
    const { questions, answered, open } = atCursor(CLAIMS).file.checked.documents[0]!.coverage.participants!;
    expect(told).toContain(`${answered} of ${questions} questions answered, ${open} open.`);
    expect(told).toContain('- Are people rewarded for something that makes skipping a check worthwhile?');
  });

  it('does the same for a phase', () => {
    const charter = 'kind: project-charter\nformat: 1\ntitle: Portal\nphases:\n  oper<|>ation_and_maintenance: {}\n';
    expect(read(charter)).toContain('- Who keeps asking the security questions once the project has ended?');
  });
});

describe('hover on an id: what it is and where it flows', () => {
  it('tells of information who uses it, where it goes, where it is kept', () => {
    expect(about('claim-file').slice(0, 3)).toEqual([
      '**Claim file** · `claim-file` · information',
      'Everything known about one claim',
      'restricted · about people, of a delicate kind · used in 1 activity by Claims handlers · goes into Decision letter for Brokers · kept in Case app and The blue cupboard · shared on File room · made into case-note',
    ]);
    expect(about('case-note')[1]).toBe(
      'confidential · used in 1 activity by Claims handlers · seen by Brokers · protected by second-look',
    );
  });

  it.each([
    [
      'assess',
      'performed by Claims handlers · uses Claim file (restricted) · creates case-note (confidential) · produces Decision letter · with Case app · protected by second-look · keeps Desk rules',
    ],
    [
      'handlers',
      '4 people · works with Claim file (restricted) and case-note (confidential) · in Assess a claim · knows Desk rules · carries out second-look',
    ],
    ['brokers', 'receives Decision letter, with Claim file (restricted) · sees case-note (confidential)'],
    ['decision-letter', 'contains Claim file (restricted) · comes out of Assess a claim · goes to Brokers'],
    ['case-app', 'holds Claim file (restricted) · used in Assess a claim · handles case-note (confidential)'],
    ['file-room', 'holds Claim file (restricted) · shared with Brokers'],
    ['desk-rules', 'informal · known by Claims handlers · kept in Assess a claim'],
  ])('%s', (id, flow) => {
    expect(about(id)[1]).toBe(flow);
  });

  it('tells of a control whom it asks something of, and where people go round it', () => {
    expect(about('second-look').slice(1, 3)).toEqual([
      'A colleague reads the note',
      'protects case-note · used by Claims handlers · part of Assess a claim · gone round in Assess a claim · looked after by manager',
    ]);
  });

  it('tells of a post as what it is named', () => {
    expect(about('manager').slice(0, 3)).toEqual([
      '**manager** · post',
      'Leads the office',
      'named in 3 places: security lead and owner',
    ]);
  });

  it('says the same at a reference, and marks exactly the id', () => {
    const marked = CLAIMS.replace('uses: [claim-file]', 'uses: [cl<|>aim-file]');
    expect(read(marked)[0]).toBe('**Claim file** · `claim-file` · information');
    expect(marks(marked)).toBe('claim-file');
  });

  it('says which item is taken where a name stands in two sections', () => {
    const both = `${HEAD}participants: { staff: People }\ncustomers: { staff: Buyers }\nactivities:\n  sell: { performed_by: [st<|>aff] }\n`;
    expect(read(both).slice(0, 3)).toEqual(['**staff** · people who do the work', 'People', 'in sell']);
    expect(read(both)).toContain('Also found under customers; the one under participants is taken.');
  });

  it('knows a topic of training, and leaves plain words alone', () => {
    const training = (topic: string): string =>
      `${HEAD}participants:\n  staff: { training: { covers: [${topic}], last: 2026-01-01 } }\n`;
    expect(read(training('pass<|>words'))).toEqual(['**passwords** · a topic of training']);
    expect(read(training('Fire d<|>rill'))).toEqual([]);
  });
});

describe('hover in a charter: ids of linked descriptions', () => {
  const CHARTER = 'kind: project-charter\nformat: 1\ntitle: Portal\nwork_system: { as_is: claims.work-system.yaml }\n';
  const others = { 'claims.work-system.yaml': CLAIMS };

  it('says where an item flows there, and from which file it comes', () => {
    const marked = `${CHARTER}requirements:\n  R1: { text: Notes are locked away, covers: [claim<|>-file] }\n`;
    expect(read(marked, { others }).slice(0, 4)).toEqual([
      '**Claim file** · `claim-file` · information',
      'Everything known about one claim',
      'restricted · about people, of a delicate kind · used in 1 activity by Claims handlers · goes into Decision letter for Brokers · kept in Case app and The blue cupboard · shared on File room · made into case-note',
      'From `claims.work-system.yaml`',
    ]);
  });

  it('tells of its own items what they cover and pick up', () => {
    const marked = `${CHARTER}requirements:\n  R<|>1: { text: Notes are locked away, type: security, covers: [claim-file], addresses: [assess] }\n`;
    expect(read(marked, { others }).slice(0, 3)).toEqual([
      '**R1** · requirement',
      'Notes are locked away',
      'security · covers Claim file · picks up Assess a claim',
    ]);
  });

  it('knows a stakeholder as the group it is in the description', () => {
    const told = read(`${CHARTER}stakeholders:\n  hand<|>lers: { consulted_on: [risks, design] }\n`, { others });
    expect(told.slice(0, 3)).toEqual([
      '**handlers** · stakeholder',
      'asked about risks and design',
      '**Claims handlers** · `handlers` · people who do the work',
    ]);
  });
});

describe('hover on a value', () => {
  it('says what a chosen word means', () => {
    expect(read(`${HEAD}information:\n  note: { sensitivity: confi<|>dential }\n`)[0]).toBe(
      '**confidential** — Harm to people or to the firm if it leaked, was lost or was wrong',
    );
    expect(read(`${HEAD}state: as-<|>is\n`)).toEqual([
      '**as-is** — Today’s work or the planned one',
      'Other choices: `to-be`',
    ]);
  });

  it.each([
    ['2026-11-23', 'Monday, 23 November 2026', 'today'],
    ['2026-11-24', 'Tuesday, 24 November 2026', 'tomorrow'],
    ['2026-11-22', 'Sunday, 22 November 2026', 'yesterday'],
    ['2026-12-02', 'Wednesday, 2 December 2026', 'in 9 days'],
    ['2026-10-12', 'Monday, 12 October 2026', 'about 6 weeks ago'],
    ['2027-11-30', 'Tuesday, 30 November 2027', 'in about 12 months'],
    ['2029-11-23', 'Friday, 23 November 2029', 'in about 3 years'],
  ])('says how far %s is from today', (day, words, far) => {
    expect(read(`${HEAD}described_on: <|>${day}\n`)[0]).toBe(`**${words}** · ${far}`);
  });

  it('shows a rule where a waiver or a comment names it', () => {
    const waiver = `${HEAD}waivers:\n  - { rule: participants/<|>training-missing, because: They start on Monday }\n`;
    const told = [
      '[Handlers without training]',
      '> When were these people last taught, and did it cover what an incident does to real people?',
      '> What training or advice did these people get, and when?',
    ];
    expect(read(waiver).slice(0, 3)).toEqual(told);
    const comment = `${HEAD}# worksec-disable-next-line participants/<|>training-missing: They start on Monday\nroles: {}\n`;
    expect(read(comment)).toEqual(told);
    expect(marks(comment)).toBe('participants/training-missing');
  });

  it('shows the item that the place of an exception leads to, or into', () => {
    const waived = (at: string): string =>
      `${HEAD}participants: { clerks: { name: Payroll clerks } }\nwaivers:\n  - { rule: participants/training-missing, at: ${at} }\n`;
    expect(read(waived('partici<|>pants.clerks'))[0]).toContain('Payroll clerks');
    expect(read(waived('partici<|>pants.clerks.training'))).toEqual(read(waived('partici<|>pants.clerks')));
    expect(read(waived('partici<|>pants.drivers')).join()).not.toContain('Payroll clerks');
  });

  it('leaves sentences alone', () => {
    expect(read(`${HEAD}purpose: Pay what i<|>s owed\n`)).toEqual([]);
  });
});

describe('hover on a finding: what stands behind it', () => {
  const UNNAMED = `${HEAD.replace('Claims', 'Cla<|>ims')}information:\n  note: { sensitivity: restricted }\nactivities:\n  a: { uses: [note] }\n`;

  it('gives the question, the reason, the study’s figure, the source, and standards for further reading', () => {
    expect(read(UNNAMED).slice(0, 5)).toEqual([
      '> Who acts in the first hour of an incident, and who stands in?',
      'Looking for a responsible person during an incident costs the time that matters most.',
      '45 % of those interviewed saw a need for a standing group that deals with incidents.',
      'From Sadok, Alter and Bednar (2020), “It is not my job”, section 4.2',
      'Related, for further reading: NIST CSF 2.0 ID.IM-04 (plans for incidents exist and are kept up), RS.MA-01 (the plan for incidents is carried out) · ISO/IEC 27001:2022 5.24 (preparing for incidents), 5.26 (answering incidents) · CAF D1',
    ]);
    expect(read(UNNAMED)).toContain('Read more: [Nobody named for incidents]');
    expect(marks(UNNAMED)).toBe('Claims');
  });

  it('tells the two gravest in full and names the others', () => {
    const bare = `${HEAD}activities:\n  assess: { performed_by: [handlers], uses: [note] }\nparticipants:\n  hand<|>lers: {}\ninformation:\n  note: { sensitivity: restricted }\n`;
    const told = read(bare);
    expect(told[0]).toBe('**handlers** · people who do the work');
    expect(told.filter((line) => line.startsWith('Read more: '))).toHaveLength(2);
    const rest = told.slice(told.indexOf('Also asked here:') + 1);
    expect(rest).toEqual(['- [Security not part of the job]', '- [Handlers had no say]']);
  });
});

describe('hover keeps a person’s words from becoming markup or links', () => {
  const told = markdown(
    `${HEAD}information:\n  no<|>te:\n    name: "[click](https://evil.example) **bold** <img src=x> \`code\` www.evil.example a@b.example"\n    description: |\n      # Heading\n      - item\n      | a | b |\n      &lt; $(alert) ![x](y)\n`,
  )!;

  it('puts a backslash before all that could become one', () => {
    expect(told).toContain(
      String.raw`\[click\]\(https\://evil\.example\) \*\*bold\*\* \<img src\=x\> \`code\` www\.evil\.example a\@b`,
    );
    expect(told).toContain(String.raw`\# Heading \- item \| a \| b \| \&lt; \$\(alert\) \!\[x\]\(y\)`);
    expect(told.split('\n\n---\n\n')[0]).not.toMatch(/(?<!\\)[<[]|:\/\/evil\.|www\.evil/);
  });

  it('cuts long text between whole characters', () => {
    const long = markdown(`${HEAD}information:\n  no<|>te: ${'😀'.repeat(200)}\n`)!;
    expect(long).toContain(`${'😀'.repeat(79)}…`);
    expect(long).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('hover in texts of every shape', () => {
  it('counts emoji and CRLF as the editor does', () => {
    const marked = `${HEAD}purpose: Help 👩‍👩‍👧 out\nroles: { "the-👩": Boss }\nsecurity_<|>lead: Ada\n`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(marks(marked)).toBe('security_lead');
  });

  it('answers in each document of a stream by its own ids', () => {
    const first = `${HEAD}roles: { boss: Ada }\nsecurity_lead: boss\n`;
    const second = `---\n${HEAD}roles: { boss: Bob }\nsecurity_lead: bo<|>ss\n`;
    expect(read(first + second)[1]).toBe('Bob');
  });

  it('keeps quiet in documents of other programs', () => {
    const options = { file: 'mixed.yaml' };
    expect(read('kind: Deployment\ntit<|>le: x\n', options)).toEqual([]);
    expect(read(`kind: Deployment\ntit<|>le: x\n---\n${HEAD}`, options)).toEqual([]);
    expect(read(`${HEAD}---\nkind: Deployment\ntit<|>le: x\n`, options)).toEqual([]);
  });

  it('knows keys and names while the text is broken above or below', () => {
    const broken = (uses: string): string =>
      CLAIMS.replace('uses: [claim-file]', uses).replace('with: [case-app]', 'with: [case-app\n    bad: : [');
    const before = { 'example.work-system.yaml': CLAIMS };
    expect(read(broken('us<|>es: [claim-file]'), { before })[0]).toBe('**uses** — Information that is read or changed');
    expect(read(broken('uses: [claim<|>-file]'), { before })[0]).toBe('**Claim file** · `claim-file` · information');
    const below = `${HEAD}roles: [oops\nsecurity_le<|>ad: manager\n`;
    expect(read(below, { before })[0]).toBe('**security_lead** — The one post that answers for security');
  });

  it('says nothing of an unknown file', () => {
    const { world, position } = atCursor(HEAD);
    expect(hover(world, 'file:///work/other.yaml', position)).toBeNull();
  });
});
