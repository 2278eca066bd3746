/** The part of the Adaptive Cards schema, version 1.5, that cards for Teams are made of. */
export type CardElement = TextBlock | RichTextBlock | Container | ActionSet | TextInput | ChoiceInput;

interface Placed {
  readonly spacing?: 'None' | 'Small' | 'Medium';
  readonly separator?: true;
}

/** Its text is Markdown as far as Teams shows it: bold, italic, links. */
export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium';
  readonly isSubtle?: true;
  readonly color?: 'Attention' | 'Good';
  readonly style?: 'heading';
}

/** Shown as it stands, without any Markdown. */
export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly italic?: true;
  readonly size?: 'Small';
  readonly isSubtle?: true;
  readonly fontType?: 'Monospace';
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: 'emphasis';
  readonly items: readonly CardElement[];
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly isMultiline: true;
  readonly maxLength: number;
  readonly value: string;
}

export interface ChoiceInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded' | 'compact';
  readonly wrap: true;
  readonly isRequired: true;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** `Action.Execute` answers in place; a client that does not know it submits. */
export interface CardAction extends Omit<SubmitAction, 'type'> {
  readonly type: 'Action.Execute';
  readonly verb: 'reconnect';
  readonly fallback: SubmitAction;
}

interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: object;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
}
