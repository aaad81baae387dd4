// The organizations of the stand-in person.
import { ApiError, wait, type Fake } from './fake-parts.ts';

const organization = (id: string, name: string) => ({ id, name, slug: id, imageUrl: '', hasImage: false });
const membership = ({ id, name }: { id: string; name: string }, admin: boolean) => ({
  id: `orgmem_${id}`,
  organization: organization(id, name),
  role: admin ? 'org:admin' : 'org:member',
  roleName: admin ? 'Admin' : 'Member',
});

/** The first pages of as many organizations as the scenario wants. */
export function createFakeMemberships({ scenario }: Fake) {
  const names = ['Harbor Works', 'The Lighthouse Keepers of the Northern Islands', 'Östlund & Söhne'];
  const all = Array.from({ length: scenario.organizations ?? 0 }, (_, index) =>
    membership({ id: `org_${index}`, name: names[index] ?? `Crew ${index + 1}` }, index === 0),
  );
  return async ({ initialPage = 1, pageSize = 10 }: { initialPage?: number; pageSize?: number } = {}) => {
    await wait();
    const start = (initialPage - 1) * pageSize;
    return { data: all.slice(start, start + pageSize), total_count: all.length };
  };
}

export async function createFakeOrganization({ name, slug }: { name: string; slug?: string }) {
  await wait();
  if (slug === 'taken') throw new ApiError('form_identifier_exists', 'That short name is taken. Please try another.', 'slug');
  document.body.dataset['created'] = `${document.body.dataset['created'] ?? ''}${name}/${slug};`;
  return organization('org_new', name);
}
