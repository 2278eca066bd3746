#!/usr/bin/perl
# Prepares a Request Tracker 5 for Reconnect, as its administrator, on the machine that runs it:
#
#   perl prepare.pl [--queue 'IT Support'] [--user reconnect] [--agent NAME]...
#
# Makes what is missing and changes nothing that is there: the queue, the user that Reconnect signs in as, its rights on that
# queue, the fields, and the call that says that something happened. Prints a token for the user, which RT shows only once.
# --agent makes a person of the helpdesk with a token too, which is meant for trying things out.
use strict;
use warnings;
use Getopt::Long;
use lib '/usr/local/share/request-tracker5/lib', '/usr/share/request-tracker5/lib';
use RT;

my ($queue_name, $user_name, @agents) = ('General', 'reconnect');
GetOptions('queue=s' => \$queue_name, 'user=s' => \$user_name, 'agent=s' => \@agents) or die "See the head of $0.\n";

RT->LoadConfig;
RT->Init;
my $system = RT->SystemUser;

sub done { my ($what, $ok, $message) = @_; die "$what: $message\n" unless $ok; print STDERR "made $what\n"; }

my $queue = RT::Queue->new($system);
$queue->Load($queue_name);
done("queue $queue_name", $queue->Create(Name => $queue_name)) unless $queue->id;

sub user_named {
  my ($name) = @_;
  my $user = RT::User->new($system);
  $user->Load($name);
  # No password: it signs in with its token alone.
  done("user $name", $user->Create(Name => $name, RealName => $name, Privileged => 1)) unless $user->id;
  return $user;
}

sub allow {
  my ($principal, $object, @rights) = @_;
  for my $right (@rights) {
    next if $principal->HasRight(Right => $right, Object => $object);
    done("right $right", $principal->GrantRight(Right => $right, Object => $object));
  }
}

my @on_tickets = qw(SeeQueue CreateTicket ShowTicket ShowTicketComments ReplyToTicket CommentOnTicket ModifyTicket SeeCustomField ModifyCustomField);

# EscalationId finds a ticket again after an answer was lost. Causes are the ids of the causes in the report, in its order; into
# Cause an agent may write the number of the right one. MessageKey keeps a message from being added twice.
for (['EscalationId', 'RT::Queue-RT::Ticket'], ['ErrorCodes', 'RT::Queue-RT::Ticket'], ['Causes', 'RT::Queue-RT::Ticket'], ['Cause', 'RT::Queue-RT::Ticket'], ['MessageKey', 'RT::Queue-RT::Ticket-RT::Transaction']) {
  my ($name, $lookup) = @$_;
  my $field = RT::CustomField->new($system);
  $field->LoadByName(Name => $name, LookupType => $lookup, ObjectId => $queue->id, IncludeGlobal => 1);
  next if $field->id;
  done("field $name", $field->Create(Name => $name, Type => 'FreeformSingle', LookupType => $lookup));
  done("field $name on $queue_name", $field->AddToObject($queue));
}

# Says that something happened; what it was is asked for. After the commit: in a call before it nothing could be read yet.
my $description = 'Tell Reconnect that something happened';
my $scrips = RT::Scrips->new($system);
$scrips->Limit(FIELD => 'Description', VALUE => $description);
$scrips->LimitToQueue($queue->id);
unless ($scrips->Count) {
  done('call', RT::Scrip->new($system)->Create(
    Description => $description, Queue => $queue->id, Stage => 'TransactionBatch', Template => 'Blank',
    ScripCondition => 'User Defined', ScripAction => 'User Defined',
    CustomIsApplicableCode => qq{return RT->Config->Get('ReconnectUrl') && \$self->TransactionObj->CreatorObj->Name ne '$user_name';},
    CustomPrepareCode => 'return 1;',
    CustomCommitCode => <<'CODE'));
use LWP::UserAgent; use Digest::SHA qw(hmac_sha256_hex); use JSON;
my $body = JSON->new->canonical->utf8->encode({ ticket => $self->TicketObj->id + 0 });
my $answer = LWP::UserAgent->new(timeout => 2)->post(RT->Config->Get('ReconnectUrl'),
  'Content-Type' => 'application/json', 'X-RT-Signature' => hmac_sha256_hex($body, RT->Config->Get('ReconnectSecret')), Content => $body);
RT->Logger->warning('Reconnect could not be told: ' . $answer->status_line) unless $answer->is_success;
return 1;
CODE
}

sub token_for {
  my ($user) = @_;
  my ($id, $message, $token) = RT::AuthToken->new($system)->Create(Owner => $user->id, Description => 'Reconnect');
  die "token of " . $user->Name . ": $message\n" unless $id;
  return $token;
}

my $bot = user_named($user_name);
allow($bot->PrincipalObj, $queue, @on_tickets);
print "RT_TOKEN=" . token_for($bot) . "\n";
for my $name (@agents) {
  my $agent = user_named($name);
  allow($agent->PrincipalObj, $queue, @on_tickets, qw(OwnTicket TakeTicket));
  print "RT_TOKEN_OF_$name=" . token_for($agent) . "\n";
}
