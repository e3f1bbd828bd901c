/* (b) The floor: a proxy that parses the page and serializes it again. */
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { answerQuestions } from '../measured.mjs';
import { pagePath } from '../work.mjs';

const { UPSTREAM, TOKEN } = process.env;
const pool = new Pool(UPSTREAM, { connections: 64 });
/** Named functions, to distinguish them in a profile. */
const readPage = (text) => JSON.parse(text);
const writePage = (page) => JSON.stringify(page);
const server = createServer(async (request, response) => {
  const { body } = await pool.request({
    path: pagePath(request.url),
    method: 'GET',
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const page = readPage(await body.text());
  const text = writePage(page);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(0, '127.0.0.1', () => answerQuestions(`http://127.0.0.1:${server.address().port}`));
