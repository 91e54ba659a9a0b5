/** From each state the states that may follow it; an empty list marks a final state. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/**
 * The states of a thing as one table, checked when it is made: every state can be reached from the
 * first one, and none leads to itself. A mistake in the table stops the program at its start.
 */
export class Lifecycle<State extends string> {
  constructor(
    readonly name: string,
    readonly first: State,
    private readonly transitions: Transitions<State>,
  ) {
    const reached = this.reachable();
    const lost = this.states.filter((state) => !reached.has(state));
    if (lost.length > 0) throw new Error(`${name}: no way leads to ${lost.join(', ')}`);
    const circular = this.states.filter((state) => this.next(state).includes(state));
    if (circular.length > 0) throw new Error(`${name}: ${circular.join(', ')} would follow itself`);
  }

  get states(): readonly State[] {
    return Object.keys(this.transitions) as State[];
  }

  next(from: State): readonly State[] {
    return this.transitions[from];
  }

  allows(from: State, to: State): boolean {
    return this.next(from).includes(to);
  }

  /** The states from which `to` may be reached in one step: the `from` of a compare-and-set. */
  before(to: State): readonly State[] {
    return this.states.filter((state) => this.allows(state, to));
  }

  isFinal(state: State): boolean {
    return this.next(state).length === 0;
  }

  private reachable(): Set<State> {
    const reached = new Set<State>([this.first]);
    for (const state of reached) for (const next of this.transitions[state] ?? []) reached.add(next);
    return reached;
  }
}
