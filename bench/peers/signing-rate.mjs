// How often this process can make an RS256 signature over a session token's text; asked by message for how long.
import { generateKeyPairSync, sign } from 'node:crypto';
import { repeated } from '../lib/compare.mjs';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const text = Buffer.alloc(600, 'a');
const contender = repeated(() => void sign('RSA-SHA256', text, privateKey));

process.on('message', async (milliseconds) => process.send(await contender(milliseconds)));
