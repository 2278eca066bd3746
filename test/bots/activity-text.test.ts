import { describe, expect, it } from 'vitest';
import { activityText } from '../../bots/activities/activity-text.ts';
import { activityToEvent } from '../../bots/activities/activity-to-event.ts';
import { htmlText } from '../../bots/activities/html-text.ts';

describe('the words of HTML', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['<ul><li>a</li><li><b>b</b></li></ul>', 'a\n\nb'],
    ['a &lt;b&gt; &amp;amp; &#65;&#x42;&nbsp;&unknown; &#0;', 'a <b> &amp; AB &unknown; &#0;'],
    ['3 < 4 and no tag', '3 < 4 and no tag'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('is linear: a megabyte of open brackets is read', () => {
    expect(htmlText('<'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(htmlText('<a '.repeat(300_000) + '>')).toBe('');
  });
});

describe('what a person said', () => {
  const recipient = { id: 'bot', name: 'Reconnect' };
  const mention = { type: 'mention', mentioned: { id: 'bot', name: 'Reconnect' }, text: '<at>Reconnect</at>' };

  it('keeps what looks like markup in a plain message', () => {
    expect(activityText({ text: 'Get-Item <name> &amp; more', recipient })).toBe('Get-Item <name> &amp; more');
  });
  it('takes the bot\'s mention out wherever it stands', () => {
    expect(activityText({ text: 'hey <at>Reconnect</at> 0x904', recipient, entities: [mention] })).toBe('hey   0x904');
  });
  it('keeps the mention of somebody with another id', () => {
    const other = { type: 'mention', mentioned: { id: 'x' }, text: '<at>Kim</at>' };
    expect(activityText({ text: '<at>Kim</at> sees it too', recipient, entities: [other, 7, null] })).toBe('Kim sees it too');
  });
});

describe('a text that was made to be slow', () => {
  it.each([
    ['mentions that never end', `<span ${'itemtype="Mention" '.repeat(40_000)}`],
    ['spans within spans', '<span itemtype="Mention">'.repeat(30_000)],
    ['names that never end', '<at>'.repeat(150_000)],
  ])('costs its length and no more: %s', (_, text) => {
    // Quadratic, each of them would take minutes: the run's own time limit is what fails.
    expect(activityText({ text, recipient: { id: 'bot', name: 'Reconnect' }, textFormat: 'xml', attachments: [{ contentType: 'text/html', content: text }] }).length).toBeLessThanOrEqual(text.length);
  });
});

describe('an activity as an event', () => {
  const conversation = { id: 'c' };
  const message = { type: 'message', channelId: 'directline', conversation };
  const press = { action: 'answer', target: 'only-one-server', step: 3 };

  it.each([
    [{ ...message, text: ' hi ' }, { type: 'utterance', text: 'hi' }],
    [{ ...message }, { type: 'utterance', text: '' }],
    [{ ...message, value: 'posted back' }, { type: 'utterance', text: 'posted back' }],
    [{ ...message, value: { reconnect: press } }, { type: 'pressed', press }],
    [{ ...message, text: 'Only this one', value: { reconnect: press } }, { type: 'pressed', press }],
    [{ ...message, value: { reconnect: { ...press, action: 'format-disk' } } }, { type: 'unknown', what: 'a button of another card' }],
    [{ ...message, value: { reconnect: { ...press, step: '3' } } }, { type: 'unknown', what: 'a button of another card' }],
    [{ ...message, value: { reconnect: press, summary: 'typed', msteams: {} } }, { type: 'pressed', press: { ...press, input: { summary: 'typed' } } }],
    [{ ...message, text: 7 }, { type: 'unknown', what: 'an activity of another shape' }],
    [{ type: 'conversationUpdate', channelId: 'directline', conversation, recipient: { id: 'bot' }, membersAdded: [{ id: 'u' }] }, { type: 'joined' }],
    [{ type: 'conversationUpdate', channelId: 'directline', conversation, recipient: { id: 'bot' }, membersAdded: [{ id: 'bot' }] }, undefined],
    [{ type: 'conversationUpdate', channelId: 'msteams', conversation, recipient: { id: 'bot' } }, undefined],
    [{ type: 'event', channelId: 'directline', conversation, name: 'ticket-opened' }, undefined],
    [{ type: 'endOfConversation', channelId: 'msteams', conversation }, undefined],
  ])('%j', (activity, event) => {
    expect(activityToEvent(activity)).toEqual(event);
  });
});
