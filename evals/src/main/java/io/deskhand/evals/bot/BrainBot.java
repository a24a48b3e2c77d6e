package io.deskhand.evals.bot;

import io.deskhand.brain.Brain;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.TurnSink;
import io.deskhand.evals.suite.EvalCase.Plant;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A brain in this process, served as bot-service serves it: no turn after an escalation.
 *
 * <p>Non-guarantee: silence after a handoff holds here by construction. That bot-service keeps it too is proven by its own tests (I1).
 */
public final class BrainBot implements BotUnderTest {

    private static final Duration BETWEEN_TURNS = Duration.ofMinutes(1);

    private final BrainSource brains;

    public BrainBot(BrainSource brains) {
        this.brains = brains;
    }

    @Override
    public Dialogue open(Trial trial) {
        Brain brain = brains.of(trial.bot(), trial.evalCase().plants());
        return new BrainDialogue(brain, trial);
    }

    /** Brains by bot and planted articles. */
    @FunctionalInterface
    public interface BrainSource {
        Brain of(String bot, List<Plant> plants);
    }

    private static final class BrainDialogue implements Dialogue {

        private final Brain brain;
        private final Trial trial;
        private final List<Utterance> said = new ArrayList<>();
        private int turn;
        private boolean handedOff;

        BrainDialogue(Brain brain, Trial trial) {
            this.brain = brain;
            this.trial = trial;
        }

        @Override
        public Exchange say(String user) throws InterruptedException {
            said.add(new Utterance(Speaker.CUSTOMER, user));
            turn++;
            if (handedOff) {
                return Exchange.silent(user);
            }
            Recorder recorder = new Recorder();
            TurnDecision decision = brain.answer(request(), recorder);
            handedOff = decision instanceof TurnDecision.Escalate;
            if (!decision.text().isEmpty()) {
                said.add(new Utterance(Speaker.BOT, decision.text()));
            }
            return ExchangeMapper.of(user, decision, recorder.text.toString(), recorder.tools);
        }

        private TurnRequest request() {
            return new TurnRequest(
                            trial.evalCase().id() + "-" + trial.number(),
                            said.size(),
                            said,
                            trial.evalCase().language(),
                            trial.clock().plus(BETWEEN_TURNS.multipliedBy(turn - 1L)))
                    .withCustomerContext(trial.evalCase().customer());
        }
    }

    private static final class Recorder implements TurnSink {

        private final StringBuilder text = new StringBuilder();
        private final List<String> tools = new ArrayList<>();

        @Override
        public boolean text(String delta) {
            text.append(delta);
            return true;
        }

        @Override
        public void toolCall(String tool) {
            tools.add(tool);
        }
    }
}
