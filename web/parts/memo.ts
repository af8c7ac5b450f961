import { Component, type ComponentChild, type FunctionComponent } from 'preact';

/** A part of the page that is drawn anew only where something that it is given has changed. */
export function memo<P extends object>(draw: FunctionComponent<P>): new () => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
      return [...names].some((name) => next[name] !== (this.props as Readonly<P>)[name]);
    }

    override render(): ComponentChild {
      return draw(this.props) as ComponentChild;
    }
  };
}
