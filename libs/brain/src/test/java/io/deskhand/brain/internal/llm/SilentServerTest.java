package io.deskhand.brain.internal.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.budget.LocalSpending;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.toolcall.Toolbox;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that sends the beginning of an answer and then keeps the socket open in silence. It sees when the other side closes. */
class SilentServerTest {

    private static Bot bot;
    private static KnowledgeBase knowledge;
    private static Policy policy;

    private final CountDownLatch closedByClient = new CountDownLatch(1);
    private final CountDownLatch connected = new CountDownLatch(1);
    private ServerSocket server;
    private volatile String head = "";

    @BeforeAll
    static void load() {
        bot = BotFiles.load(Path.of("src/test/resources/bots/camp-shop"));
        knowledge = new KnowledgeBase(bot.articles(), MiniLm.shared());
        policy = new Policy(bot, new SameQuestion(MiniLm.shared()));
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket socket = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                OutputStream out = socket.getOutputStream()) {
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase().startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            in.read(new char[length]);
            connected.countDown();
            out.write(head.getBytes(UTF_8));
            out.flush();
            while (in.read() >= 0) {
                // nothing more is expected; the end of the stream is what counts
            }
            closedByClient.countDown();
        } catch (IOException e) {
            closedByClient.countDown();
        }
    }

    private Brain brain(Duration idle, Duration total) {
        BrainSettings settings = BrainSettings.llm(
                        "http://127.0.0.1:" + server.getLocalPort() + "/v1", null, "test-model")
                .withTimeouts(Duration.ofSeconds(1), idle, total)
                .withRetries(0);
        InstantSource time = InstantSource.system();
        Outcomes outcomes = new Outcomes(bot, policy);
        return new LlmBrain(
                bot,
                knowledge,
                outcomes,
                new ExtractiveBrain(bot, knowledge, outcomes, time),
                new Models(settings, UnaryOperator.identity(), time),
                new PromptSecrets(new byte[16]),
                MiniLm.shared(),
                new LocalSpending(),
                GuardListener.NONE,
                Toolbox.empty());
    }

    private static String streaming(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + body;
    }

    @Test
    void a_stall_in_mid_stream_ends_truthfully_and_closes_the_socket() throws InterruptedException {
        head = streaming(Sse.text("You have 30 days [returns]. ", "The item").cut());

        TurnDecision decision = new Turns(brain(Duration.ofMillis(400), Duration.ofSeconds(20)), "en")
                .say("how long do I have to return it?");

        assertThat(decision).isInstanceOf(Escalate.class);
        assertThat(((Escalate) decision).reason()).isEqualTo(Reason.OUTAGE);
        assertThat(decision.text()).startsWith("You have 30 days.").contains("could not finish");
        assertThat(decision.trace().rules()).contains("model_failed:stalled");
        assertThat(closedByClient.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_total_timeout_ends_a_turn_that_idles_along() throws InterruptedException {
        head = streaming(Sse.text("You have 30 days [returns]. ", "The item").cut());

        TurnDecision decision = new Turns(brain(Duration.ofSeconds(20), Duration.ofMillis(600)), "en")
                .say("how long do I have to return it?");

        assertThat(decision.trace().rules()).contains("model_failed:too_long");
        assertThat(closedByClient.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_interrupt_cuts_the_turn_in_mid_stream_and_closes_the_socket() throws InterruptedException {
        head = streaming(Sse.text("You have 30 days [returns]. ", "The item").cut());
        cutsWhenInterrupted();
    }

    @Test
    void an_interrupt_cuts_the_turn_while_the_head_is_awaited_and_closes_the_socket() throws InterruptedException {
        cutsWhenInterrupted();
    }

    @Test
    void a_sink_that_says_stop_closes_the_socket_and_hears_nothing_more() throws Exception {
        head = streaming(Sse.text("You have 30 days [returns]. ", "The item is yours. ", "More")
                .cut());
        List<String> seen = new CopyOnWriteArrayList<>();

        brain(Duration.ofSeconds(20), Duration.ofSeconds(20)).answer(request(), piece -> {
            seen.add(piece);
            return false;
        });

        assertThat(seen).hasSize(1);
        assertThat(closedByClient.await(2, TimeUnit.SECONDS)).isTrue();
    }

    private void cutsWhenInterrupted() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Brain brain = brain(Duration.ofSeconds(20), Duration.ofSeconds(20));
        Thread turn = Thread.ofVirtual().start(() -> {
            try {
                brain.answer(request(), piece -> true);
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        assertThat(connected.await(5, TimeUnit.SECONDS)).isTrue();

        turn.interrupt();

        assertThat(turn.join(Duration.ofSeconds(2))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(closedByClient.await(2, TimeUnit.SECONDS)).isTrue();
    }

    private static TurnRequest request() {
        return new TurnRequest(
                "t",
                1,
                List.of(new Utterance(Speaker.CUSTOMER, "how long do I have to return it?")),
                "en",
                Instant.EPOCH);
    }
}
