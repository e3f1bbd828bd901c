import type { Appearance } from './appearance.ts';
import type { FrameWords } from './stack-traces.ts';

interface Family extends Omit<Appearance, 'frames'> {
  /** `function@file`, outermost call first; a frame with a `?` is only in every other hash. */
  readonly calls: readonly string[];
}

const REACT = [
  'performWorkUntilDeadline@node_modules/scheduler/index.js',
  '?batchedUpdates@node_modules/react-dom/client.js',
  'commitLayoutEffects@node_modules/react-dom/client.js',
];
const REQUEST = ['?retry@app/api/retry.ts', 'Client.request@app/api/client.ts'];
const DJANGO = [
  'get_response@django/core/handlers/base.py',
  '?__call__@members/middleware.py',
  'dispatch@rest_framework/views.py',
];

/** Errors that a grouping rule wrongly combines: one cause at many places. */
const FAMILIES: readonly Family[] = [
  {
    platform: 'javascript',
    title: 'ForbiddenError: GET /members/ 403',
    culprit: 'fetchMemberList(app/members)',
    calls: [
      ...REACT,
      'MemberList.componentDidMount@app/members/member-list.tsx',
      'fetchMemberList@app/members/actions.ts',
      ...REQUEST,
      'handleForbidden@app/api/errors.ts',
    ],
  },
  {
    platform: 'javascript',
    title: 'ForbiddenError: GET /members/ 403',
    culprit: 'AssigneePicker.open(app/issues)',
    calls: [
      'HTMLButtonElement.onClick@app/issues/issue-row.tsx',
      '?dispatchEvent@node_modules/react-dom/client.js',
      'AssigneePicker.open@app/issues/assignee-picker.tsx',
      'fetchMemberList@app/members/actions.ts',
      ...REQUEST,
      'handleForbidden@app/api/errors.ts',
    ],
  },
  {
    platform: 'javascript',
    title: 'ForbiddenError: GET /teams/ 403',
    culprit: 'fetchTeams(app/teams)',
    calls: [
      ...REACT,
      'TeamMenu.componentDidMount@app/teams/team-menu.tsx',
      'fetchTeams@app/teams/actions.ts',
      ...REQUEST,
      'handleForbidden@app/api/errors.ts',
    ],
  },
  {
    platform: 'python',
    title: 'PermissionDenied: member.read is missing',
    culprit: 'members.views.list_members',
    calls: [...DJANGO, 'list_members@members/views.py', 'require_scope@members/permissions.py'],
  },
  {
    platform: 'javascript',
    title: "TypeError: Cannot read properties of null (reading 'role')",
    culprit: 'MemberRow.render(app/members)',
    calls: [
      ...REACT,
      'MemberList.render@app/members/member-list.tsx',
      '?Array.map@<anonymous>',
      'MemberRow.render@app/members/member-row.tsx',
      'roleOf@app/members/roles.ts',
    ],
  },
  {
    platform: 'java',
    title: 'AccessDeniedException: Access is denied',
    culprit: 'com.example.members.MemberController in list',
    calls: [
      'run@java/lang/Thread.java',
      'doFilter@org/springframework/security/FilterChainProxy.java',
      '?invoke@org/springframework/aop/ReflectiveMethodInvocation.java',
      'list@com/example/members/MemberController.java',
      'decide@com/example/members/AccessVoter.java',
    ],
  },
  {
    platform: 'python',
    title: 'PermissionDenied: member.read is missing',
    culprit: 'exports.tasks.export_members',
    calls: [
      'trace_task@celery/app/trace.py',
      '?run@sentry_sdk/integrations/celery.py',
      'export_members@exports/tasks.py',
      'require_scope@members/permissions.py',
    ],
  },
  {
    platform: 'go',
    title: '*auth.DeniedError: members:read is missing',
    culprit: 'example.com/directory in ListMembers',
    calls: [
      'HandlerFunc.ServeHTTP@net/http/server.go',
      '?Recover.func1@directory/middleware.go',
      'ListMembers@directory/members.go',
      'Require@directory/auth.go',
    ],
  },
];

/** Most hashes of an issue belong to the first families, as in practice. */
const SHARES = [0, 0, 1, 0, 2, 4, 0, 1, 3, 2, 0, 5, 1, 0, 6, 3, 2, 0, 7, 1, 4, 0, 1, 2];

/** The varying parts of the hash with this number, for an issue of the kind `varied`. */
export function variedAppearance(index: number): Appearance {
  const family = FAMILIES[SHARES[index % SHARES.length] ?? 0] as Family;
  const { calls, ...words } = family;
  return {
    ...words,
    frames: calls
      .filter((call, depth) => !call.startsWith('?') || (index >> (depth % 3)) % 2 === 0)
      .map((call) => toFrame(call.replace('?', ''))),
  };
}

function toFrame(call: string): FrameWords {
  const [name = '', filename = ''] = call.split('@');
  return { function: name, filename, module: filename.replace(/\.\w+$/, ''), source: [] };
}
