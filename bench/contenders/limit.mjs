/* (a) The limit: a proxy that streams the page. */
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'undici';
import { answerQuestions } from '../measured.mjs';
import { pagePath } from '../work.mjs';

const { UPSTREAM, TOKEN } = process.env;
const pool = new Pool(UPSTREAM, { connections: 64 });
const server = createServer(async (request, response) => {
  const { body, headers } = await pool.request({
    path: pagePath(request.url),
    method: 'GET',
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': headers['content-length'],
  });
  await pipeline(body, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => answerQuestions(`http://127.0.0.1:${server.address().port}`));
