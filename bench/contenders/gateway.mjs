/* (e) This gateway, as compiled. */
import { readConfig } from '../../dist/config/config.js';
import { startGateway } from '../../dist/server.js';
import { disablePretenuring } from '../../dist/v8-flags.js';
import { answerQuestions } from '../measured.mjs';

disablePretenuring();
const { UPSTREAM, TOKEN, ...env } = process.env;
const gateway = await startGateway(
  readConfig({ ...env, PORT: '0', SENTRY_URL: UPSTREAM, SENTRY_AUTH_TOKEN: TOKEN }),
  { report: (error) => console.error(error) },
);
answerQuestions(gateway.url);
