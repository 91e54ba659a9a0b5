/**
 * One tab of a browser holds a sitting: two would answer under one name. Answers with what happened: `ours` at once or
 * once the other tab is gone, `other_tab` while another holds it. `onLost` is heard when a newer tab takes it over.
 */
export class TabClaim {
  private release: (() => void) | undefined;
  private readonly name: string;

  constructor(
    sittingId: string,
    private readonly onLost: () => void,
  ) {
    this.name = `aigaq-sitting-${sittingId}`;
  }

  async take(takeOver: boolean): Promise<'ours' | 'other_tab'> {
    // Without locks (an old browser, no secure context) the server's question is all there is.
    const locks = (navigator as { locks?: LockManager }).locks;
    if (!locks || this.release) return 'ours';
    if (takeOver) return this.request(locks, { steal: true });
    // A page that is being reloaded lets go of its lock a moment after the new one asks.
    const patience = AbortSignal.timeout(1500);
    return this.request(locks, { signal: patience });
  }

  drop(): void {
    this.release?.();
    this.release = undefined;
  }

  private request(locks: LockManager, options: LockOptions): Promise<'ours' | 'other_tab'> {
    return new Promise((resolve) => {
      locks
        .request(this.name, options, () => {
          resolve('ours');
          return new Promise<void>((release) => {
            this.release = release;
          });
        })
        .catch(() => {
          // Refused, or taken away later by a newer tab.
          if (this.release) {
            this.release = undefined;
            this.onLost();
          }
          resolve('other_tab');
        });
    });
  }
}
