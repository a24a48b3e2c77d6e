package io.deskhand.quickstart;

import io.deskhand.client.AgentClient;
import io.deskhand.client.AgentClient.View;
import io.deskhand.client.ClientSettings;
import io.deskhand.client.CustomerClient;
import io.deskhand.client.DeliveredMessage;
import io.deskhand.client.InboxFeed;
import io.deskhand.client.Room;
import io.deskhand.client.RoomTranscript;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.CustomerTicket;
import io.deskhand.ticketing.view.RoomKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The main job, as a customer and an agent live it: it uses the public contracts only. */
final class MainJob {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOT = "bot:demo-store";

    private final Smoke smoke;
    private final CustomerClient customer;
    private final AgentClient agent;

    private MainJob(Smoke smoke, CustomerClient customer, AgentClient agent) {
        this.smoke = smoke;
        this.customer = customer;
        this.agent = agent;
    }

    static void play(Smoke smoke, String customerUrl, String agentUrl) throws Exception {
        try (CustomerClient customer = new CustomerClient(ClientSettings.of(customerUrl));
                AgentClient agent = new AgentClient(ClientSettings.of(agentUrl))) {
            new MainJob(smoke, customer, agent).play();
        }
    }

    private void play() throws Exception {
        CustomerTicket ticket = smoke.step("customer opens a ticket", CustomerTicket::id, () -> {
            customer.create();
            return customer.open("demo-store").ticket();
        });
        try (RoomTranscript room = customer.join(ticket)) {
            smoke.step("the bot is present in the room", () -> {
                awaitMembers(room.room(), members -> members.contains(BOT));
                return BOT;
            });
            ask(room, "How long does delivery to Germany take?");
            ask(room, "How do I return something?");
            handOver(room, ticket.id());
        }
    }

    private void ask(RoomTranscript room, String question) throws Exception {
        int before = room.size();
        smoke.step("first words to \"" + shortened(question) + "\"", () -> {
            room.room().send(question);
            room.await(PATIENCE, before, message -> message.role() == Role.BOT);
            return "";
        });
        smoke.step("… and the whole answer, with citations", () -> {
            DeliveredMessage answer = room.await(
                    PATIENCE, before, message -> message.role() == Role.BOT && message.state() == State.FINAL);
            if (answer.citations().isEmpty()) {
                throw new IllegalStateException("the answer cites nothing: " + answer.text());
            }
            long updates = room.messages().stream()
                    .skip(before)
                    .filter(message -> message.serial().equals(answer.serial()))
                    .count();
            if (updates < 2) {
                throw new IllegalStateException("the answer came in one piece; it is to be streamed");
            }
            return updates + " updates, cites "
                    + answer.citations().stream().map(Citation::id).collect(Collectors.joining(", "));
        });
    }

    private void handOver(RoomTranscript room, String id) throws Exception {
        smoke.step("agent signs in", () -> {
            if (agent.session()) {
                throw new IllegalStateException("an agent is signed in already");
            }
            return agent.signIn("anna", Up.DEMO_PASSWORD).name();
        });
        CountDownLatch queued = new CountDownLatch(1);
        try (InboxFeed inbox = agent.followInbox(
                ticket -> {
                    if (ticket.id().equals(id) && ticket.status() == Status.QUEUED) {
                        queued.countDown();
                    }
                },
                () -> {})) {
            int before = room.size();
            smoke.step("customer asks for a person, sees the notice", () -> {
                room.room().send("I want to talk to a human, please");
                room.await(
                        PATIENCE,
                        before,
                        message -> message.role() == Role.SYSTEM && message.kind() == RoomKind.NOTICE);
                return "";
            });
            smoke.step("agent sees it in the inbox, live", () -> {
                if (!queued.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no such inbox event in " + PATIENCE.toSeconds() + " s");
                }
                return agent.tickets(View.INBOX).size() + " in the inbox";
            });
        }
        try (RoomTranscript agentsRoom = claim(room, id)) {
            talk(room, agentsRoom, id);
        }
    }

    private RoomTranscript claim(RoomTranscript room, String id) throws Exception {
        int before = room.size();
        AgentSnapshot claimed = smoke.step(
                "agent claims, customer sees who joined",
                snapshot -> snapshot.ticket().owner().name(),
                () -> {
                    AgentSnapshot snapshot = agent.claim(id);
                    room.await(PATIENCE, before, message -> message.kind() == RoomKind.MARKER);
                    return snapshot;
                });
        RoomTranscript agentsRoom = agent.join(claimed.ticket());
        smoke.step("bot has left the room, agent is present", () -> {
            agentsRoom.room().enter();
            awaitMembers(room.room(), members -> !members.contains(BOT) && members.contains("agent:anna"));
            return "agent:anna";
        });
        return agentsRoom;
    }

    private void talk(RoomTranscript room, RoomTranscript agentsRoom, String id) throws Exception {
        smoke.step("agent writes, customer reads", () -> {
            agent.reply(id, "Hello, this is Anna. How can I help?");
            room.await(PATIENCE, message -> message.clientId().equals("agent:anna"));
            return "";
        });
        smoke.step("customer writes, agent reads", () -> {
            room.room().send("My parcel is lost.");
            agentsRoom.await(PATIENCE, message -> message.text().equals("My parcel is lost."));
            return "";
        });
        smoke.step("agent answers and resolves", () -> {
            agent.reply(id, "I am sending a new one today.");
            int before = room.size();
            AgentSnapshot resolved = agent.resolve(id, true);
            room.await(
                    PATIENCE,
                    Math.max(0, before - 2),
                    message -> message.kind() == RoomKind.MARKER
                            && message.text().toLowerCase(Locale.ROOT).contains("resolved"));
            return resolved.ticket().status().name();
        });
        smoke.step("no bot text after the claim marker (I1)", () -> {
            List<DeliveredMessage> messages = room.messages();
            messages.stream()
                    .dropWhile(message -> message.kind() != RoomKind.MARKER)
                    .filter(message -> message.role() == Role.BOT)
                    .findFirst()
                    .ifPresent(message -> {
                        throw new IllegalStateException("bot text after the claim: " + message.text());
                    });
            return messages.size() + " room events";
        });
        smoke.step("the clients know everything that they received", () -> {
            if (customer.leftOut() + agent.leftOut() > 0) {
                throw new IllegalStateException(
                        "left out: " + customer.leftOut() + " for the customer, " + agent.leftOut() + " for the agent");
            }
            return "";
        });
    }

    private static void awaitMembers(Room room, Predicate<Set<String>> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Set<String> members = room.members();
        while (!wanted.test(members)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("presence is " + members);
            }
            TimeUnit.MILLISECONDS.sleep(20);
            members = room.members();
        }
    }

    private static String shortened(String text) {
        return text.length() <= 28 ? text : text.substring(0, 27) + "…";
    }
}
