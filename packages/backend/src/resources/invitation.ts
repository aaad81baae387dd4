import type { InvitationJSON } from '../json/index.ts';
import type { CamelCased } from './camel-case.ts';
import { WithRaw } from './raw.ts';

// The fields of this class are assigned by its base and declared by the interface.
/* oxlint-disable typescript/no-unsafe-declaration-merging */

export interface Invitation extends CamelCased<InvitationJSON> {}
export class Invitation extends WithRaw<InvitationJSON> {}
