import { type Attack, answerOf, post } from './attack.ts';

/** What one caller sends, with nothing but the defaults; each body is of 1 MB at most. */
export const CALLER_ATTACKS: readonly Attack[] = [
  {
    name: 'an ordinary page of a hundred full events',
    send: async (target) =>
      answerOf(
        await post(target, {
          query:
            '{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { hash latestEvent { id title contexts entries { __typename ... on ExceptionEntry { values { type value stacktrace { frames { function filename lineNo } } } } } } } } } }',
        }),
      ),
    answer: '200 data',
  },
];
