import type { OrganizationMembershipResource } from '@foyer/js/types';
import { useEffect, useState } from 'preact/hooks';
import { useForm } from '../../../foundation/form/use-form.ts';
import { useUser } from '../../user-profile/use-user.ts';

/** The organizations of the person, a page at a time. */
export interface Memberships {
  /** Undefined until the first page is there. */
  list: readonly OrganizationMembershipResource[] | undefined;
  hasMore: boolean;
  busy: boolean;
  /** What went wrong with the last page. */
  error: string | undefined;
  more: () => Promise<unknown>;
}

const pageSize = 10;

export function useMemberships(): Memberships {
  const user = useUser();
  const form = useForm({});
  const [list, setList] = useState<readonly OrganizationMembershipResource[]>();
  const [total, setTotal] = useState(0);

  const more = () =>
    form.run(async () => {
      const known = list ?? [];
      const page = await user.getOrganizationMemberships({ initialPage: known.length / pageSize + 1, pageSize });
      setList([...known, ...page.data]);
      setTotal(page.total_count);
    });
  useEffect(() => void more(), []);

  return { list, hasMore: (list?.length ?? 0) < total, busy: form.busy, error: form.error, more };
}
