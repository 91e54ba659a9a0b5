import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;
const Context = createContext<Announce>(() => undefined);

/** `useAnnounce()(text)`: says something to whoever listens to the page, and moves nothing for whoever looks at it. */
export function useAnnounce(): Announce {
  return useContext(Context);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <Context value={announce}>
      {children}
      {/* A screen reader hears the same words twice only from another element. */}
      <div className="visually-hidden" aria-live="polite">
        {said.turn % 2 === 0 ? said.text : ''}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {said.turn % 2 === 1 ? said.text : ''}
      </div>
    </Context>
  );
}
