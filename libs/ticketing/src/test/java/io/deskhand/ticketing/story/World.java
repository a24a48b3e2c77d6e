package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.log.SampleData.PACKET;
import static io.deskhand.ticketing.story.Step.Place;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.watchdog.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Everything around a store of tickets, as a story moves it: time, rooms, and processes with what they have in mind. The same story gives the same results on every store. */
final class World implements InstantSource {

    static final TeamId GENERAL = new TeamId("general");
    private static final TeamId BILLING = new TeamId("billing");
    private static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");

    private record Sent(TicketId ticket, Command command) {}

    final Map<Place, Room> rooms = new EnumMap<>(Place.class);
    /** Sends a command, made with an id of its own, to a ticket. */
    interface Sending {
        Object send(Place place, Function<String, Command> command);
    }

    private final Tickets tickets;
    private final AgentLeases leases;
    private final Bots bots;
    private final Servers servers;
    private final Colleagues colleagues;
    private final Relays relays;
    private Instant now = Instant.parse("2026-03-02T09:30:00Z");
    private Duration skew = Duration.ZERO;
    private Step between;
    private Sent last;
    private int commands;
    private int words;

    World(Tickets tickets, AgentLeases leases, Relays relays) {
        this.tickets = tickets;
        this.leases = leases;
        this.bots = new Bots(tickets, this::execute);
        this.servers = new Servers(tickets, this::execute);
        this.colleagues = new Colleagues(tickets, this::execute);
        this.relays = relays;
        for (Place place : Place.values()) {
            rooms.put(place, new Room(place.name()));
        }
    }

    /** Between the reading and the writing of a command there is a moment, in which another step may happen. */
    @Override
    public Instant instant() {
        Step inner = between;
        between = null;
        if (inner != null) {
            Duration mine = skew;
            skew = Duration.ZERO;
            play(inner);
            skew = mine;
        }
        return now.plus(skew);
    }

    Instant now() {
        return now;
    }

    static TicketId id(Place place) {
        return new TicketId(place.name());
    }

    /** Plays a step, and says what came of it. */
    Object play(Step step) {
        return switch (step) {
            case Step.Opens opens -> open(opens.ticket());
            case Step.Writes writes -> write(writes.ticket());
            case Step.Asks asks -> ask(asks.ticket());
            case Step.Customer customer -> execute(customer.ticket(), wish(customer));
            case Step.Agent agent -> agent(agent);
            case Step.Heartbeat beat -> heartbeat(beat.who());
            case Step.Bot bot -> bots.play(bot);
            case Step.Server server -> servers.play(server, rooms.get(server.ticket()));
            case Step.Relay relay -> relays.play(relay, rooms.get(relay.ticket()));
            case Step.Passes passes -> now = now.plus(passes.time());
            case Step.Watchdog watchdog -> watch();
            case Step.SendsAgain again -> last == null ? "nothing" : tickets.execute(last.ticket(), last.command());
            case Step.Meanwhile meanwhile -> {
                between = meanwhile.second();
                Object result = play(meanwhile.first());
                between = null;
                yield result;
            }
            case Step.Skewed skewed -> {
                skew = skewed.by();
                Object result = play(skewed.step());
                skew = Duration.ZERO;
                yield result;
            }
        };
    }

    private Object open(Place place) {
        return execute(
                place,
                "open",
                id -> new Command.Open(
                        id, id(place), new CustomerId(place.customer), BOT, "", "en", GENERAL, "Hello!"));
    }

    private Object write(Place place) {
        if (tickets.find(id(place)).isEmpty()) {
            return "no room";
        }
        rooms.get(place).write("question " + ++words);
        return "written";
    }

    private Object ask(Place place) {
        Object written = write(place);
        servers.readAll(3, place, rooms.get(place));
        return written;
    }

    private Function<String, Command> wish(Step.Customer customer) {
        return switch (customer.wants()) {
            case A_PERSON -> id -> new Command.Escalate(id, EscalationReason.ASKED, null, "", PACKET, "");
            case BACK_TO_THE_BOT -> Command.ReturnToBot::new;
            case SETTLED -> id -> new Command.Resolve(id, null, false);
        };
    }

    private Object heartbeat(Step.Who who) {
        leases.keep(agent(who).id(), List.of(GENERAL), who.capacity);
        return "alive";
    }

    static Owner.Agent agent(Step.Who who) {
        return new Owner.Agent(new AgentId(who.name().toLowerCase(Locale.ROOT)), who.name());
    }

    private Object agent(Step.Agent step) {
        Owner.Agent me = agent(step.who());
        Owner.Agent other = agent(step.who().other());
        int room = step.who().capacity;
        int otherRoom = step.who().other().capacity;
        boolean supervisor = step.who() == Step.Who.BEN;
        if (step.does() == Step.Verb.TAKE_OVER && !supervisor) {
            return "not a supervisor";
        }
        if (Colleagues.DO.contains(step.does())) {
            return colleagues.play(step);
        }
        return execute(step.ticket(), id -> switch (step.does()) {
            case CLAIM -> new Command.Claim(id, me, room);
            case SAY -> new Command.AgentSays(id, me, room, "answer " + ++words);
            case NOTE -> new Command.Note(id, me, "note " + ++words);
            case OFFER_TO_OTHER -> new Command.Offer(id, other, otherRoom);
            case ACCEPT -> new Command.Accept(id, me.id());
            case DECLINE -> new Command.Decline(id, me.id());
            case RELEASE -> new Command.Release(id, me.id(), Command.Release.Cause.ASKED);
            case TRANSFER_TO_OTHER ->
                new Command.Transfer(id, me, supervisor, new Command.Transfer.ToAgent(other, otherRoom), "note");
            case TRANSFER_TO_TEAM -> new Command.Transfer(id, me, supervisor, new Command.Transfer.ToTeam(BILLING), "");
            case TAKE_OVER -> new Command.TakeOver(id, me, room, "");
            case HAND_BACK -> new Command.HandBack(id, me.id(), "", "summary", false);
            case HAND_BACK_AND_CONTINUE -> new Command.HandBack(id, me.id(), "", "summary", true);
            case SNOOZE -> new Command.Snooze(id, me.id(), now.plusSeconds(1_000));
            case TRIAGE -> new Command.Triage(id, me, supervisor ? GENERAL : BILLING, step.who().capacity, List.of());
            case RENAME -> new Command.Rename(id, me, "subject " + ++words);
            case RESOLVE -> new Command.Resolve(id, me, false);
            case RESOLVE_ANYWAY -> new Command.Resolve(id, me, true);
            case REOPEN -> new Command.Reopen(id, me, room);
            case WHISPER -> new Command.Whisper(id, me, "whisper " + ++words);
            case WANT_APPROVAL -> new Command.RequireApproval(id, me, true);
            case WAIVE_APPROVAL -> new Command.RequireApproval(id, me, false);
            case APPROVE, APPROVE_EDITED, REJECT, ANSWER_THE_BOT -> throw new IllegalStateException("see Colleagues");
        });
    }

    /** What instances do until nothing is left: attach, read, publish. */
    void settle() {
        now = now.plusSeconds(11);
        for (Place place : Place.values()) {
            if (tickets.find(id(place)).isPresent()) {
                servers.readAll(9, place, rooms.get(place));
                relays.settle(place, rooms.get(place));
            }
        }
    }

    private Object watch() {
        // In no particular order: those who are gone are a set, and so is what each of them has.
        SortedSet<String> done = new TreeSet<>();
        new Watchdog(tickets, leases, () -> now, new Watchdog.Listener() {
                    @Override
                    public void expired(Ticket before) {
                        done.add("expired " + before.id());
                    }

                    @Override
                    public void released(Ticket before) {
                        done.add("released " + before.id());
                    }

                    @Override
                    public void failed(RuntimeException reason) {
                        throw reason;
                    }
                })
                .round();
        return done;
    }

    private Object execute(Place place, Function<String, Command> command) {
        return execute(place, "command-" + ++commands, command);
    }

    private Object execute(Place place, String commandId, Function<String, Command> command) {
        last = new Sent(id(place), command.apply(commandId));
        return tickets.execute(last.ticket(), last.command());
    }
}
