import { Fragment, type JSX } from 'react';
import './rich-text.css';
import { parseRichText, type Block, type Inline } from '../chat-core/rich-text';

/** Untrusted text as nodes. The only place where message text becomes anything but text. */
export function RichText({ text }: { readonly text: string }): JSX.Element {
  return <>{parseRichText(text).map(block)}</>;
}

function block(of: Block, key: number): JSX.Element {
  if (of.type === 'paragraph') {
    return (
      <p key={key}>
        {of.lines.map((line, index) => (
          <Fragment key={index}>
            {index > 0 && <br />}
            {line.map(inline)}
          </Fragment>
        ))}
      </p>
    );
  }
  const items = of.items.map((item, index) => <li key={index}>{item.map(inline)}</li>);
  return of.ordered ? (
    <ol key={key} start={of.start}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function inline(of: Inline, key: number): JSX.Element | string {
  switch (of.type) {
    case 'text':
      return of.text;
    case 'bold':
      return <strong key={key}>{of.children.map(inline)}</strong>;
    case 'link':
      return (
        <a key={key} href={of.href} target="_blank" rel="noopener noreferrer nofollow">
          {of.children.map(inline)}
        </a>
      );
  }
}
