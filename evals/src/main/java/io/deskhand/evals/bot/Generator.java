package io.deskhand.evals.bot;

import io.deskhand.evals.suite.EvalCase.Turn;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Plays cases. A case that breaks is an errored transcript, never a lost one. */
public final class Generator {

    private final BotUnderTest bot;

    public Generator(BotUnderTest bot) {
        this.bot = bot;
    }

    /** Cases times trials, in the order of the files; proposed cases are left out. */
    public static List<Trial> expand(List<Suite> suites) {
        return suites.stream()
                .flatMap(suite -> suite.cases().stream()
                        .filter(evalCase -> evalCase.active())
                        .flatMap(evalCase -> IntStream.rangeClosed(1, evalCase.trials())
                                .mapToObj(trial -> new Trial(evalCase, trial, suite.bot(), suite.clock()))))
                .toList();
    }

    /** @param each told of every transcript as soon as it is there */
    public List<Transcript> play(List<Trial> trials, Consumer<Transcript> each) throws InterruptedException {
        List<Transcript> transcripts = new ArrayList<>();
        for (Trial trial : trials) {
            Transcript transcript = play(trial);
            transcripts.add(transcript);
            each.accept(transcript);
        }
        return transcripts;
    }

    private Transcript play(Trial trial) throws InterruptedException {
        List<Exchange> exchanges = new ArrayList<>();
        String id = trial.evalCase().id();
        try {
            BotUnderTest.Dialogue dialogue = bot.open(trial);
            for (Turn turn : trial.evalCase().turns()) {
                exchanges.add(dialogue.say(turn.user()));
            }
            return new Transcript(id, trial.number(), exchanges, null);
        } catch (RuntimeException e) {
            return new Transcript(id, trial.number(), exchanges, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
