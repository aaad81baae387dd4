import type { FrontendAuthority } from '../../platform/http/routes.ts';
import { finalClientResource } from '../clients/resource.ts';
import { requireRecentProof } from '../sessions/factors.ts';
import { identify } from './identify.ts';
import { remember } from './remember.ts';

/** Who is asking, for every route of the Frontend API. */
export const authority: FrontendAuthority = { identify, requireRecentProof, clientResource: finalClientResource, remember };
