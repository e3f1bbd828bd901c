/* (e) This gateway, as compiled. */
import { readConfig } from '../../dist/config.js';
import { disablePretenuring } from '../../dist/heap.js';
import { startGateway } from '../../dist/server.js';
import { answerQuestions } from '../measured.mjs';

disablePretenuring();
const { UPSTREAM, TOKEN, ...env } = process.env;
const gateway = await startGateway(
  readConfig({ ...env, PORT: '0', SENTRY_URL: UPSTREAM, SENTRY_AUTH_TOKEN: TOKEN }),
  { report: (error) => console.error(error) },
);
answerQuestions(gateway.url);
