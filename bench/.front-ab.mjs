import * as N from '/work/main/packages/backend/dist/index.js'; import * as O from '/tmp/foyer/front-dist-old/index.js';
import { verify } from 'node:crypto';
const { claimsOf, cookieSuffix, distinctTokens, jwtKey, origin, publishableKey, secretKey, publicKey } = await import('/work/main/bench/lib/tokens.mjs');
const tokens = distinctTokens();
const CARRIERS = {
  cookie: (token) => ({ cookie: cookiesOf(token), 'sec-fetch-dest': 'document' }),
  header: (token) => ({ authorization: `Bearer ${token}` }),
};
function cookiesOf(token) { const uat = claimsOf(0).iat - 60;
  return `theme=dark; __client_uat=${uat}; __client_uat_${cookieSuffix}=${uat}; __session=${token}; __session_${cookieSuffix}=${token}; consent=yes`; }
const mk=(c)=>tokens.map(t=>new Request(`${origin}/dashboard?tab=members`, { headers: { accept: 'text/html', 'user-agent': 'benchmark', ...CARRIERS[c](t) } }));
const rq={cookie:mk('cookie'),header:mk('header')};
const parts=tokens.map(token=>{const end = token.lastIndexOf('.'); return { text: Buffer.from(token.slice(0, end)), signature: Buffer.from(token.slice(end + 1), 'base64url') };});
const options={authorizedParties:[origin]}; const cn=N.createClerkClient({publishableKey,secretKey,jwtKey}), co=O.createClerkClient({publishableKey,secretKey,jwtKey});
const vo={jwtKey,authorizedParties:[origin]};
const cases={
 bare:(i)=>verify('sha256', parts[i].text, publicKey, parts[i].signature),

 tokenO:(i)=>O.verifyToken(tokens[i],vo), tokenN:(i)=>N.verifyToken(tokens[i],vo),
 cookieO:async(i)=>(await co.authenticateRequest(rq.cookie[i],options)).toAuth(),
 cookieN:async(i)=>(await cn.authenticateRequest(rq.cookie[i],options)).toAuth(),
 headerO:async(i)=>(await co.authenticateRequest(rq.header[i],options)).toAuth(),
 headerN:async(i)=>(await cn.authenticateRequest(rq.header[i],options)).toAuth(),
};
const only=process.argv[2];
const NN=tokens.length; const sum={};
for(let r=0;r<+(process.argv[3]??6);r++) for(const [n,f] of Object.entries(cases)){ if(only&&only!==n) continue; const s=process.cpuUsage(); for(let k=0;k<NN;k++){ const x=f(k); if(x instanceof Promise) await x;} const u=process.cpuUsage(s); (sum[n]??=[]).push((u.user+u.system)/NN); }
for(const [n,v] of Object.entries(sum)) console.log(n, v.map(x=>x.toFixed(1)).join(' '), 'min', Math.min(...v.slice(1)).toFixed(1));
