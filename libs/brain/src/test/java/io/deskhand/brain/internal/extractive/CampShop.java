package io.deskhand.brain.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.deskhand.brain.Brain;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Clarify;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.OfferHuman;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;

/** A small shop and the demo store, whose brains answer from their articles. */
abstract class CampShop {

    static Bot bot;
    static Brain brain;
    static Brain demoStore;

    final Turns turns = new Turns(brain, "en");

    @BeforeAll
    static void load() {
        bot = BotFiles.load(Path.of("src/test/resources/bots/camp-shop"));
        brain = brainOf(bot);
        demoStore = brainOf(BotFiles.load(Path.of("../../prompts/bots/demo-store")));
    }

    private static Brain brainOf(Bot bot) {
        KnowledgeBase knowledge = new KnowledgeBase(bot.articles(), MiniLm.shared());
        Policy policy = new Policy(bot, new SameQuestion(MiniLm.shared()));
        return new ExtractiveBrain(bot, knowledge, policy, InstantSource.fixed(Instant.EPOCH));
    }

    static Answered answered(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(Answered.class)).actual();
    }

    static Clarify clarified(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(Clarify.class)).actual();
    }

    static OfferHuman offered(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(OfferHuman.class)).actual();
    }

    static Escalate escalated(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(Escalate.class)).actual();
    }
}
