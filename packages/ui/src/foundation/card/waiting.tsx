import { Spinner } from '../controls/button.tsx';

/** Stands where something is still loading. */
export function Waiting() {
  return (
    <div class="f-waiting" role="status">
      <Spinner />
    </div>
  );
}
