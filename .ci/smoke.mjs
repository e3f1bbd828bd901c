// The compiled gateway starts within ten seconds and answers its own first query.
import { withGateway } from './gateway.mjs';

await withGateway({ command: process.execPath, args: ['dist/main.js'] });
