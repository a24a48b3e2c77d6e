package io.deskhand.chaos.actor;

import io.deskhand.chaos.actor.Witness.OpenedTicket;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.chaos.check.Testimony.Escalated;
import io.deskhand.client.CustomerClient;
import io.deskhand.client.DeskhandException;
import io.deskhand.client.Room;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.view.CustomerSnapshot;
import io.deskhand.ticketing.view.CustomerTicket;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One customer after the other: each opens a ticket, says some things, and goes. To teach customers something new, add a method and a line to the repertoire. */
final class CustomerActor extends Actor {

    private static final int LONGEST_WAIT = 20;

    private final CustomerClient client;
    private final Repertoire repertoire = new Repertoire()
            .with(40, this::ask)
            .with(20, this::askAndWait)
            .with(15, this::doubleText)
            .with(8, this::askForPerson)
            .with(7, this::pressButton)
            .with(5, this::askUnknown)
            .with(3, this::goBackToBot)
            .with(2, this::settle);

    private String customer = "";
    private @Nullable OpenedTicket ticket;
    private @Nullable Room room;
    private RoomView view = new RoomView();
    private int said;

    CustomerActor(String name, CustomerClient client, Witness witness, Ending ending, SplittableRandom random) {
        super(name, witness, ending, random, 100, 1_500);
        this.client = client;
    }

    /** One visit; without an answer the customer leaves and comes back later. */
    @Override
    void act() throws Exception {
        try {
            arrive();
            int acts = random.nextInt(3, 12);
            for (int i = 0; i < acts && !ending.comesWithin(think(200, 2_500)); i++) {
                if (isResolved()) {
                    leave();
                    join();
                }
                repertoire.any(random).play();
            }
        } finally {
            leave();
        }
    }

    private void arrive() {
        customer = client.create().customer();
        join();
    }

    /** Opens a ticket, or finds the open one, and joins its room. */
    private void join() {
        CustomerTicket found = (random.nextInt(5) == 0 ? openTwice() : open()).ticket();
        OpenedTicket mine = new OpenedTicket(found.id(), found.room(), customer);
        ticket = mine;
        witness.opened(mine);
        view = new RoomView();
        room = client.join(found, view);
    }

    /** As in the widget, a customer does not write to a ticket that they know is resolved. */
    private boolean isResolved() {
        return view.ownerMayHaveChanged() && client.ticket(mine().id()).ticket().status() == Status.RESOLVED;
    }

    private CustomerSnapshot open() {
        return client.open("demo-store");
    }

    /** A double-click: both calls must end with the same ticket (I16). */
    private CustomerSnapshot openTwice() {
        CompletableFuture<CustomerSnapshot> other = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                other.complete(open());
            } catch (DeskhandException e) {
                other.completeExceptionally(e);
            }
        });
        CustomerSnapshot mine = open();
        other.handle((body, failure) -> body).join();
        return mine;
    }

    private void ask() throws InterruptedException {
        say(Questions.answered(random));
    }

    private void askUnknown() throws InterruptedException {
        say(Questions.unknown(random));
    }

    private void askForPerson() throws InterruptedException {
        say(Questions.person(random));
    }

    private void doubleText() throws InterruptedException {
        say(Questions.answered(random));
        if (!ending.comesWithin(think(0, 700))) {
            say(Questions.more(random));
        }
    }

    private void askAndWait() throws InterruptedException {
        int before = view.botTexts();
        long began = System.nanoTime();
        if (!say(Questions.answered(random))) {
            return;
        }
        for (int i = 0; i < LONGEST_WAIT && !ending.hasCome(); i++) {
            if (view.awaitBotText(before, Duration.ofSeconds(1))) {
                witness.answeredAfter(Duration.ofNanos(System.nanoTime() - began));
                return;
            }
        }
    }

    private void pressButton() {
        String id = mine().id();
        if (granted(() -> client.escalate(id))) {
            witness.escalated(new Escalated(id));
        }
    }

    /** Goes back to the bot; refused unless the ticket waits for a person. */
    private void goBackToBot() {
        granted(() -> client.returnToBot(mine().id()));
    }

    /** The customer's own "that's all". */
    private void settle() {
        granted(() -> client.resolve(mine().id()));
    }

    /** Returns whether the command succeeded; other people's commands may make it a refusal. */
    private static boolean granted(Runnable command) {
        try {
            command.run();
            return true;
        } catch (DeskhandException e) {
            if (e.isUnavailable()) {
                throw e;
            }
            return false;
        }
    }

    /** Sends over REST, with repeats until it is acknowledged, or once over the realtime connection. */
    private boolean say(String text) throws InterruptedException {
        Room here = Objects.requireNonNull(room, "a customer who says something is in a room");
        String localId = name + "-" + ++said;
        boolean overRest = random.nextInt(3) > 0;
        boolean acknowledged = false;
        String serial = null;
        for (int attempt = 0; !acknowledged && attempt < (overRest ? 4 : 1); attempt++) {
            if (attempt > 0 && ending.comesWithin(Duration.ofMillis(500))) {
                break;
            }
            try {
                if (overRest) {
                    serial = here.send(text, localId);
                } else {
                    here.publish(text, localId);
                }
                acknowledged = true;
            } catch (DeskhandException e) {
                // It may be in the room all the same.
            }
        }
        witness.customerSent(new CustomerSent(mine().id(), localId, text, acknowledged, serial));
        return acknowledged;
    }

    private OpenedTicket mine() {
        return Objects.requireNonNull(ticket, "a customer in a room has a ticket");
    }

    private void leave() {
        if (room != null) {
            room.close();
            room = null;
        }
    }
}
