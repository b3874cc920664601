import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What stands inside, in words. */
  what: string;
  children: ReactNode;
}

/** Keeps a fault in one view from taking the page, and the run behind it, away. */
export class Boundary extends Component<BoundaryProps, { fault: string | null }> {
  override state: { fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return (
      <section className="notice tone-bad" role="alert">
        <h2>{this.props.what} could not be drawn</h2>
        <p>{this.state.fault}</p>
        <p className="lead">The run itself goes on. Other views still work; try this one again.</p>
        <div className="notice-actions">
          <button type="button" className="btn" onClick={() => this.setState({ fault: null })}>
            Try again
          </button>
        </div>
      </section>
    );
  }
}
