// The compiled gateway starts within ten seconds and answers the query that it prints.
import { withGateway } from './gateway.mjs';

await withGateway({ command: process.execPath, args: ['dist/main.js'] });
