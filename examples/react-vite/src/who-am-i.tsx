import { useAuth } from '@foyer/react';
import { useState } from 'react';

const API_URL = import.meta.env.VITE_API_URL ?? 'http://localhost:3001';

/** Asks the Express example who we are; it knows from the session token. */
export function WhoAmI() {
  const { getToken } = useAuth();
  const [answer, setAnswer] = useState('');

  const ask = async () => {
    setAnswer('Asking…');
    try {
      const response = await fetch(`${API_URL}/api/me`, { headers: { authorization: `Bearer ${await getToken()}` } });
      setAnswer(JSON.stringify(await response.json(), null, 2));
    } catch {
      setAnswer(`The Express example does not answer at ${API_URL}. Start it with "npm start" in examples/express.`);
    }
  };

  return (
    <section className="card">
      <h2>What does the server know?</h2>
      <p>The Express example reads your session token and answers with your user ID.</p>
      <button type="button" className="button" onClick={ask}>
        Ask it
      </button>
      <pre role="status">{answer}</pre>
    </section>
  );
}
