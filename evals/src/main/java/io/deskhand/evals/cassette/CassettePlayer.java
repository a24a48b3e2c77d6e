package io.deskhand.evals.cassette;

import dev.langchain4j.http.client.HttpClient;
import io.deskhand.evals.transcript.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays the recordings of one case after the other, or makes them. The seam is langchain4j's HTTP client: above it everything is production's own.
 *
 * <p>Guarantee: in replay no request goes further than this class; a request without a recording is a miss, which ends the run, never a call.
 * Cases are played one at a time; within one, requests may come from any thread.
 */
public final class CassettePlayer {

    private static final String BOT = "bot";

    /** Whether recordings are used or made. */
    public enum Mode {
        REPLAY,
        RECORD
    }

    private final CassetteFiles files;
    private final Mode mode;
    private final List<Recording> recorded = new ArrayList<>();
    private @Nullable Trial trial;
    private int ordinal;
    private @Nullable String miss;

    /** @param model recordings of each model are kept apart */
    public CassettePlayer(Path cassettes, String model, Mode mode) {
        this.files = new CassetteFiles(cassettes, model);
        this.mode = mode;
    }

    /** The HTTP client for langchain4j: it replays, or records what the network answers. */
    public HttpClient wrap(HttpClient network) {
        return switch (mode) {
            case REPLAY -> new ReplayingClient(this);
            case RECORD -> new RecordingClient(network, this);
        };
    }

    /** Puts the case's cassette in. */
    public synchronized void insert(Trial next) {
        boolean furtherTrial =
                trial != null && trial.evalCase().id().equals(next.evalCase().id());
        trial = next;
        ordinal = 0;
        if (!furtherTrial) {
            recorded.clear();
        }
    }

    /** Takes it out and keeps what was recorded. */
    public synchronized void eject() {
        if (mode == Mode.RECORD) {
            List<Recording> inOrder = new ArrayList<>(recorded);
            inOrder.sort(Comparator.comparingInt(Recording::trial).thenComparingInt(Recording::ordinal));
            files.write(current().evalCase().id(), inOrder);
        }
    }

    /** A description of the first request without a recording; empty if all had one. */
    public synchronized Optional<String> miss() {
        return Optional.ofNullable(miss);
    }

    /** The recording of the next request of the case; empty is a miss, which is remembered. */
    synchronized Optional<Recording> find(ModelRequest request) {
        Trial now = current();
        int number = ++ordinal;
        String key = request.key(now.evalCase().id(), now.number(), BOT, number);
        List<Recording> known = files.read(now.evalCase().id());
        Optional<Recording> found =
                known.stream().filter(recording -> recording.key().equals(key)).findFirst();
        if (found.isEmpty() && miss == null) {
            miss = describe(now, number, request, known);
        }
        return found;
    }

    /** A place for the answer to the next request of the case. */
    synchronized Slot record(ModelRequest request) {
        Trial now = current();
        return new Slot(now.evalCase().id(), now.number(), ++ordinal, request);
    }

    private synchronized void keep(Recording recording) {
        recorded.removeIf(other -> other.key().equals(recording.key()));
        recorded.add(recording);
    }

    private Trial current() {
        if (trial == null) {
            throw new IllegalStateException("unable to answer for the model; no case is being played");
        }
        return trial;
    }

    private static String describe(Trial trial, int number, ModelRequest request, List<Recording> known) {
        String where = trial.evalCase().id() + ", trial " + trial.number() + ", request " + number + ": ";
        Optional<Recording> nearest = known.stream()
                .filter(recording -> recording.trial() == trial.number() && recording.ordinal() == number)
                .findFirst()
                .or(() -> known.stream().findFirst());
        return where
                + nearest.flatMap(recording -> ModelRequest.difference(recording.request(), request.json()))
                        .map(difference -> "the request has changed at " + difference)
                        .orElse("there is no recording")
                + "; record the case again (--mode record --case "
                + trial.evalCase().id() + ")";
    }

    /** Where an answer is written as it comes. Each change replaces what was kept, so that a stream that is cut is kept as far as it came. */
    final class Slot {

        private final String key;
        private final int trial;
        private final int number;
        private final ModelRequest request;
        private final List<Recording.Event> events = new ArrayList<>();

        private Slot(String caseId, int trial, int number, ModelRequest request) {
            this.key = request.key(caseId, trial, BOT, number);
            this.trial = trial;
            this.number = number;
            this.request = request;
            ended(200, "cut");
        }

        void event(@Nullable String event, String data) {
            events.add(new Recording.Event(event, data));
            ended(200, "cut");
        }

        void ended(int status, @Nullable String error) {
            keep(new Recording(key, trial, BOT, number, request.json(), events, status, error));
        }
    }
}
